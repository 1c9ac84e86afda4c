import type { GitHubClient } from '../client/github-client.ts';
import { GitHubFailure } from '../github-failure.ts';
import type { PullRequestRecord } from '../records/pull-request-record.ts';
import { type PartBatch, planParts } from './plan-parts.ts';
import { type PartAnswer, type PartName, parts, pullRequestPartNames } from './pull-request-part.ts';
import { readParts } from './read-parts.ts';

/** Entries one question should bring at most: about four seconds of GitHub's time. */
const firstNodeBudget = 1000;

interface CompleteOptions {
  /** Mark a list that GitHub cannot finish even alone as cut off, instead of rejecting; for the last of several tries. */
  readonly giveUp?: boolean;
}

/**
 * Reads on whatever list of these records has only its beginning. Afterwards every list is complete or says why not, but
 * for what was said in review threads: see `completeThreads`. Asks for half as much after GitHub found it too much;
 * rejects with `QuotaWait` or `GitHubFailure` like every read, and then nothing of it is kept.
 */
export const completePullRequests = (
  client: GitHubClient,
  records: readonly PullRequestRecord[],
  options: CompleteOptions = {},
): Promise<readonly PullRequestRecord[]> => complete(client, records, pullRequestPartNames, options);

/** Reads the comments of those review threads whose comments are not there yet: a point for a hundred threads. */
export const completeThreads = (
  client: GitHubClient,
  records: readonly PullRequestRecord[],
  options: CompleteOptions = {},
): Promise<readonly PullRequestRecord[]> => complete(client, records, ['threadComments'], options);

async function complete(
  client: GitHubClient,
  records: readonly PullRequestRecord[],
  names: readonly PartName[],
  { giveUp = false }: CompleteOptions,
): Promise<readonly PullRequestRecord[]> {
  let current = records;
  let nodeBudget = firstNodeBudget;
  for (;;) {
    const [batch] = planParts(current, names, nodeBudget);
    if (batch === undefined) return current;
    const answers = await tryBatch(client, batch, giveUp);
    if (answers === 'too-much') {
      nodeBudget = Math.max(1, Math.floor(nodeBudget / 2));
      continue;
    }
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
    if (batch.places.length > 1) return 'too-much';
    if (!giveUp) throw error;
    return batch.places.map(({ nodeId, after }) => ({
      nodeId,
      raw: undefined,
      gaps: [{ kind: error.kind, path: [] }],
      isContinued: after !== undefined,
    }));
  }
}
