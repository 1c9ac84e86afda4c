import type { DataGap, DataKind, RepositorySyncDetail } from '@throughline/contract';
import type { Sql } from '../../platform/sql/index.ts';
import { toGapWords } from './gap-words.data.ts';
import { type GapPart, kindOfPart } from './kinds.data.ts';

/** Examples that are named of a gap. */
const examples = 5;

interface GapRow {
  readonly kind: Exclude<DataKind, 'pull-requests'>;
  readonly cause: string;
  readonly parts: readonly string[];
  readonly pullRequests: number;
  readonly numbers: readonly number[];
}

/** What is missing of a repository's pull requests: by kind and cause, the larger first, the newest as examples. */
export async function loadGaps(
  sql: Sql,
  repositoryId: number,
  toUrl: (number: number) => string | undefined,
): Promise<DataGap[]> {
  const rows = await sql.query<GapRow & Record<string, unknown>>(selectGaps, [
    repositoryId,
    Object.keys(kindOfPart),
    Object.values(kindOfPart),
    examples,
  ]);
  return rows.map(({ kind, cause, parts, pullRequests, numbers }) => ({
    kind,
    cause,
    ...toGapWords(cause, parts),
    pullRequests,
    examples: numbers.map((number) => {
      const url = toUrl(number);
      return { number, ...(url !== undefined && { url }) };
    }),
  }));
}

// Of a kind's lists the one with the most gaps speaks for the cause, for a pull request may lack several of them.
const selectGaps = `
  with gap as (
    select
      kinds.kind,
      completeness_part.cause,
      max(completeness_part.pull_requests) as pull_requests,
      array_agg(completeness_part.part) as parts
    from completeness_part
    join unnest($2::text[], $3::text[]) as kinds (part, kind) on kinds.part = completeness_part.part
    where completeness_part.repository_id = $1::bigint
      and completeness_part.cause <> 'whole'
    group by kinds.kind, completeness_part.cause)
  select
    gap.kind,
    gap.cause,
    gap.parts,
    gap.pull_requests as "pullRequests",
    coalesce(named.numbers, array[]::integer[]) as numbers
  from gap
  left join lateral (
    select array_agg(newest.number order by newest.number desc) as numbers
    from (
      select distinct v_pull_request_part.number
      from v_pull_request_part
      join v_pull_request
        on v_pull_request.repository_id = v_pull_request_part.repository_id
        and v_pull_request.number = v_pull_request_part.number
      where v_pull_request_part.repository_id = $1::bigint
        and v_pull_request_part.part = any(gap.parts)
        and v_pull_request_part.reason_code = gap.cause
      order by v_pull_request_part.number desc
      limit $4::integer) as newest) as named on true
  order by gap.pull_requests desc, gap.kind, gap.cause`;

interface PartRow {
  readonly part: GapPart;
  readonly held: number;
  readonly total: number;
  readonly uncounted: number;
}

interface KindRow {
  readonly kind: Exclude<DataKind, 'pull-requests'>;
  readonly held: number;
  readonly whole: number;
  readonly pullRequests: number;
}

/** Entries here and entries that GitHub counts, by kind. */
export async function loadEntries(sql: Sql, repositoryId: number): Promise<RepositorySyncDetail['entries']> {
  const parts = await sql.query<PartRow & Record<string, unknown>>(
    `select
       part,
       sum(held)::bigint as held,
       sum(github_total)::bigint as total,
       sum(uncounted)::integer as uncounted
     from completeness_part
     where repository_id = $1::bigint
     group by part`,
    [repositoryId],
  );
  const kinds = await sql.query<KindRow & Record<string, unknown>>(
    `select kind, held, whole, pull_requests as "pullRequests"
     from completeness_kind
     where repository_id = $1::bigint
     order by array_position($2::text[], kind)`,
    [repositoryId, Object.values(kindOfPart)],
  );
  return kinds.map((row) => {
    const total = toTotal(parts.filter(({ part }) => kindOfPart[part] === row.kind));
    return { ...row, ...(total !== undefined && { total: Math.max(total, row.held) }) };
  });
}

/** Undefined where GitHub tells no count. Threads hold comments, which are counted themselves. */
function toTotal(parts: readonly PartRow[]): number | undefined {
  if (parts.some(({ uncounted }) => uncounted > 0)) return undefined;
  return parts.filter(({ part }) => part !== 'threads').reduce((sum, { total }) => sum + total, 0);
}
