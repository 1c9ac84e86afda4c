import {
  type Connection,
  type FileRecord,
  type GitHubClient,
  GitHubFailure,
  type GitHubFailureKind,
  type PullRequestFiles,
  readFilesOn,
  readPullRequestFiles,
} from '@throughline/github';
import type { Clock } from '../../platform/clock/index.ts';
import type { LongLists, LongListsOfHost } from './long-lists.ts';
import { type FilesWanted, nextFilesSize, takeFilesBatch } from './plan-files.ts';

interface FilesOptions {
  /** Of the host that the pull requests are on. */
  readonly hostId: number;
  /** Mark the files of a pull request that GitHub cannot finish as cut off, instead of rejecting. */
  readonly giveUp: boolean;
  /** Pull requests of usual size that one question may ask for. */
  readonly size: number;
}

/** A pull request whose files are wanted under the version that is known of it. */
export interface VersionWanted extends FilesWanted {
  readonly updatedAt: Date;
}

interface FilesMeans {
  readonly client: GitHubClient;
  readonly clock: Clock;
  readonly longLists: LongLists;
}

interface ListMeans extends Omit<FilesMeans, 'longLists'> {
  readonly longLists: LongListsOfHost;
}

/** Files of pull requests, and how many the next question may ask for. */
export interface FilesRead {
  /** Whole or with the reason why not, by node id. */
  readonly files: ReadonlyMap<string, PullRequestFiles>;
  readonly size: number;
}

/**
 * Reads the files of pull requests: their first hundred together, then long lists on, ten at once, each from where an
 * earlier reading left it. Asks for half as many after GitHub found it too much.
 */
export async function readFiles(
  means: FilesMeans,
  wanted: readonly VersionWanted[],
  options: FilesOptions,
): Promise<FilesRead> {
  const { client, clock } = means;
  const longLists = means.longLists.ofHost(options.hostId);
  const found = wanted.flatMap((one) => longLists.find(one, clock.now()) ?? []);
  const begun = new Set(found.map(({ nodeId }) => nodeId));
  let { size } = options;
  let rest = wanted.filter(({ nodeId }) => !begun.has(nodeId));
  while (rest.length > 0) {
    const batch = takeFilesBatch(rest, size);
    const askedAt = clock.now();
    const answers = await tryBatch(client, batch, options);
    if (answers === 'too-much') {
      size = nextFilesSize(Math.min(size, batch.length), 'too-much');
      continue;
    }
    size = nextFilesSize(size, { tookMs: clock.now().getTime() - askedAt.getTime() });
    found.push(...answers);
    rest = rest.slice(batch.length);
  }
  const whole = await readAllOn({ client, clock, longLists }, found, options);
  for (const { nodeId, files } of whole) if (files.isComplete) longLists.forget(nodeId);
  return { files: new Map(whole.map((one) => [one.nodeId, one])), size };
}

async function tryBatch(
  client: GitHubClient,
  batch: readonly FilesWanted[],
  { giveUp }: FilesOptions,
): Promise<readonly PullRequestFiles[] | 'too-much'> {
  try {
    return await readPullRequestFiles(client, { nodeIds: batch.map(({ nodeId }) => nodeId) });
  } catch (thrown) {
    if (!isTooMuch(thrown, giveUp)) throw thrown;
    if (batch.length > 1) return 'too-much';
    if (!giveUp) throw thrown;
    return batch.map(({ nodeId }) => ({
      nodeId,
      updatedAt: undefined,
      observedAt: new Date(0),
      files: cutOff(nothing),
    }));
  }
}

/** Reads long lists to their ends, ten at once. GitHub ends them at 3,000 files; what lies beyond stays unread. */
async function readAllOn(
  { client, clock, longLists }: ListMeans,
  begun: readonly PullRequestFiles[],
  options: FilesOptions,
): Promise<readonly PullRequestFiles[]> {
  let lists = begun;
  for (const one of lists) if (isUnfinished(one.files)) longLists.keep(one, clock.now());
  let atOnce = mostAtOnce;
  for (;;) {
    const unfinished = lists.filter(({ files }) => isUnfinished(files)).slice(0, atOnce);
    if (unfinished.length === 0) return lists;
    const more = await tryOn(client, unfinished, options);
    if (more === 'too-much') {
      atOnce = Math.max(1, Math.floor(unfinished.length / 2));
      continue;
    }
    const byId = new Map(more.map((one) => [one.nodeId, one.files]));
    lists = lists.map((one) => {
      const files = byId.get(one.nodeId);
      if (files === undefined) return one;
      const longer = { ...one, files: append(one.files, files) };
      remember(longLists, longer, clock.now());
      return longer;
    });
  }
}

const mostAtOnce = 10;

/** What could not be read is asked for again from there on; a list of another length than GitHub counts, from its start. */
function remember(longLists: LongListsOfHost, list: PullRequestFiles, now: Date): void {
  if (list.files.unavailableReason === undefined) longLists.keep(list, now);
  if (list.files.unavailableReason === 'count-differs') longLists.forget(list.nodeId);
}

const isUnfinished = ({ after, unavailableReason }: Connection<FileRecord>): boolean =>
  after !== undefined && unavailableReason === undefined;

async function tryOn(
  client: GitHubClient,
  unfinished: readonly PullRequestFiles[],
  { giveUp }: FilesOptions,
): Promise<readonly PullRequestFiles[] | 'too-much'> {
  try {
    return await readFilesOn(
      client,
      unfinished.map(({ nodeId, files }) => ({ nodeId, after: files.after })),
    );
  } catch (thrown) {
    if (!isTooMuch(thrown, giveUp)) throw thrown;
    if (unfinished.length > 1) return 'too-much';
    if (!giveUp) throw thrown;
    return unfinished.map((one) => ({ ...one, files: cutOff(nothing) }));
  }
}

const nothing: Connection<FileRecord> = { items: [], total: undefined, isComplete: false };

const cutOff = ({ items, total }: Connection<FileRecord>): Connection<FileRecord> => ({
  items,
  total,
  isComplete: false,
  unavailableReason: 'cut-off',
});

/** A last page alone never matches GitHub's total; with those before it, it may. */
function append(held: Connection<FileRecord>, more: Connection<FileRecord>): Connection<FileRecord> {
  const items = [...held.items, ...more.items];
  const isWhole = more.unavailableReason === 'count-differs' && items.length === more.total;
  if (isWhole) return { items, total: more.total, isComplete: true };
  return { ...more, items };
}

/** What asking for less may avoid; after several tries, whatever else goes wrong with just these. */
const isTooMuch = (thrown: unknown, giveUp: boolean): boolean =>
  thrown instanceof GitHubFailure && (giveUp ? stubborn : oversized).has(thrown.kind);

const oversized: ReadonlySet<GitHubFailureKind> = new Set<GitHubFailureKind>(['timeout', 'resource-limit']);
const stubborn: ReadonlySet<GitHubFailureKind> = new Set<GitHubFailureKind>([
  ...oversized,
  'server',
  'unreadable',
]);
