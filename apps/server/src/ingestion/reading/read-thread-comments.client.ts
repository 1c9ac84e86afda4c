import {
  completeThreads,
  type GitHubClient,
  GitHubFailure,
  joinThreadComments,
  listReviewComments,
  type PullRequestRecord,
  QuotaWait,
} from '@throughline/github';
import type { Database } from '../../platform/sql/index.ts';
import type { Reading } from './repository-sync.sql.ts';
import { loadCommentStream, loadStagedComments, stageComments } from './review-comment-stream.sql.ts';

export interface ThreadMeans {
  readonly client: GitHubClient;
  readonly database: Database;
}

/** Pages of comments read ahead of one page of pull requests: one old pull request does not call for all of history. */
const mostAhead = 25;

/**
 * What was said in the review threads of a page of pull requests, by the cheaper way. Read for the first time, it comes
 * from the list of the whole repository: a request for a hundred comments, where a point buys those of a hundred threads.
 * What that list does not explain, and everything in a repository that is in step, is asked thread by thread.
 */
export async function readThreadComments(
  { client, database }: ThreadMeans,
  reading: Pick<Reading, 'repositoryId' | 'githubId' | 'state'>,
  records: readonly PullRequestRecord[],
  options: { readonly giveUp: boolean },
): Promise<readonly PullRequestRecord[]> {
  const spoken = records.filter(isSpokenOf);
  const isListed =
    reading.state.phase !== 'incremental' && (reading.state.total ?? 0) > reading.state.pageSize;
  if (spoken.length === 0 || !isListed) return completeThreads(client, records, options);
  const backTo = new Date(Math.min(...spoken.map(({ createdAt }) => createdAt.getTime())));
  await listBack({ client, database }, reading, backTo);
  const numbers = spoken.map(({ number }) => number);
  const staged = await loadStagedComments(database, reading.repositoryId, numbers);
  const joined = records.map((record) => {
    const threads = isSpokenOf(record)
      ? joinThreadComments(record, staged.get(record.number) ?? [])
      : undefined;
    return threads === undefined
      ? record
      : { ...record, reviewThreads: { ...record.reviewThreads, items: threads } };
  });
  return completeThreads(client, joined, options);
}

const isSpokenOf = ({ reviewThreads }: PullRequestRecord): boolean => reviewThreads.items.length > 0;

/**
 * Lists comments back to an instant, page by page, each kept with the place where the next begins. Where GitHub does not
 * answer, or this bucket is used up, the threads are asked one by one instead: nothing is lost.
 */
async function listBack(
  { client, database }: ThreadMeans,
  { repositoryId, githubId }: Pick<Reading, 'repositoryId' | 'githubId'>,
  backTo: Date,
): Promise<void> {
  let stream = await loadCommentStream(database, repositoryId);
  for (let ahead = 0; ahead < mostAhead; ahead += 1) {
    const { nextPage, reachedAt } = stream;
    if (nextPage === undefined || (reachedAt !== undefined && reachedAt <= backTo)) return;
    const page = await tryPage(client, githubId, nextPage);
    if (page === undefined) return;
    const { comments } = page;
    stream = { nextPage: page.nextPage, reachedAt: comments.at(-1)?.updatedAt ?? reachedAt };
    await database.transaction((tx) => stageComments(tx, { repositoryId, comments, ...stream }));
  }
}

async function tryPage(client: GitHubClient, repositoryGithubId: number, page: number) {
  try {
    return await listReviewComments(client, { repositoryGithubId, page });
  } catch (thrown) {
    if (thrown instanceof QuotaWait || thrown instanceof GitHubFailure) return undefined;
    throw thrown;
  }
}
