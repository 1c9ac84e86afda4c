import type { Sql } from '../../platform/sql/index.ts';
import { beginGapRounds, loadWithGaps } from './gap-round.sql.ts';
import { endRestStreams } from './rest-stream.sql.ts';

/**
 * Has everything of repositories be read anew, from the newest back: they are due from now on. What is here stays while it is, and what GitHub shows
 * unchanged is not written again. Lists of which something is missing are asked for by themselves: under an unchanged
 * version nobody would ask for files again. Where reading stands is taken first, as pages under way take it.
 */
export async function readAgain(tx: Sql, repositoryIds: readonly number[]): Promise<void> {
  await tx.query(
    `update repository_sync
     set phase = 'recent',
         cursor = null,
         history_cursor = null,
         newest_at = null,
         watermark_at = null,
         reached_at = null,
         started_at = null,
         recent_completed_at = null,
         completed_at = null,
         read_at = null,
         wait_reason = null,
         wait_until = null,
         failure_code = null,
         failure_text = null,
         failure_count = 0,
         expected_at = null
     where repository_id = any($1::bigint[])
       and data = 'pull-requests'`,
    [repositoryIds],
  );
  await endRestStreams(tx, repositoryIds);
  await beginGapRounds(tx, await loadWithGaps(tx, repositoryIds));
}
