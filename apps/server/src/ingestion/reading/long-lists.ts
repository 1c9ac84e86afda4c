import type { PullRequestFiles } from '@throughline/github';

/** A pull request under the version that its files are wanted of. */
interface Version {
  readonly nodeId: string;
  readonly updatedAt: Date;
}

/**
 * Long lists of files as far as they were read, so that one of dozens of questions that fails, whoever asked it, puts off
 * only itself. Files do not change without an update: another version is another list. In this process alone.
 */
export interface LongLists {
  /** Node ids are unique on one host only: what another one says of the same id is another list. */
  ofHost(hostId: number): LongListsOfHost;
}

export interface LongListsOfHost {
  find(of: Version, now: Date): PullRequestFiles | undefined;
  keep(list: PullRequestFiles, now: Date): void;
  forget(nodeId: string): void;
}

interface Kept {
  readonly list: PullRequestFiles;
  readonly begunAt: Date;
}

/** Through the tries of the next days: what was set aside waits a day and its turn, and a try of it may fail too. */
const keptMs = 3 * 24 * 60 * 60_000;
/** Of 3,000 files each at most: a list takes half a megabyte. */
const mostLists = 32;

export function createLongLists(): LongLists {
  const lists = new Map<string, Kept>();
  return {
    ofHost(hostId) {
      const toKey = (nodeId: string): string => `${hostId} ${nodeId}`;
      return {
        find({ nodeId, updatedAt }, now) {
          const kept = lists.get(toKey(nodeId));
          const isSame = kept?.list.updatedAt?.getTime() === updatedAt.getTime();
          return isSame && now.getTime() - kept.begunAt.getTime() < keptMs ? kept.list : undefined;
        },
        keep(list, now) {
          const key = toKey(list.nodeId);
          const held = lists.get(key);
          const isSame = held?.list.updatedAt?.getTime() === list.updatedAt?.getTime();
          // Put last, for the first is what was not gone on with for longest.
          lists.delete(key);
          lists.set(key, { list, begunAt: isSame ? (held?.begunAt ?? now) : now });
          for (const [oldest] of lists) if (lists.size > mostLists) lists.delete(oldest);
        },
        forget: (nodeId) => void lists.delete(toKey(nodeId)),
      };
    },
  };
}
