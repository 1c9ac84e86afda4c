import type { Sql } from '../../platform/sql/index.ts';
import type { ExclusionRule } from './exclusion.ts';
import type { FactKey } from './load-stories.sql.ts';

/** Something to be made anew beside the feeds, and how far that is done. */
export interface Stale {
  readonly staleId: number;
  readonly kind: 'repository' | 'account' | 'rule';
  readonly repositoryId: number | null;
  readonly accountId: number | null;
  readonly ruleKind: ExclusionRule['kind'] | null;
  readonly pattern: string | null;
  readonly afterRepositoryId: number;
  readonly afterNumber: number;
}

/** Single pull requests that are to be made anew, with the rows that say so. */
export const loadStaleKeys = (
  sql: Sql,
  most: number,
): Promise<readonly (FactKey & { readonly staleId: number })[]> =>
  sql.query<FactKey & { readonly staleId: number } & Record<string, unknown>>(
    `select fact_stale_id as "staleId", repository_id as "repositoryId", number
     from fact_stale
     where kind = 'pull-request'
     order by fact_stale_id
     limit $1::integer`,
    [most],
  );

/** Of these pull requests, those that are to be made anew. */
export const loadMarked = (sql: Sql, keys: readonly FactKey[]): Promise<readonly FactKey[]> =>
  sql.query<FactKey & Record<string, unknown>>(
    `select fact_stale.repository_id as "repositoryId", fact_stale.number
     from fact_stale
     join unnest($1::bigint[], $2::integer[]) as given (repository_id, number)
       on given.repository_id = fact_stale.repository_id
       and given.number = fact_stale.number
     where fact_stale.kind = 'pull-request'`,
    [keys.map(({ repositoryId }) => repositoryId), keys.map(({ number }) => number)],
  );

/** What is next to be made anew beside single pull requests; whole repositories come last. */
export async function findStale(sql: Sql): Promise<Stale | undefined> {
  const [row] = await sql.query<Stale & Record<string, unknown>>(
    `select
       fact_stale_id as "staleId",
       kind,
       repository_id as "repositoryId",
       account_id as "accountId",
       rule_kind as "ruleKind",
       pattern,
       after_repository_id as "afterRepositoryId",
       after_number as "afterNumber"
     from fact_stale
     where kind <> 'pull-request'
     order by kind = 'repository', fact_stale_id
     limit 1`,
  );
  return row;
}

/** The pull requests of one that are next, in the order of repository and number. */
export async function loadKeysOf(sql: Sql, stale: Stale, most: number): Promise<readonly FactKey[]> {
  const place = [stale.afterRepositoryId, stale.afterNumber, most];
  switch (stale.kind) {
    case 'repository':
      return sql.query<FactKey & Record<string, unknown>>(keysOfRepository, [
        stale.repositoryId,
        stale.afterNumber,
        most,
      ]);
    case 'account':
      return sql.query<FactKey & Record<string, unknown>>(keysOfAccount, [stale.accountId, ...place]);
    case 'rule':
      return sql.query<FactKey & Record<string, unknown>>(keysOfRule, [
        stale.ruleKind,
        toLikePattern(stale.pattern ?? ''),
        ...place,
      ]);
  }
}

/** The pattern of a rule as `like` has it. */
const toLikePattern = (pattern: string): string =>
  pattern.replaceAll(/[\\%_]/g, String.raw`\$&`).replaceAll(/\*+/g, '%');

/** Notes how far one is done, or that it is. */
export async function moveStale(tx: Sql, stale: Stale, to: FactKey | undefined): Promise<void> {
  if (to === undefined) return endStale(tx, [stale.staleId]);
  await tx.query(
    `update fact_stale
     set after_repository_id = $2::bigint,
         after_number = $3::integer
     where fact_stale_id = $1::bigint`,
    [stale.staleId, to.repositoryId, to.number],
  );
}

export async function endStale(tx: Sql, staleIds: readonly number[]): Promise<void> {
  await tx.query('delete from fact_stale where fact_stale_id = any($1::bigint[])', [staleIds]);
}

const keysOfRepository = `
  select $1::bigint as "repositoryId", number
  from (
    select number
    from v_pull_request
    where repository_id = $1::bigint
    union
    select number
    from pull_request_fact
    where repository_id = $1::bigint) as known
  where number > $2::integer
  order by number
  limit $3::integer`;

const keysOfAccount = `
  select repository_id as "repositoryId", number
  from (
    select repository_id, number
    from v_pull_request
    where author_account_id = $1::bigint
    union
    select repository_id, number
    from v_pull_request_review
    where author_account_id = $1::bigint
    union
    select repository_id, number
    from v_pull_request_comment
    where author_account_id = $1::bigint) as known
  where (repository_id, number) > ($2::bigint, $3::integer)
  order by repository_id, number
  limit $4::integer`;

const keysOfRule = `
  select v_pull_request.repository_id as "repositoryId", v_pull_request.number
  from v_pull_request
  join v_repository on v_repository.repository_id = v_pull_request.repository_id
  where (v_pull_request.repository_id, v_pull_request.number) > ($3::bigint, $4::integer)
    and case $1::text
      when 'title' then v_pull_request.title ilike $2::text
      when 'head-branch' then v_pull_request.head_ref ilike $2::text
      when 'base-branch' then v_pull_request.base_ref ilike $2::text
      when 'repository' then v_repository.owner_login || '/' || v_repository.name ilike $2::text
      else exists (
        select from v_pull_request_label as label
        where label.repository_id = v_pull_request.repository_id
          and label.number = v_pull_request.number
          and label.name ilike $2::text)
    end
  order by v_pull_request.repository_id, v_pull_request.number
  limit $5::integer`;
