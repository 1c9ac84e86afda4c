import type { Sql } from '../../platform/sql/index.ts';
import type { AgreementKind } from './agreements.data.ts';
import { type AgreeingTeam, findLimits, joinLimits, type Limits, usualLimits } from './limits.ts';

interface TeamColumns {
  readonly team_id: number;
  readonly slug: string;
  readonly name: string;
  readonly parent_team_id: number | null;
  readonly own: Readonly<Record<string, number | null>> | null;
}

/** Every team with what it set itself. */
export async function loadAgreeingTeams(sql: Sql): Promise<ReadonlyMap<number, AgreeingTeam>> {
  const rows = await sql.query<TeamColumns>(
    `select
       v_team.team_id,
       v_team.slug,
       v_team.name,
       v_team.parent_team_id,
       jsonb_object_agg(working_agreement.kind, working_agreement.limit_value)
         filter (where working_agreement.kind is not null) as own
     from v_team
     left join working_agreement on working_agreement.team_id = v_team.team_id
     group by v_team.team_id, v_team.slug, v_team.name, v_team.parent_team_id`,
  );
  return new Map(
    rows.map((row) => [
      row.team_id,
      {
        teamId: row.team_id,
        slug: row.slug,
        name: row.name,
        parentTeamId: row.parent_team_id ?? undefined,
        // as: the table's check holds the kinds
        own: new Map(Object.entries(row.own ?? {})) as ReadonlyMap<AgreementKind, number | null>,
      },
    ]),
  );
}

/** How the limits of a pull request are found by its author's person. */
export type FindLimits = (authorPersonId: number | undefined) => Limits;

/** The limits of these people, by the teams in which they work on a day; of those in no team, Throughline's own. */
export async function loadLimitsOf(
  sql: Sql,
  teams: ReadonlyMap<number, AgreeingTeam>,
  { personIds, on }: { readonly personIds: readonly number[]; readonly on: string },
): Promise<FindLimits> {
  if ([...teams.values()].every(({ own }) => own.size === 0)) return () => usualLimits;
  const rows = await sql.query<{ person_id: number; team_ids: readonly number[] }>(
    `select person_id, array_agg(distinct team_id) as team_ids
     from v_team_member
     where person_id = any($1::bigint[])
       and part = 'contributor'
       and from_on <= $2::date
       and until_on > $2::date
     group by person_id`,
    [[...new Set(personIds)], on],
  );
  const found = new Map(
    rows.map(({ person_id, team_ids }) => [
      person_id,
      joinLimits(team_ids.map((teamId) => findLimits(teams, teamId))),
    ]),
  );
  return (personId) => (personId === undefined ? undefined : found.get(personId)) ?? usualLimits;
}

export interface OwnAgreement {
  readonly kind: AgreementKind;
  readonly value: number | null;
  readonly byName: string | undefined;
  readonly setAt: Date;
}

/** What a team set itself, with who set it and when. */
export async function loadOwnAgreements(sql: Sql, teamId: number): Promise<readonly OwnAgreement[]> {
  const rows = await sql.query<{ kind: AgreementKind; value: number | null; name: string | null; at: Date }>(
    `select
       working_agreement.kind,
       working_agreement.limit_value as value,
       v_user.name,
       working_agreement.set_at as at
     from working_agreement
     left join v_user on v_user.user_id = working_agreement.set_by
     where working_agreement.team_id = $1::bigint`,
    [teamId],
  );
  return rows.map(({ kind, value, name, at }) => ({ kind, value, byName: name ?? undefined, setAt: at }));
}

export interface NewAgreements {
  readonly teamId: number;
  readonly limits: ReadonlyMap<AgreementKind, number | null>;
  readonly setBy: number;
}

/** Sets exactly these; what stays the same keeps who set it and when. */
export async function replaceAgreements(tx: Sql, { teamId, limits, setBy }: NewAgreements): Promise<void> {
  const kinds = [...limits.keys()];
  await tx.query(
    `delete from working_agreement
     where team_id = $1::bigint
       and not kind = any($2::text[])`,
    [teamId, kinds],
  );
  await tx.query(
    `insert into working_agreement (team_id, kind, limit_value, set_by)
     select $1::bigint, given.kind, given.value, $4::bigint
     from unnest($2::text[], $3::integer[]) as given (kind, value)
     on conflict (team_id, kind) do update
     set limit_value = excluded.limit_value,
         set_by = excluded.set_by,
         set_at = app_now()
     where working_agreement.limit_value is distinct from excluded.limit_value`,
    [teamId, kinds, [...limits.values()], setBy],
  );
}
