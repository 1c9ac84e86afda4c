import { type DataHeld, dataKinds } from '@throughline/contract';
import type { Sql } from '../../platform/sql/index.ts';
import { type KindCount, toWholePercent } from './to-data-held.ts';

/** What was counted of some repositories, by kind. */
export async function loadKindCounts(
  sql: Sql,
  repositoryIds: readonly number[],
): Promise<ReadonlyMap<number, readonly KindCount[]>> {
  const rows = await sql.query<KindCount & { readonly repositoryId: number } & Record<string, unknown>>(
    `select
       repository_id as "repositoryId",
       kind,
       pull_requests as "pullRequests",
       whole,
       held
     from completeness_kind
     where repository_id = any($1::bigint[])`,
    [repositoryIds],
  );
  return Map.groupBy(rows, ({ repositoryId }) => repositoryId);
}

interface ConnectionKind {
  readonly connectionId: number;
  readonly kind: DataHeld['kind'];
  readonly held: number;
  /** Null while a repository has not been counted at GitHub. */
  readonly share: number | null;
}

/** How much of each kind of data is here of each connection; pull requests weigh alike, whichever repository is theirs. */
export async function loadConnectionData(sql: Sql): Promise<ReadonlyMap<number, readonly DataHeld[]>> {
  const rows = await sql.query<ConnectionKind & Record<string, unknown>>(selectConnectionData, [
    dataKinds.filter((kind) => kind !== 'pull-requests'),
  ]);
  const byConnection = Map.groupBy(rows, ({ connectionId }) => connectionId);
  return new Map([...byConnection].map(([connectionId, kinds]) => [connectionId, kinds.map(toHeld)]));
}

const toHeld = ({ kind, held, share }: ConnectionKind): DataHeld => ({
  kind,
  held,
  ...(share !== null && { percent: toWholePercent(share) }),
});

/** A repository without pull requests is whole; one that was not counted here yet has nothing. */
const selectConnectionData = `
  select
    repository_sync.connection_id as "connectionId",
    kinds.kind,
    coalesce(sum(counted.held), 0)::bigint as held,
    case
      when count(repository_sync.total) < count(*) then null
      when sum(repository_sync.total) = 0 then 1
      else
        coalesce(sum(
          least(repository_sync.held_count, repository_sync.total)::float8
          * counted.whole / nullif(counted.pull_requests, 0)), 0)
        / sum(repository_sync.total)
    end as share
  from repository_sync
  join v_repository on v_repository.repository_id = repository_sync.repository_id
  cross join unnest($1::text[]) with ordinality as kinds (kind, place)
  left join completeness_kind as counted
    on counted.repository_id = repository_sync.repository_id
    and counted.kind = kinds.kind
  where repository_sync.is_chosen
  group by repository_sync.connection_id, kinds.kind, kinds.place
  order by repository_sync.connection_id, kinds.place`;
