import { GitHubFailure } from '@throughline/github';
import { needsAttention } from '../../github-access/index.ts';
import type { Jobs } from '../../platform/jobs/index.ts';
import type { Sql } from '../../platform/sql/index.ts';
import { discoverQueue } from '../queues.ts';

/**
 * Has the list of repositories be asked for when it was the token that failed: whatever is wrong with that, the list finds
 * out and says, now and not when it is next due.
 */
export async function askWhatIsWrong(
  tx: Sql,
  jobs: Jobs,
  connectionId: number,
  thrown: unknown,
): Promise<void> {
  if (!(thrown instanceof GitHubFailure) || !needsAttention(thrown)) return;
  const options = { singletonKey: String(connectionId) };
  await jobs.enqueue(tx, discoverQueue, { connectionId, isForced: false }, options);
}
