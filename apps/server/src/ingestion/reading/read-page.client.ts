import {
  type Connection,
  completePullRequests,
  completeThreads,
  type FileRecord,
  type GitHubClient,
  type PullRequestRecord,
  readPullRequestsPage,
  type UnreadableEntry,
} from '@throughline/github';
import type { Clock } from '../../platform/clock/index.ts';
import type { ReadPullRequest } from '../facts/to-pull-request-facts.ts';
import { isWanted, type PageRead } from './advance-sync.ts';
import { readFiles } from './read-files.client.ts';
import type { SyncState } from './sync-state.ts';

/** A page with everything below its pull requests. */
export interface FetchedPage {
  readonly pullRequests: readonly ReadPullRequest[];
  readonly unreadable: readonly UnreadableEntry[];
  /** GitHub's clock when it listed them. */
  readonly observedAt: Date;
  readonly way: Omit<PageRead, 'added'>;
}

interface PageMeans {
  readonly client: GitHubClient;
  readonly clock: Clock;
}

interface PageWanted {
  readonly repositoryNodeId: string;
  readonly state: SyncState;
}

/** After this many failures of a page, lists that GitHub cannot finish are marked and no longer waited for. */
const patience = 2;
/** A page that took longer is as large as it may be: GitHub gives up after ten seconds. */
const quickMs = 4_000;

/**
 * Reads the next page of a repository's pull requests, whole: overflowing lists and files too. Either all of it comes
 * or it rejects, and nothing of it was kept.
 */
export async function fetchPage(
  { client, clock }: PageMeans,
  { repositoryNodeId, state }: PageWanted,
): Promise<FetchedPage> {
  const askedAt = clock.now();
  const page = await readPullRequestsPage(client, {
    repositoryNodeId,
    pageSize: state.pageSize,
    after: state.cursor,
  });
  const tookMs = clock.now().getTime() - askedAt.getTime();
  const wanted = page.pullRequests.filter(({ updatedAt }) => isWanted(state, updatedAt));
  return {
    pullRequests: await completeAll(client, wanted, { giveUp: (state.failure?.count ?? 0) >= patience }),
    unreadable: page.unreadable,
    observedAt: page.observedAt,
    way: {
      after: page.after,
      total: page.total,
      newestAt: page.pullRequests[0]?.updatedAt,
      oldestAt: page.pullRequests.at(-1)?.updatedAt,
      isQuick: tookMs < quickMs,
    },
  };
}

/** Every list of these pull requests, read to its end, and their files. */
export async function completeAll(
  client: GitHubClient,
  records: readonly PullRequestRecord[],
  options: { readonly giveUp: boolean },
): Promise<readonly ReadPullRequest[]> {
  if (records.length === 0) return [];
  const complete = await completeThreads(
    client,
    await completePullRequests(client, records, options),
    options,
  );
  const files = await readFiles(
    client,
    complete.map(({ nodeId, statedSize }) => ({ nodeId, changedFiles: statedSize.changedFiles })),
    options,
  );
  return complete.map((record) => ({ record, files: files.get(record.nodeId) ?? unread }));
}

const unread: Connection<FileRecord> = { items: [], total: undefined, isComplete: false };
