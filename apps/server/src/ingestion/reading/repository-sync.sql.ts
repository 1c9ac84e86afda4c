import { AppError } from '../../platform/errors/index.ts';
import { dropNulls, type Nullable, type Sql } from '../../platform/sql/index.ts';
import { areFilesOn, arePullRequestsOn } from '../switching/is-on.sql.ts';
import type { SyncState, SyncWaitReason } from './sync-state.ts';

/** A repository to be read, with how far it has been. */
export interface Reading {
  readonly repositoryId: number;
  readonly githubId: number;
  readonly nodeId: string;
  /** `owner/name`. */
  readonly fullName: string;
  readonly connectionId: number;
  readonly hostId: number;
  /** Pull requests that one question about files may ask for. */
  readonly filesSize: number;
  /** False while files are switched off. */
  readonly hasFiles: boolean;
  readonly state: SyncState;
}

/** What stands in a column of its own. */
type Columns = Omit<SyncState, 'wait' | 'failure' | 'tooLarge'>;

interface ReadingRow extends Nullable<Columns> {
  readonly repositoryId: number;
  readonly githubId: number;
  readonly nodeId: string;
  readonly fullName: string;
  readonly connectionId: number;
  readonly hostId: number;
  readonly filesSize: number;
  readonly hasFiles: boolean;
  readonly waitReason: SyncWaitReason | null;
  readonly waitUntil: Date | null;
  readonly failureCode: string | null;
  readonly failureText: string | null;
  readonly failureCount: number;
  readonly tooLargeSize: number | null;
  readonly pagesSince: number;
}

/**
 * A repository as it is to be read now; undefined when it is not: paused, not chosen any more, gone, its pull requests
 * switched off, or its connection needs attention or has ended.
 */
export async function findReading(sql: Sql, repositoryId: number): Promise<Reading | undefined> {
  const [row] = await sql.query<ReadingRow>(
    `select
       repository_sync.repository_id as "repositoryId",
       v_repository.github_id as "githubId",
       v_repository.node_id as "nodeId",
       repository_sync.files_size as "filesSize",
       ${areFilesOn} as "hasFiles",
       v_repository.owner_login || '/' || v_repository.name as "fullName",
       repository_sync.connection_id as "connectionId",
       v_repository.host_id as "hostId",
       repository_sync.phase,
       repository_sync.cursor,
       repository_sync.history_cursor as "historyCursor",
       repository_sync.page_size as "pageSize",
       repository_sync.total,
       repository_sync.held_count as held,
       repository_sync.newest_at as "newestAt",
       repository_sync.watermark_at as "watermarkAt",
       repository_sync.reached_at as "reachedAt",
       repository_sync.started_at as "startedAt",
       repository_sync.recent_completed_at as "recentCompletedAt",
       repository_sync.completed_at as "completedAt",
       repository_sync.read_at as "readAt",
       repository_sync.changed_at as "changedAt",
       repository_sync.wait_reason as "waitReason",
       repository_sync.wait_until as "waitUntil",
       repository_sync.failure_code as "failureCode",
       repository_sync.failure_text as "failureText",
       repository_sync.failure_count as "failureCount",
       repository_sync.too_large_size as "tooLargeSize",
       repository_sync.pages_since_too_large as "pagesSince"
     from repository_sync
     join v_repository on v_repository.repository_id = repository_sync.repository_id
     join v_connection on v_connection.connection_id = repository_sync.connection_id
     where repository_sync.repository_id = $1::bigint
       and repository_sync.data = 'pull-requests'
       and repository_sync.is_chosen
       and v_connection.state = 'active'
       and v_connection.paused_at is null
       and ${arePullRequestsOn}`,
    [repositoryId],
  );
  return row === undefined ? undefined : toReading(row);
}

