import type { ReadData } from '@throughline/contract';
import type { Sql } from '../../platform/sql/index.ts';
import { insertSwitches } from '../connection/data-switches.sql.ts';

export interface NewConnection {
  readonly organisationId: number;
  readonly credentialId: number;
  readonly name: string;
  readonly repositoryChoice: 'all' | 'some';
  readonly includesArchived: boolean;
  readonly includesForks: boolean;
  readonly data: readonly ReadData[];
  readonly createdBy: number | undefined;
}

/**
 * Stores a connection with its reading credential. One that was disconnected with its data kept is taken up again. A second
 * one for an organisation or a name violates a constraint.
 */
export async function insertConnection(sql: Sql, given: NewConnection): Promise<number> {
  const [row] = await sql.query<{ connection_id: number }>(
    `with revived as (
       update connection
       set name = $2::text,
           repository_choice = $3::text,
           includes_archived = $4::boolean,
           includes_forks = $5::boolean,
           created_by = $6::bigint,
           created_at = app_now(),
           choice_revision = choice_revision + 1,
           state = 'active',
           disconnected_at = null,
           paused_at = null
       where organisation_id = $1::bigint
         and state = 'disconnected'
       returning connection_id),
     added as (
       insert into connection (
         organisation_id, name, repository_choice, includes_archived, includes_forks, created_by)
       select $1::bigint, $2::text, $3::text, $4::boolean, $5::boolean, $6::bigint
       where not exists (select from revived)
       returning connection_id)
     select connection_id from revived
     union all
     select connection_id from added`,
    [
      given.organisationId,
      given.name,
      given.repositoryChoice,
      given.includesArchived,
      given.includesForks,
      given.createdBy,
    ],
  );
  if (row === undefined) throw new Error('An insert of a connection returned no row.');
  await sql.query(
    `insert into connection_credential (connection_id, credential_id, role)
     values ($1::bigint, $2::bigint, 'read')`,
    [row.connection_id, given.credentialId],
  );
  await insertSwitches(sql, row.connection_id, given.data);
  return row.connection_id;
}

/** Stores an organisation by its host and GitHub id; its login is an attribute. Returns our id. */
export async function upsertOrganisation(
  sql: Sql,
  given: { hostId: number; githubId: number; login: string; name: string | undefined; observedAt: Date },
): Promise<number> {
  const [row] = await sql.query<{ organisation_id: number }>(
    `insert into organisation as held (host_id, github_id, login, name, observed_at)
     values ($1::bigint, $2::bigint, $3::text, $4::text, $5::timestamptz)
     on conflict (host_id, github_id) do update
     set login = excluded.login,
         name = coalesce(excluded.name, held.name),
         observed_at = greatest(held.observed_at, excluded.observed_at)
     returning organisation_id`,
    [given.hostId, given.githubId, given.login, given.name, given.observedAt],
  );
  if (row === undefined) throw new Error('An upsert of an organisation returned no row.');
  return row.organisation_id;
}
