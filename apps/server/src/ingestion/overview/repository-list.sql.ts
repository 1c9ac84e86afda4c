import type { RepositorySync } from '@throughline/contract';
import { dropNulls, type Nullable, type Sql } from '../../platform/sql/index.ts';
import { loadKindCounts } from '../completeness/data-held.sql.ts';
import { type KindCount, toDataHeld, withoutFiles } from '../completeness/to-data-held.ts';
import type { SyncWaitReason } from '../reading/sync-state.ts';
import { toRepositoryWait } from './repository-wait.ts';
import { repositoryStandings } from './sync-standing.sql.ts';

interface RepositoryRow {
  readonly repositoryId: number;
  readonly fullName: string;
  readonly hostKind: string;
  readonly baseUrl: string;
  readonly state: RepositorySync['state'];
  readonly total: number | undefined;
  readonly held: number;
  readonly readAt: Date | undefined;
  readonly waitReason: SyncWaitReason | undefined;
  readonly waitUntil: Date | undefined;
  readonly failureCode: string | undefined;
  readonly failureText: string | undefined;
  readonly quarantined: number;
  readonly hasFiles: boolean;
}

/** When and where waits are told. */
export interface Telling {
  readonly now: Date;
  readonly zone: string;
}

/** Repositories of a connection in the order in which they are asked for; what is not its own is left out. */
export async function loadRepositoryList(
  sql: Sql,
  { connectionId, repositoryIds }: RepositoriesAsked,
  telling: Telling,
): Promise<readonly RepositorySync[]> {
  const rows = await sql.query<Nullable<RepositoryRow>>(selectRows, [connectionId, repositoryIds]);
  const counts = await loadKindCounts(sql, repositoryIds);
  return rows.map((row) => {
    const known = dropNulls<RepositoryRow>(row);
    return toRepositorySync(known, counts.get(known.repositoryId) ?? [], telling);
  });
}

export interface RepositoriesAsked {
  readonly connectionId: number;
  readonly repositoryIds: readonly number[];
}

const selectRows = `
  select
    standing.repository_id as "repositoryId",
    standing.full_name as "fullName",
    v_host.kind as "hostKind",
    v_host.base_url as "baseUrl",
    standing.state,
    standing.total,
    standing.held_count as held,
    standing.read_at as "readAt",
    standing.wait_reason as "waitReason",
    standing.wait_until as "waitUntil",
    standing.failure_code as "failureCode",
    standing.failure_text as "failureText",
    coalesce(quarantined.count, 0) as quarantined,
    not exists (
      select from v_switched_off
      where v_switched_off.connection_id = $1::bigint
        and v_switched_off.data = 'files') as "hasFiles"
  from (${repositoryStandings}) as standing
  join v_repository on v_repository.repository_id = standing.repository_id
  join v_host on v_host.host_id = v_repository.host_id
  left join (
    select quarantined_record.repository_id, count(*)::integer as count
    from quarantined_record
    where quarantined_record.resolved_at is null
      and quarantined_record.repository_id = any($2::bigint[])
    group by quarantined_record.repository_id) as quarantined
    on quarantined.repository_id = standing.repository_id
  where standing.repository_id = any($2::bigint[])
  order by array_position($2::bigint[], standing.repository_id)`;

function toRepositorySync(
  row: RepositoryRow,
  counts: readonly KindCount[],
  { now, zone }: Telling,
): RepositorySync {
  const { state, held, total } = row;
  const wait = state === 'paused' ? undefined : toRepositoryWait(row, now, zone);
  const standing = { held: Math.min(held, total ?? held), total };
  const data = toDataHeld(standing, counts);
  return {
    repositoryId: row.repositoryId,
    fullName: row.fullName,
    state,
    held: standing.held,
    quarantined: row.quarantined,
    data: row.hasFiles ? data : withoutFiles(data),
    ...(row.hostKind !== 'demo' && { url: `${row.baseUrl}/${row.fullName}` }),
    ...(total !== undefined && { total }),
    ...(row.readAt && { readAt: row.readAt.toISOString() }),
    ...(wait && { wait }),
    ...toFailed(row),
  };
}

const toFailed = ({
  state,
  failureCode: code,
  failureText: text,
}: RepositoryRow): Pick<RepositorySync, 'failure'> =>
  state === 'failed' && code !== undefined && text !== undefined ? { failure: { code, text } } : {};
