import type { GitHubClient } from '../client/github-client.ts';
import { GitHubFailure } from '../github-failure.ts';
import type { PullRequestRecord } from '../records/pull-request-record.ts';
import { type PartBatch, planParts, toPartKey } from './plan-parts.ts';
import { type PartAnswer, type PartName, parts } from './pull-request-part.ts';
import { readParts } from './read-parts.ts';

/** Entries one question should bring at most: about four seconds of GitHub's time. */
const firstNodeBudget = 1000;

interface CompleteOptions {
  /** Mark a list that GitHub cannot finish even alone as cut off, instead of rejecting; for the last of several tries. */
  readonly giveUp?: boolean;
}

/**
 * Reads on whatever these records hold only the beginning of: further pages of every list, and the comments of review
 * threads. Afterwards every list is complete or says why not. Asks for half as much after GitHub found it too much;
 * rejects with `QuotaWait` or `GitHubFailure` like every read, and then nothing of it is kept.
 */
export async function completePullRequests(
  client: GitHubClient,
  records: readonly PullRequestRecord[],
  { giveUp = false }: CompleteOptions = {},
): Promise<readonly PullRequestRecord[]> {
  const started = new Set<string>();
  let current = records;
  let nodeBudget = firstNodeBudget;
  for (;;) {
    const [batch] = planParts(current, nodeBudget, started);
    if (batch === undefined) return current;
    const answers = await tryBatch(client, batch, giveUp);
    if (answers === 'too-much') {
      nodeBudget = Math.max(1, Math.floor(nodeBudget / 2));
      continue;
    }
    for (const { nodeId } of answers) started.add(toPartKey(batch.part, nodeId));
    current = current.map((record) => mergeAnswers(record, batch.part, answers));
  }
}

const mergeAnswers = (
  record: PullRequestRecord,
  part: PartName,
  answers: readonly PartAnswer[],
): PullRequestRecord => answers.reduce((held, answer) => parts[part].merge(held, answer), record);

/** What the batch brought, or that it must be smaller. A batch of one cannot be. */
async function tryBatch(
  client: GitHubClient,
  batch: PartBatch,
  giveUp: boolean,
): Promise<readonly PartAnswer[] | 'too-much'> {
  try {
    return await readParts(client, batch);
  } catch (error) {
    if (!(error instanceof GitHubFailure) || (error.kind !== 'timeout' && error.kind !== 'resource-limit'))
      throw error;
    if (batch.nodeIds.length > 1) return 'too-much';
    if (!giveUp) throw error;
    const isContinued = batch.after !== undefined;
    return batch.nodeIds.map((nodeId) => ({
      nodeId,
      raw: undefined,
      gaps: [{ kind: error.kind, path: [] }],
      isContinued,
    }));
  }
}
