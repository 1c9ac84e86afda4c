import {
  completePullRequests,
  completeThreads,
  type GitHubClient,
  peekPullRequests,
} from '@throughline/github';
import { markPullRequestsGone } from '../../activity/index.ts';
import type { ReadingDependencies } from '../dependencies.ts';
import { fetchLookUps } from './fetch-look-ups.client.ts';
import { withFurtherTries } from './further-tries.client.ts';
import { endLookUps, type LookUp, putOffLookUps } from './look-again.sql.ts';
import { resolveQuarantined } from './quarantine.sql.ts';
import { type Apart, readApart } from './read-apart.client.ts';
import { withFiles, withoutFiles } from './read-page.client.ts';
import { addHeld, type Reading } from './repository-sync.sql.ts';
import { toUnreadableOf } from './to-unreadable.ts';
import { writeRead } from './write-read.sql.ts';

/**
 * Reads pull requests again by one question; where that fails, by smaller ones, and one that fails alone is put off.
 * Rejects when GitHub answers nothing else of the repository either, or does not show it: then it is not them, and all wait.
 */
export async function lookUpTogether(
  deps: ReadingDependencies,
  reading: Reading,
  wanted: readonly LookUp[],
  signal: AbortSignal,
): Promise<void> {
  const { repositoryId, nodeId, connectionId } = reading;
  const opened = await deps.clients.forConnection(connectionId, 'lookup', signal);
  const client = withFurtherTries(opened.client, deps.clock, signal);
  const apart: Apart<LookUp> = {
    signal,
    askElse: () => peekPullRequests(client, { repositoryNodeId: nodeId, pageSize: 1 }),
    read: (group) => lookUp(deps, client, reading, group),
    leave: async (one, thrown) => {
      const { key } = one;
      deps.logger.warn({ err: thrown, repositoryId, key }, 'A pull request is looked up later');
      await deps.database.transaction((tx) => putOffLookUps(tx, repositoryId, [one]));
    },
  };
  await readApart(apart, wanted);
}

async function lookUp(
  deps: ReadingDependencies,
  client: GitHubClient,
  reading: Reading,
  wanted: readonly LookUp[],
): Promise<void> {
  const { repositoryId, hostId, nodeId } = reading;
  const found = await fetchLookUps(client, nodeId, wanted);
  const giveUp = true;
  const complete = await completePullRequests(client, found.pullRequests, { giveUp });
  const spoken = await completeThreads(client, complete, { giveUp });
  const options = { hostId, giveUp, size: reading.filesSize };
  const pullRequests = reading.hasFiles
    ? await withFiles({ ...deps, client }, spoken, options)
    : withoutFiles(spoken);
  const gone = found.unreadable.filter(({ entry }) => entry.reason === 'gone').map(({ lookUp: one }) => one);
  // Gone is only what a repository that answers does not have.
  if (gone.length > 0) await peekPullRequests(client, { repositoryNodeId: nodeId, pageSize: 1 });
  await deps.database.transaction(async (tx) => {
    const { observedAt } = found;
    const { added } = await writeRead(tx, deps.secretBox, {
      repositoryId,
      hostId,
      pullRequests,
      unreadable: found.unreadable
        .filter(({ entry }) => entry.reason !== 'gone')
        .map(({ entry, lookUp: asked }) => toUnreadableOf(entry, asked)),
      observedAt,
      decided: new Set(toNumbers(wanted.filter(({ isDeciding }) => isDeciding))),
    });
    await endLookUps(tx, repositoryId, wanted);
    await resolveQuarantined(tx, repositoryId, { keys: gone.map(({ key }) => key), nodeIds: [] });
    const marked = await markPullRequestsGone(tx, { repositoryId, numbers: toNumbers(gone), observedAt });
    await addHeld(tx, repositoryId, added.length - marked.length);
  });
}

const toNumbers = (lookUps: readonly LookUp[]): readonly number[] =>
  lookUps.flatMap(({ number }) => number ?? []);
