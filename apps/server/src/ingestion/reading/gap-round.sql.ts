import type { Sql } from '../../platform/sql/index.ts';

/** Above every number of a pull request. */
const aboveAll = 2_147_483_647;

/** As many as one question may name: the next are taken when fewer wait. */
export const atOnce = 25;

/** After so many that the token may still not read of a kind of list, a round leaves the others of that kind alone. */
const patience = 10;

/** Causes that another look may heal. What GitHub no longer has, and what a host's version does not offer, none does. */
const healable = ['cut-off', 'unreadable', 'count-differs', 'forbidden'];

/** Has everything that is missing of these repositories be asked for again, from their newest pull requests on. */
export async function beginGapRounds(tx: Sql, repositoryIds: readonly number[]): Promise<void> {
  await tx.query(
    `insert into gap_round (repository_id, begun_at, causes, below)
     select given.repository_id, app_now(), $2::text[], $3::integer
     from unnest($1::bigint[]) as given (repository_id)
     on conflict (repository_id) do update
     set begun_at = excluded.begun_at,
         causes = excluded.causes,
         below = excluded.below`,
    [repositoryIds, healable, aboveAll],
  );
}

/** Of these repositories those in which, when they were counted last, something was missing that may be healed. */
export async function loadWithGaps(sql: Sql, repositoryIds: readonly number[]): Promise<readonly number[]> {
  const rows = await sql.query<{ repository_id: number }>(
    `select distinct repository_id
     from completeness_part
     where repository_id = any($1::bigint[])
       and cause = any($2::text[])`,
    [repositoryIds, healable],
  );
  return rows.map((row) => row.repository_id);
}

/**
 * Begins a round through what the token may not read in each repository that has such, a week after the last: the permission
 * may have been given since, and nobody tells.
 */
export async function beginWeeklyRounds(tx: Sql): Promise<void> {
  await beginRefusedRounds(tx, { connectionId: undefined, restDays: 7 });
}

/** The same now, for the repositories of a connection that was given another token, or is to go on. */
export async function beginRefusedRoundsNow(tx: Sql, connectionId: number): Promise<void> {
  await beginRefusedRounds(tx, { connectionId, restDays: 0 });
}

interface RefusedScope {
  /** Undefined: all. */
  readonly connectionId: number | undefined;
  /** Since the last round, or since it was first seen that the token may not: that was a try as well. */
  readonly restDays: number;
}

async function beginRefusedRounds(tx: Sql, { connectionId, restDays }: RefusedScope): Promise<void> {
  await tx.query(
    `insert into gap_round as held (repository_id, begun_at, causes, below)
     select
       repository_sync.repository_id,
       app_now(),
       array['forbidden'],
       case when $2::integer = 0 then $3::integer end
     from repository_sync
     where repository_sync.data = 'pull-requests'
       and repository_sync.is_chosen
       and ($1::bigint is null or repository_sync.connection_id = $1::bigint)
       and repository_sync.repository_id in (
         select completeness_part.repository_id
         from completeness_part
         where completeness_part.cause = 'forbidden')
     on conflict (repository_id) do update
     set begun_at = excluded.begun_at,
         causes = excluded.causes,
         below = $3::integer
     where held.below is null
       and held.begun_at <= app_now() - $2::integer * interval '1 day'`,
    [connectionId, restDays, aboveAll],
  );
}

/**
 * Takes the next pull requests of a repository's round to be looked up now, and says whether there were any. Lists that the
 * token may not read are tried with the first: when those are still refused, the others would be too.
 */
export async function takeGaps(tx: Sql, repositoryId: number): Promise<boolean> {
  const [round] = await tx.query<{ below: number; causes: readonly string[] }>(
    `select below, causes
     from gap_round
     where repository_id = $1::bigint
       and below is not null
     for update`,
    [repositoryId],
  );
  if (round === undefined) return false;
  const found = await tx.query<{ number: number }>(
    `select distinct part.number
     from v_pull_request_part as part
     join v_pull_request
       on v_pull_request.repository_id = part.repository_id
       and v_pull_request.number = part.number
     where part.repository_id = $1::bigint
       and part.number < $2::integer
       and part.reason_code = any($3::text[])
       and (part.reason_code <> 'forbidden' or part.part not in (
         select refused.part
         from v_pull_request_part as refused
         where refused.repository_id = $1::bigint
           and refused.number >= $2::integer
           and refused.reason_code = 'forbidden'
         group by refused.part
         having count(*) >= $4::integer))
     order by part.number desc
     limit $5::integer`,
    [repositoryId, round.below, round.causes, patience, atOnce],
  );
  const numbers = found.map(({ number }) => number);
  await askNow(tx, repositoryId, numbers);
  const below = numbers.length < atOnce ? undefined : numbers.at(-1);
  await tx.query('update gap_round set below = $2::integer where repository_id = $1::bigint', [
    repositoryId,
    below,
  ]);
  return numbers.length > 0;
}

/** What was put off is asked for now as well. */
async function askNow(tx: Sql, repositoryId: number, numbers: readonly number[]): Promise<void> {
  await tx.query(
    `insert into look_again as held (repository_id, number, asked_at)
     select $1::bigint, given.number, app_now() - interval '1 minute'
     from unnest($2::integer[]) as given (number)
     on conflict (repository_id, number) do update
     set asked_at = least(held.asked_at, excluded.asked_at)`,
    [repositoryId, numbers],
  );
}
