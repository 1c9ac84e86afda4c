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

/** An account in a team at GitHub. */
export interface GithubMember {
  readonly accountId: number;
  readonly isMaintainer: boolean;
}

/**
 * Notes who is in a team at GitHub, with the day they were first seen there. A list that is not whole takes nobody off.
 */
export async function noteGithubMembers(
  tx: Sql,
  seen: {
    readonly teamId: number;
    readonly members: readonly GithubMember[];
    readonly seenOn: string;
    readonly isWhole: boolean;
  },
): Promise<void> {
  const accountIds = seen.members.map(({ accountId }) => accountId);
  await tx.query(
    `insert into team_github_member as held (team_id, account_id, is_maintainer, seen_on)
     select $1::bigint, given.account_id, given.is_maintainer, $4::date
     from unnest($2::bigint[], $3::boolean[]) as given (account_id, is_maintainer)
     order by given.account_id
     on conflict (team_id, account_id) do update
     set is_maintainer = excluded.is_maintainer`,
    [seen.teamId, accountIds, seen.members.map(({ isMaintainer }) => isMaintainer), seen.seenOn],
  );
  if (!seen.isWhole) return;
  await tx.query(
    `delete from team_github_member
     where team_id = $1::bigint
       and account_id <> all($2::bigint[])`,
    [seen.teamId, accountIds],
  );
}

/** Who of a team at GitHub is which person here today, with the day they were first seen in it. */
export interface LinkedMember {
  readonly personId: number;
  readonly isMaintainer: boolean;
  readonly seenOn: string;
}

/** People of a team at GitHub, each once, however many accounts they have in it. */
export const loadLinkedMembers = (tx: Sql, teamId: number): Promise<readonly LinkedMember[]> =>
  tx.query<LinkedMember>(
    `select
       coalesce(person.merged_into_person_id, person.person_id) as "personId",
       bool_or(held.is_maintainer) as "isMaintainer",
       to_char(min(held.seen_on), 'YYYY-MM-DD') as "seenOn"
     from team_github_member as held
     join v_account_person as link
       on link.account_id = held.account_id
       and link.from_at <= app_now()
       and link.until_at > app_now()
     join person on person.person_id = link.person_id
     where held.team_id = $1::bigint
     group by 1
     order by 1`,
    [teamId],
  );

/** Notes how the last look at GitHub went for a team: whole, or with a problem. */
export async function noteStep(tx: Sql, teamId: number, problem: string | undefined): Promise<void> {
  await tx.query(
    `update team
     set stepped_at = case when $2::text is null then app_now() else stepped_at end,
         step_problem = $2::text
     where team_id = $1::bigint`,
    [teamId, problem],
  );
}

/** The connection through which an organisation's teams can be read; undefined when it has none. */
export async function findConnectionOf(
  sql: Sql,
  organisationId: number,
): Promise<{ readonly connectionId: number | undefined; readonly login: string } | undefined> {
  const [row] = await sql.query<{ connection_id: number | null; login: string }>(
    `select v_connection.connection_id, v_organisation.login
     from v_organisation
     left join v_connection on v_connection.organisation_id = v_organisation.organisation_id
     where v_organisation.organisation_id = $1::bigint
     order by v_connection.connection_id
     limit 1`,
    [organisationId],
  );
  return row && { connectionId: row.connection_id ?? undefined, login: row.login };
}
