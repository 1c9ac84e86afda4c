import { setTimeout as sleep } from 'node:timers/promises';
import { type GitHubClient, GitHubFailure, type GitHubFailureKind } from '@throughline/github';
import type { Clock } from '../../platform/clock/index.ts';

/** Failures that may be over in a moment. */
const passing: ReadonlySet<GitHubFailureKind> = new Set<GitHubFailureKind>([
  'server',
  'timeout',
  'unreachable',
  'unreadable',
  'not-github',
]);

/** A failure that took longer may be one of size, or of a GitHub that is down: that is for the page to decide. */
const quickMs = 2_000;
const pauseMs = 300;

/**
 * A client that asks once more what failed in passing, when GitHub has answered it before: one failed question of a page
 * is then not the end of the others, which would all be asked again.
 */
export function withSecondTry(client: GitHubClient, clock: Clock, signal: AbortSignal): GitHubClient {
  let hasAnswered = false;
  const ask = async <Answer>(question: () => Promise<Answer>): Promise<Answer> => {
    const startedMs = clock.now().getTime();
    try {
      const answer = await question();
      hasAnswered = true;
      return answer;
    } catch (thrown) {
      const isQuick = clock.now().getTime() - startedMs < quickMs;
      if (!hasAnswered || !isQuick || !isPassing(thrown)) throw thrown;
      await sleep(pauseMs, undefined, { signal });
      return question();
    }
  };
  return {
    ...client,
    getRest: (path, parameters) => ask(() => client.getRest(path, parameters)),
    postGraphql: (call) => ask(() => client.postGraphql(call)),
  };
}

const isPassing = (thrown: unknown): boolean => thrown instanceof GitHubFailure && passing.has(thrown.kind);
