import { GitHubFailure, QuotaWait } from '@throughline/github';
import { AppError } from '../../platform/errors/index.ts';
import type { Heard } from './examination.ts';

/** What came of asking. What is no failure of GitHub's and none of ours that is known rejects. */
export async function hear<Value>(ask: () => Promise<Value>): Promise<Heard<Value>> {
  try {
    return { kind: 'answered', value: await ask() };
  } catch (thrown) {
    if (thrown instanceof QuotaWait) return { kind: 'waits', untilAt: thrown.untilAt };
    if (thrown instanceof GitHubFailure) return { kind: 'refused', failure: thrown };
    if (thrown instanceof AppError) return { kind: 'unasked', text: thrown.message };
    throw thrown;
  }
}
