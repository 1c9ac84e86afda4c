import {
  type Connection,
  completePullRequests,
  completeThreads,
  type FileRecord,
  type GitHubClient,
  GitHubFailure,
  type PullRequestRecord,
  type PullRequestsPage,
  readPullRequestsPage,
  type UnreadableEntry,
} from '@throughline/github';
import type { ReadingDependencies } from '../dependencies.ts';
import type { ReadPullRequest } from '../facts/to-pull-request-facts.ts';
import { endsPass, isWanted, type PageRead } from './advance-sync.ts';
import { areSetsListed, fillSets, fillThreads } from './fill-from-lists.client.ts';
import { isListed } from './is-listed.ts';
import { readFiles } from './read-files.client.ts';
import { readWaitingFiles } from './read-waiting-files.client.ts';
import type { Reading } from './repository-sync.sql.ts';
import type { SyncState } from './sync-state.ts';
import { findNodeId } from './to-unreadable.ts';

/** A page with everything below its pull requests, but for files that are left for a fuller question. */
export interface FetchedPage {
  readonly pullRequests: readonly ReadPullRequest[];
  readonly unreadable: readonly UnreadableEntry[];
  /** GitHub's clock when it listed them. */
  readonly observedAt: Date;
  readonly way: Omit<PageRead, 'added'>;
  /** What GitHub was not asked for, for its version does not have it. */
  readonly lacking: readonly string[];
}

export interface PageTurnMeans {
  /** Asks nothing of this page twice that was answered. */
  readonly client: GitHubClient;
  /** Asks anew, for what is kept by itself. */
  readonly freshClient: GitHubClient;
  readonly signal: AbortSignal;
}

/** After this many failures of a page, lists that GitHub cannot finish are marked and no longer waited for. */
const patience = 2;
/** A page that took longer is as large as it may be: GitHub gives up after ten seconds. */
const quickMs = 4_000;

/** Whether what GitHub cannot finish is to be marked now. */
export const isGivingUp = ({ failure }: SyncState): boolean => (failure?.count ?? 0) >= patience;

/**
 * Reads the next page of a repository's pull requests with what hangs on them. Either all of it comes or it rejects, and
 * nothing of it was kept. Files wait until a question for them is full; the last page of a pass waits for all of them.
 */
export async function fetchPage(
  deps: ReadingDependencies,
  { client, freshClient, signal }: PageTurnMeans,
  reading: Reading,
): Promise<FetchedPage> {
  const { state, hostId } = reading;
  const giveUp = isGivingUp(state);
  const { database, clock } = deps;
  const means = { client, database };
  const withSets = !isListed(state) || !(await areSetsListed(means, reading, state, clock.now()));
  const askedAt = clock.now();
  const page = await readPullRequestsPage(client, {
    repositoryNodeId: reading.nodeId,
    pageSize: state.pageSize,
    after: state.cursor,
    withSets,
  });
  if (!giveUp && page.unreadable.some(isNameless)) throw new GitHubFailure('unreadable', namelessText);
  const tookMs = clock.now().getTime() - askedAt.getTime();
  const way = {
    after: page.after,
    total: page.total,
    ...findSpan(page),
    isQuick: tookMs < quickMs,
  };
  const wanted = page.pullRequests.filter(({ updatedAt }) => isWanted(state, updatedAt));
  const listed = withSets ? wanted : await fillSets(means, reading, wanted);
  const complete = await completePullRequests(client, listed, { giveUp });
  const threaded = isListed(state) ? await fillThreads(means, reading, complete) : complete;
  const spoken = await completeThreads(client, threaded, { giveUp });
  const isLast = endsPass(state, way, clock.now());
  if (isLast) await readWaitingFiles(deps, reading, { client: freshClient, giveUp, isLast, signal });
  const { unreadable, observedAt } = page;
  const pullRequests =
    isLast && reading.hasFiles
      ? await withFiles({ ...deps, client }, spoken, { hostId, giveUp, size: reading.filesSize })
      : withoutFiles(spoken);
  return { pullRequests, unreadable, observedAt, way, lacking: client.schema.lacking };
}

/** What cannot even be asked for again by itself is asked for with its page. */
const isNameless = (entry: UnreadableEntry): boolean => findNodeId(entry.sample) === undefined;

const namelessText =
  'GitHub listed a pull request without saying which one. It is asked for again with its page.';

/**
 * When the first and the last entry of a page were updated, those that could not be read included: else every look would
 * find the first one new.
 */
function findSpan({ pullRequests, unreadable }: PullRequestsPage): Pick<PageRead, 'newestAt' | 'oldestAt'> {
  const instants = [...pullRequests, ...unreadable].flatMap(({ updatedAt }) => updatedAt?.getTime() ?? []);
  if (instants.length === 0) return { newestAt: undefined, oldestAt: undefined };
  return { newestAt: new Date(Math.max(...instants)), oldestAt: new Date(Math.min(...instants)) };
}

/** Pull requests whose files are left as they are held, or for later. */
export const withoutFiles = (records: readonly PullRequestRecord[]): readonly ReadPullRequest[] =>
  records.map((record) => ({ record, files: unread }));

/** Pull requests with their files, read now. */
export async function withFiles(
  means: Parameters<typeof readFiles>[0],
  records: readonly PullRequestRecord[],
  options: Parameters<typeof readFiles>[2],
): Promise<readonly ReadPullRequest[]> {
  const wanted = records.map(({ nodeId, updatedAt, statedSize }) => ({
    nodeId,
    updatedAt,
    changedFiles: statedSize.changedFiles,
  }));
  const { files } = await readFiles(means, wanted, options);
  return records.map((record) => ({ record, files: files.get(record.nodeId)?.files ?? unread }));
}

const unread: Connection<FileRecord> = { items: [], total: undefined, isComplete: false };