function toReading(row: ReadingRow): Reading {
  const { repositoryId, githubId, nodeId, fullName, connectionId, hostId, ...others } = row;
  const { filesSize, hasFiles, ...columns } = others;
  const { waitReason, waitUntil, failureCode, failureText, failureCount, ...more } = columns;
  const { tooLargeSize, pagesSince, ...rest } = more;
  const state: SyncState = {
    ...dropNulls<Columns>(rest),
    tooLarge: tooLargeSize === null ? undefined : { size: tooLargeSize, pages: pagesSince },
    wait: waitReason !== null && waitUntil !== null ? { reason: waitReason, untilAt: waitUntil } : undefined,
    failure:
      failureCode !== null && failureText !== null
        ? { code: failureCode, text: failureText, count: failureCount }
        : undefined,
  };
  const sizes = { filesSize, hasFiles };
  return { repositoryId, githubId, nodeId, fullName, connectionId, hostId, ...sizes, state };
}

/**
 * Stores where reading stands, in the transaction of the rows it covers. Rejects, and so takes them back, when another
 * worker has read on since `before` was loaded. A sweep that says meanwhile that nothing is new disturbs no page of history.
 */
export async function saveReading(tx: Sql, before: Reading, state: SyncState): Promise<void> {
  const rows = await tx.query(
    `update repository_sync
     set phase = $4::text,
         cursor = $5::text,
         history_cursor = $6::text,
         page_size = $7::integer,
         total = $8::integer,
         held_count = $9::integer,
         newest_at = $10::timestamptz,
         watermark_at = $11::timestamptz,
         reached_at = $12::timestamptz,
         started_at = $13::timestamptz,
         recent_completed_at = $14::timestamptz,
         completed_at = $15::timestamptz,
         read_at = greatest(read_at, $16::timestamptz),
         wait_reason = $17::text,
         wait_until = $18::timestamptz,
         failure_code = $19::text,
         failure_text = $20::text,
         failure_count = $21::integer,
         too_large_size = $24::integer,
         pages_since_too_large = $25::integer
     where repository_id = $1::bigint
       and data = 'pull-requests'
       and phase = $2::text
       and cursor is not distinct from $3::text
       and held_count = $22::integer
       and (phase = 'history' or read_at is not distinct from $23::timestamptz)
     returning repository_id`,
    [
      before.repositoryId,
      before.state.phase,
      before.state.cursor,
      ...toColumns(state),
      before.state.held,
      before.state.readAt,
      state.tooLarge?.size,
      state.tooLarge?.pages ?? 0,
    ],
  );
  if (rows.length > 0) return;
  throw new AppError(
    'conflict',
    `Another worker has read on in ${before.fullName}; this page is left to that one.`,
    { context: { hasReadOn: true } },
  );
}

/** Whether a write was taken back because another worker has read on. */
export const isReadOn = (thrown: unknown): boolean =>
  thrown instanceof AppError && thrown.context['hasReadOn'] === true;

const toColumns = (state: SyncState): readonly unknown[] => [
  state.phase,
  state.cursor,
  state.historyCursor,
  state.pageSize,
  state.total,
  state.held,
  state.newestAt,
  state.watermarkAt,
  state.reachedAt,
  state.startedAt,
  state.recentCompletedAt,
  state.completedAt,
  state.readAt,
  state.wait?.reason,
  state.wait?.untilAt,
  state.failure?.code,
  state.failure?.text,
  state.failure?.count ?? 0,
];

/** Counts pull requests that came or went by themselves, beside the pages. */
export async function addHeld(tx: Sql, repositoryId: number, difference: number): Promise<void> {
  if (difference === 0) return;
  await tx.query(
    `update repository_sync
     set held_count = greatest(0, held_count + $2::integer)
     where repository_id = $1::bigint
       and data = 'pull-requests'`,
    [repositoryId, difference],
  );
}

/** Says when the next job of a repository is to run; undefined: none is in the queue. */
export async function expectReading(
  tx: Sql,
  repositoryId: number,
  expectedAt: Date | undefined,
): Promise<void> {
  await tx.query(
    `update repository_sync
     set expected_at = $2::timestamptz
     where repository_id = $1::bigint
       and data = 'pull-requests'`,
    [repositoryId, expectedAt],
  );
}
