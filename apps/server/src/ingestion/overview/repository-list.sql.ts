import type { RepositorySync } from '@throughline/contract';
import { dropNulls, type Nullable, type Sql } from '../../platform/sql/index.ts';
import type { SyncWaitReason } from '../reading/sync-state.ts';
import {
  isFailed,
  type RepositoryStanding,
  toRepositoryState,
  toRepositoryWait,
} from './repository-state.ts';

interface RepositoryRow {
  readonly repositoryId: number;
  readonly fullName: string;
  readonly hostKind: string;
  readonly baseUrl: string;
  readonly isPaused: boolean;
  readonly total: number | undefined;
  readonly held: number;
  readonly startedAt: Date | undefined;
  readonly completedAt: Date | undefined;
  readonly readAt: Date | undefined;
  readonly waitReason: SyncWaitReason | undefined;
  readonly waitUntil: Date | undefined;
  readonly failureCode: string | undefined;
  readonly failureText: string | undefined;
  readonly failureCount: number;
  readonly quarantined: number;
}

/** When and where waits are told. */
export interface Telling {
  readonly now: Date;
  readonly zone: string;
}

/** Every repository of a connection that is read: those that need somebody first, then by name. */
export async function loadRepositoryList(
  sql: Sql,
  connectionId: number,
  telling: Telling,
): Promise<readonly RepositorySync[]> {
  const rows = await sql.query<Nullable<RepositoryRow>>(
    `select
       repository_sync.repository_id as "repositoryId",
       v_repository.owner_login || '/' || v_repository.name as "fullName",
       v_host.kind as "hostKind",
       v_host.base_url as "baseUrl",
       v_connection.paused_at is not null as "isPaused",
       repository_sync.total,
       repository_sync.held_count as held,
       repository_sync.started_at as "startedAt",
       repository_sync.completed_at as "completedAt",
       repository_sync.read_at as "readAt",
       repository_sync.wait_reason as "waitReason",
       repository_sync.wait_until as "waitUntil",
       repository_sync.failure_code as "failureCode",
       repository_sync.failure_text as "failureText",
       repository_sync.failure_count as "failureCount",
       coalesce(quarantined.count, 0) as quarantined
     from repository_sync
     join v_repository on v_repository.repository_id = repository_sync.repository_id
     join v_host on v_host.host_id = v_repository.host_id
     join v_connection on v_connection.connection_id = repository_sync.connection_id
     left join (
       select quarantined_record.repository_id, count(*)::integer as count
       from quarantined_record
       where quarantined_record.resolved_at is null
       group by quarantined_record.repository_id) as quarantined
       on quarantined.repository_id = repository_sync.repository_id
     where repository_sync.connection_id = $1::bigint
       and repository_sync.is_chosen
     order by lower(v_repository.owner_login), lower(v_repository.name)`,
    [connectionId],
  );
  const shown = rows.map((row) => toRepositorySync(dropNulls<RepositoryRow>(row), telling));
  return shown.toSorted((left, right) => order.indexOf(left.state) - order.indexOf(right.state));
}

const order: readonly RepositorySync['state'][] = ['failed', 'reading', 'waiting', 'paused', 'complete'];

function toRepositorySync(row: RepositoryRow, { now, zone }: Telling): RepositorySync {
  const standing = toStanding(row);
  const wait = toRepositoryWait(standing, now, zone);
  const failure = isFailed(standing) ? standing.failure : undefined;
  return {
    repositoryId: row.repositoryId,
    fullName: row.fullName,
    state: toRepositoryState(standing),
    held: Math.min(row.held, row.total ?? row.held),
    quarantined: row.quarantined,
    ...(row.hostKind !== 'demo' && { url: `${row.baseUrl}/${row.fullName}` }),
    ...(row.total !== undefined && { total: row.total }),
    ...(row.readAt && { readAt: row.readAt.toISOString() }),
    ...(wait && { wait }),
    ...(failure && { failure: { code: failure.code, text: failure.text } }),
  };
}

const toStanding = (row: RepositoryRow): RepositoryStanding => ({
  isPaused: row.isPaused,
  startedAt: row.startedAt,
  completedAt: row.completedAt,
  wait:
    row.waitReason !== undefined && row.waitUntil !== undefined
      ? { reason: row.waitReason, untilAt: row.waitUntil }
      : undefined,
  failure:
    row.failureCode !== undefined && row.failureText !== undefined
      ? { code: row.failureCode, text: row.failureText, count: row.failureCount }
      : undefined,
});
