import {
  joinSets,
  joinThreadComments,
  listPullRequestSets,
  listReviewComments,
  type PlacedReviewComment,
  type PullRequestRecord,
  type PullRequestSets,
} from '@throughline/github';
import { isListedSince, type ListBackMeans, listBack, type RestList } from './list-back.client.ts';
import type { Reading } from './repository-sync.sql.ts';
import { loadStaged } from './rest-stream.sql.ts';
import { toStagedComment, toStagedSets } from './staged-entries.ts';
import type { SyncState } from './sync-state.ts';

const comments: RestList<PlacedReviewComment> = {
  list: 'review-comments',
  read: listReviewComments,
  toNumber: ({ pullRequestNumber }) => pullRequestNumber,
};

const sets: RestList<PullRequestSets> = {
  list: 'pull-requests',
  read: listPullRequestSets,
  toNumber: ({ number }) => number,
};

/**
 * Whether labels, assignees and review requests of what comes next are listed over REST, as far as one request tells. Where
 * that bucket is used up, or GitHub does not answer, it is cheaper to ask for them with the page than one list after another.
 */
export async function areSetsListed(
  means: ListBackMeans,
  reading: Pick<Reading, 'repositoryId' | 'githubId'>,
  { reachedAt }: Pick<SyncState, 'reachedAt'>,
  now: Date,
): Promise<boolean> {
  const backTo = reachedAt ?? now;
  return isListedSince(await listBack(means, reading, sets, backTo), backTo);
}

/** Fills in labels, assignees and review requests where the list over REST holds them for the same version. */
export async function fillSets(
  means: ListBackMeans,
  reading: Pick<Reading, 'repositoryId' | 'githubId'>,
  records: readonly PullRequestRecord[],
): Promise<readonly PullRequestRecord[]> {
  const backTo = toEarliest(records.map(({ updatedAt }) => updatedAt));
  if (backTo === undefined) return records;
  await listBack(means, reading, sets, backTo);
  const place = { repositoryId: reading.repositoryId, list: sets.list };
  const staged = await loadStaged(means.database, place, toNumbers(records));
  return records.map((record) => {
    const [entry] = staged.get(record.number) ?? [];
    return entry === undefined ? record : joinSets(record, toStagedSets(entry));
  });
}

/** Fills in what was said in threads where the list over REST explains every thread. */
export async function fillThreads(
  means: ListBackMeans,
  reading: Pick<Reading, 'repositoryId' | 'githubId'>,
  records: readonly PullRequestRecord[],
): Promise<readonly PullRequestRecord[]> {
  const spoken = records.filter(isSpokenOf);
  const backTo = toEarliest(spoken.map(({ createdAt }) => createdAt));
  if (backTo === undefined) return records;
  const stream = await listBack(means, reading, comments, backTo);
  const place = { repositoryId: reading.repositoryId, list: comments.list };
  const staged = await loadStaged(means.database, place, toNumbers(spoken));
  return records.map((record) => {
    // Of one begun before the list came so far, a comment may be missing that no count misses.
    if (!isSpokenOf(record) || !isListedSince(stream, record.createdAt)) return record;
    const threads = joinThreadComments(record, (staged.get(record.number) ?? []).map(toStagedComment));
    if (threads === undefined) return record;
    return { ...record, reviewThreads: { ...record.reviewThreads, items: threads } };
  });
}

const isSpokenOf = ({ reviewThreads }: PullRequestRecord): boolean => reviewThreads.items.length > 0;

const toNumbers = (records: readonly PullRequestRecord[]): readonly number[] =>
  records.map(({ number }) => number);

const toEarliest = (instants: readonly Date[]): Date | undefined =>
  instants.length === 0 ? undefined : new Date(Math.min(...instants.map((at) => at.getTime())));
