import type { GitHubClient } from '@throughline/github';
import type { ReadingDependencies } from '../dependencies.ts';
import type { Reading } from './answer-memory.ts';
import { createRememberingClient } from './remembering-client.ts';

export interface RememberedReading extends Reading {
  /** How long an answer to a try that failed serves the next one. */
  readonly keptMs: number;
}

/**
 * Reads what takes many questions, so that a try after one that failed goes on where that one was. What was answered is
 * kept until the caller forgets it, when it is stored.
 */
export async function askOnce<Read>(
  { answers: memory, clock }: Pick<ReadingDependencies, 'answers' | 'clock'>,
  client: GitHubClient,
  { keptMs, ...reading }: RememberedReading,
  read: (client: GitHubClient) => Promise<Read>,
): Promise<Read> {
  const now = clock.now();
  const answers = memory.open(reading, { now, sinceAt: new Date(now.getTime() - keptMs) });
  const remembering = createRememberingClient(client, answers);
  try {
    return await read(remembering.client);
  } catch (thrown) {
    remembering.doubtLast();
    throw thrown;
  }
}
