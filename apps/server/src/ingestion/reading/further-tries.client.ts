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
/** Before each further try. */
const pausesMs = [300, 2_000] as const;

/**
 * A client that asks up to twice more what failed in passing, when that API of GitHub's has answered it before: one failed
 * question of a reading then does not put off the others.
 */
export const withFurtherTries = (client: GitHubClient, clock: Clock, signal: AbortSignal): GitHubClient => ({
  ...client,
  getRest: askAgain(client.getRest, clock, signal),
  postGraphql: askAgain(client.postGraphql, clock, signal),
});

function askAgain<Question extends readonly unknown[], Answer>(
  ask: (...question: Question) => Promise<Answer>,
  clock: Clock,
  signal: AbortSignal,
): (...question: Question) => Promise<Answer> {
  let hasAnswered = false;
  const tryOnce = async (question: Question, [pauseMs, ...later]: readonly number[]): Promise<Answer> => {
    const startedMs = clock.now().getTime();
    try {
      const answer = await ask(...question);
      hasAnswered = true;
      return answer;
    } catch (thrown) {
      const isQuick = clock.now().getTime() - startedMs < quickMs;
      if (pauseMs === undefined || !hasAnswered || !isQuick || !isPassing(thrown)) throw thrown;
      await sleep(pauseMs, undefined, { signal });
      return tryOnce(question, later);
    }
  };
  return (...question) => tryOnce(question, pausesMs);
}

const isPassing = (thrown: unknown): boolean => thrown instanceof GitHubFailure && passing.has(thrown.kind);
