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
 * A client that asks once more what failed in passing, when that API of GitHub's has answered it before: one failed question
 * of a page then does not put off the others.
 */
export const withSecondTry = (client: GitHubClient, clock: Clock, signal: AbortSignal): GitHubClient => ({
  ...client,
  getRest: askTwice(client.getRest, clock, signal),
  postGraphql: askTwice(client.postGraphql, clock, signal),
});

function askTwice<Question extends readonly unknown[], Answer>(
  ask: (...question: Question) => Promise<Answer>,
  clock: Clock,
  signal: AbortSignal,
): (...question: Question) => Promise<Answer> {
  let hasAnswered = false;
  return async (...question) => {
    const startedMs = clock.now().getTime();
    try {
      const answer = await ask(...question);
      hasAnswered = true;
      return answer;
    } catch (thrown) {
      const isQuick = clock.now().getTime() - startedMs < quickMs;
      if (!hasAnswered || !isQuick || !isPassing(thrown)) throw thrown;
      await sleep(pauseMs, undefined, { signal });
      return ask(...question);
    }
  };
}

const isPassing = (thrown: unknown): boolean => thrown instanceof GitHubFailure && passing.has(thrown.kind);
