import type { Team } from '@throughline/contract';
import type { Sql } from '../../platform/sql/index.ts';

/** Who is in a team at GitHub and belongs to no person here today, by login. */
export const loadUnlinkedMembers = (
  sql: Sql,
  teamId: number,
): Promise<readonly NonNullable<Team['github']>['unlinked'][number][]> =>
  sql.query(
    `select account.login, to_char(held.seen_on, 'YYYY-MM-DD') as "seenOn"
     from team_github_member as held
     join account on account.account_id = held.account_id
     where held.team_id = $1::bigint
       and not exists (
         select from v_account_person as link
         where link.account_id = held.account_id
           and link.from_at <= app_now()
           and link.until_at > app_now())
     order by lower(account.login)`,
    [teamId],
  );

/** Who a reading of GitHub found in a team. */
export interface TeamSeen {
  readonly teamId: number;
  readonly members: readonly { readonly accountId: number; readonly isMaintainer: boolean }[];
  /** False where GitHub did not show everybody: nobody is taken off then. */
  readonly isWhole: boolean;
}

/** Notes who is in teams at GitHub, with the day each was first seen there, and takes off who left. */
export async function noteGithubMembers(tx: Sql, seen: readonly TeamSeen[], seenOn: string): Promise<void> {
  const rows = seen.flatMap(({ teamId, members }) => members.map((member) => ({ teamId, ...member })));
  const teamIds = rows.map(({ teamId }) => teamId);
  const accountIds = rows.map(({ accountId }) => accountId);
  await tx.query(
    `insert into team_github_member as held (team_id, account_id, is_maintainer, seen_on)
     select given.team_id, given.account_id, bool_or(given.is_maintainer), $4::date
     from unnest($1::bigint[], $2::bigint[], $3::boolean[]) as given (team_id, account_id, is_maintainer)
     group by given.team_id, given.account_id
     order by given.team_id, given.account_id
     on conflict (team_id, account_id) do update
     set is_maintainer = excluded.is_maintainer
     where held.is_maintainer <> excluded.is_maintainer`,
    [teamIds, accountIds, rows.map(({ isMaintainer }) => isMaintainer), seenOn],
  );
  await tx.query(
    `delete from team_github_member as held
     where held.team_id = any($3::bigint[])
       and not exists (
         select from unnest($1::bigint[], $2::bigint[]) as given (team_id, account_id)
         where given.team_id = held.team_id
           and given.account_id = held.account_id)`,
    [teamIds, accountIds, seen.filter(({ isWhole }) => isWhole).map(({ teamId }) => teamId)],
  );
}

/** Forgets who is in teams at GitHub: they follow it no more. */
export async function forgetGithubMembers(tx: Sql, teamIds: readonly number[]): Promise<void> {
  await tx.query('delete from team_github_member where team_id = any($1::bigint[])', [teamIds]);
}

/** Who of a team at GitHub is which person here today, with the day they were first seen in it. */
export interface LinkedMember {
  readonly personId: number;
  readonly isMaintainer: boolean;
  /** As `2026-11-21`. */
  readonly seenOn: string;
}

/** People of teams at GitHub, each once a team, however many accounts they have in it. */
export const loadLinkedMembers = (
  tx: Sql,
  teamIds: readonly number[],
): Promise<readonly (LinkedMember & { readonly teamId: number })[]> =>
  tx.query(
    `select
       held.team_id as "teamId",
       coalesce(person.merged_into_person_id, person.person_id) as "personId",
       bool_or(held.is_maintainer) as "isMaintainer",
       to_char(min(held.seen_on), 'YYYY-MM-DD') as "seenOn"
     from team_github_member as held
     join v_account_person as link
       on link.account_id = held.account_id
       and link.from_at <= app_now()
       and link.until_at > app_now()
     join person on person.person_id = link.person_id
     where held.team_id = any($1::bigint[])
     group by 1, 2
     order by 1, 2`,
    [teamIds],
  );

/** Notes how a look at GitHub went for teams: whole, or with a problem. */
export async function noteSteps(
  tx: Sql,
  steps: readonly { readonly teamId: number; readonly problem: string | undefined }[],
): Promise<void> {
  await tx.query(
    `update team
     set stepped_at = case when given.problem is null then app_now() else team.stepped_at end,
         step_problem = given.problem
     from unnest($1::bigint[], $2::text[]) as given (team_id, problem)
     where team.team_id = given.team_id`,
    [steps.map(({ teamId }) => teamId), steps.map(({ problem }) => problem)],
  );
}

/** Teams that were made from GitHub's of one organisation, by their id there. */
export interface TakenTeam {
  readonly teamId: number;
  readonly githubTeamId: number;
  readonly slug: string;
  readonly name: string;
  readonly isKept: boolean;
}

export const loadTakenTeams = (sql: Sql, organisationId: number): Promise<readonly TakenTeam[]> =>
  sql.query<TakenTeam>(
    `select team_id as "teamId", github_team_id as "githubTeamId", slug, name, keeps_in_step as "isKept"
     from team
     where organisation_id = $1::bigint
     order by team_id`,
    [organisationId],
  );

/** Connections of organisations some of whose teams are kept in step. */
export async function loadKeptConnections(sql: Sql): Promise<readonly number[]> {
  const rows = await sql.query<{ connection_id: number }>(
    `select distinct v_connection.connection_id
     from team
     join v_connection on v_connection.organisation_id = team.organisation_id
     where team.keeps_in_step
       and v_connection.paused_at is null
       and v_connection.state in ('active', 'needs-attention')
       and not exists (
         select from v_switched_off
         where v_switched_off.connection_id = v_connection.connection_id
           and v_switched_off.data = 'members')
     order by 1`,
  );
  return rows.map(({ connection_id }) => connection_id);
}

/** An organisation with the connection through which its teams can be read, where it has one. */
export async function findOrganisation(
  sql: Sql,
  organisationId: number,
): Promise<{ readonly login: string; readonly connectionId: number | undefined } | undefined> {
  const [row] = await sql.query<{ connection_id: number | null; login: string }>(
    `select v_connection.connection_id, v_organisation.login
     from v_organisation
     left join v_connection
       on v_connection.organisation_id = v_organisation.organisation_id
       and v_connection.state in ('active', 'needs-attention')
     where v_organisation.organisation_id = $1::bigint
     order by v_connection.connection_id
     limit 1`,
    [organisationId],
  );
  return row && { login: row.login, connectionId: row.connection_id ?? undefined };
}

/** Which of these accounts belong to a person here today, by GitHub id. */
export async function loadLinkedGithubIds(
  sql: Sql,
  hostId: number,
  githubIds: readonly number[],
): Promise<ReadonlySet<number>> {
  const rows = await sql.query<{ github_id: number }>(
    `select distinct account.github_id
     from account
     join v_account_person as link
       on link.account_id = account.account_id
       and link.from_at <= app_now()
       and link.until_at > app_now()
     where account.host_id = $1::bigint
       and account.github_id = any($2::bigint[])`,
    [hostId, githubIds],
  );
  return new Set(rows.map(({ github_id }) => github_id));
}

/** The organisation of a connection; undefined when the connection is gone. */
export async function findOrganisationOf(sql: Sql, connectionId: number): Promise<number | undefined> {
  const [row] = await sql.query<{ organisation_id: number }>(
    'select organisation_id from v_connection where connection_id = $1::bigint',
    [connectionId],
  );
  return row?.organisation_id;
}
