import type { Jobs } from '../../platform/jobs/index.ts';
import type { Sql } from '../../platform/sql/index.ts';
import { askForGaps } from './look-again.sql.ts';
import { enqueueReading } from './read-repository.jobs.ts';
import { endRestStreams } from './rest-stream.sql.ts';

/**
 * Has everything of a repository be read anew, from the newest back. What is here stays while it is, and what GitHub shows
 * unchanged is not written again. Lists of which something is missing are asked for by themselves: under an unchanged
 * version nobody would ask for files again.
 */
export async function readAgain(tx: Sql, jobs: Jobs, repositoryId: number): Promise<void> {
  await endRestStreams(tx, repositoryId);
  await askForGaps(tx, repositoryId);
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
         expected_at = app_now()
     where repository_id = $1::bigint
       and data = 'pull-requests'`,
    [repositoryId],
  );
  await enqueueReading(tx, jobs, { repositoryId, phase: 'recent' });
}
