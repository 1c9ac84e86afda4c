import {
  completePullRequests,
  completeThreads,
  GitHubFailure,
  type GitHubFailureKind,
  peekPullRequests,
} from '@throughline/github';
import { markPullRequestsGone } from '../../activity/index.ts';
import type { ReadingDependencies } from '../dependencies.ts';
import { fetchLookUps } from './fetch-look-ups.client.ts';
import { endLookUps, type LookUp, putOffLookUps } from './look-again.sql.ts';
import { resolveQuarantined } from './quarantine.sql.ts';
import { withFiles } from './read-page.client.ts';
import { addHeld, type Reading } from './repository-sync.sql.ts';
import { toUnreadableOf } from './to-unreadable.ts';
import { writeRead } from './write-read.sql.ts';

/** What asking for less may help against. */
const tooMuch: ReadonlySet<GitHubFailureKind> = new Set(['timeout', 'resource-limit', 'server']);

/**
 * Reads pull requests again by one question; where that is too much for GitHub, one by one, and one that is too much alone is
 * put off by a day. Rejects when GitHub answers none of the first two: then it is not them, and all wait.
 */
export async function lookUpTogether(
  deps: ReadingDependencies,
  reading: Reading,
  wanted: readonly LookUp[],
  signal: AbortSignal,
): Promise<void> {
  try {
    await lookUp(deps, reading, wanted, signal);
  } catch (thrown) {
    if (wanted.length === 1 || signal.aborted || !isTooMuch(thrown)) throw thrown;
    await lookUpApart(deps, reading, wanted, signal);
  }
}

const isTooMuch = (thrown: unknown): boolean => thrown instanceof GitHubFailure && tooMuch.has(thrown.kind);

async function lookUpApart(
  deps: ReadingDependencies,
  reading: Reading,
  wanted: readonly LookUp[],
  signal: AbortSignal,
): Promise<void> {
  const failed: LookUp[] = [];
  for (const [at, one] of wanted.entries()) {
    try {
      await lookUp(deps, reading, [one], signal);
    } catch (thrown) {
      const isNoneAnswered = failed.length === at && at > 0;
      if (signal.aborted || !isTooMuch(thrown) || isNoneAnswered) throw thrown;
      failed.push(one);
    }
  }
  await deps.database.transaction((tx) => putOffLookUps(tx, reading.repositoryId, failed));
}

async function lookUp(
  deps: ReadingDependencies,
  reading: Reading,
  wanted: readonly LookUp[],
  signal: AbortSignal,
): Promise<void> {
  const { repositoryId, hostId, nodeId, connectionId } = reading;
  const { client } = await deps.clients.forConnection(connectionId, 'lookup', signal);
  const found = await fetchLookUps(client, nodeId, wanted);
  const giveUp = true;
  const complete = await completePullRequests(client, found.pullRequests, { giveUp });
  const spoken = await completeThreads(client, complete, { giveUp });
  const { clock } = deps;
  const pullRequests = await withFiles({ client, clock }, spoken, { giveUp, size: reading.filesSize });
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
