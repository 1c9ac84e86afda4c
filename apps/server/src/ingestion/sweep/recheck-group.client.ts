import {
  completePullRequests,
  completeThreads,
  type GitHubClient,
  readPullRequests,
  type UnreadableEntry,
} from '@throughline/github';
import type { ReadingDependencies } from '../dependencies.ts';
import type { ReadPullRequest } from '../facts/to-pull-request-facts.ts';
import { askAgain } from '../reading/look-again.sql.ts';
import { withFiles, withoutFiles } from '../reading/read-page.client.ts';
import { addHeld } from '../reading/repository-sync.sql.ts';
import { toUnreadableOf } from '../reading/to-unreadable.ts';
import { writeRead } from '../reading/write-read.sql.ts';
import type { DueRecheck } from './due-rechecks.sql.ts';

interface RecheckOptions {
  /** Files do not change without an update: they are asked for only where they may be missing. */
  readonly hasFiles: boolean;
}

/**
 * Reads at most 29 pull requests of any repositories again; what GitHub shows now decides. One that is gone is left to the
 * look-up, which makes sure of it.
 */
export async function recheckGroup(
  deps: ReadingDependencies,
  client: GitHubClient,
  group: readonly DueRecheck[],
  { hasFiles }: RecheckOptions,
): Promise<void> {
  const [hostId] = group.map((one) => one.hostId);
  if (hostId === undefined) return;
  const read = await readPullRequests(
    client,
    group.map(({ nodeId }) => nodeId),
  );
  const complete = await completePullRequests(client, read.pullRequests, { giveUp: true });
  const spoken = await completeThreads(client, complete, { giveUp: true });
  const whole = hasFiles
    ? await withFiles({ ...deps, client }, spoken, { hostId, giveUp: true, size: group.length })
    : withoutFiles(spoken);
  const pullRequests = new Map(whole.map((one) => [one.record.nodeId, one]));
  const unreadable = new Map(read.unreadable.map((entry) => [group[entry.position]?.nodeId, entry]));
  for (const ofOne of Map.groupBy(group, ({ repositoryId }) => repositoryId).values()) {
    await writeOne(deps, ofOne, { pullRequests, unreadable, observedAt: read.observedAt });
  }
}

interface Found {
  /** Both by node id. */
  readonly pullRequests: ReadonlyMap<string, ReadPullRequest>;
  readonly unreadable: ReadonlyMap<string | undefined, UnreadableEntry>;
  readonly observedAt: Date;
}

async function writeOne(
  { database, secretBox }: ReadingDependencies,
  asked: readonly DueRecheck[],
  { pullRequests, unreadable, observedAt }: Found,
): Promise<void> {
  const [first] = asked;
  if (first === undefined) return;
  const { repositoryId, hostId } = first;
  const failed = asked.flatMap((one) => {
    const entry = unreadable.get(one.nodeId);
    return entry === undefined ? [] : [{ number: one.number, nodeId: one.nodeId, entry }];
  });
  const gone = failed.filter(({ entry }) => entry.reason === 'gone').map(({ number }) => number);
  await database.transaction(async (tx) => {
    const { added } = await writeRead(tx, secretBox, {
      repositoryId,
      hostId,
      pullRequests: asked.flatMap(({ nodeId }) => pullRequests.get(nodeId) ?? []),
      unreadable: failed
        .filter(({ entry }) => entry.reason !== 'gone')
        .map(({ number, nodeId, entry }) => toUnreadableOf(entry, { key: String(number), nodeId })),
      observedAt,
      decided: new Set(asked.map(({ number }) => number)),
    });
    await askAgain(tx, repositoryId, gone);
    await addHeld(tx, repositoryId, added.length);
  });
}
