import type { GitHubClient, PullRequestRecord } from '@throughline/github';
import type { ReadingDependencies } from '../dependencies.ts';
import type { ReadPullRequest } from '../facts/to-pull-request-facts.ts';
import { askOnce } from './asking-once.client.ts';
import { withFiles } from './read-page.client.ts';

/** Until after the try of the next day. Files do not change without an update, and another version is another reading. */
const keptMs = 25 * 60 * 60_000;

/**
 * Pull requests that are read by themselves, with their files. What was answered of them is kept until all is here: a list of
 * thousands takes dozens of questions, and goes on where the last try failed.
 */
export async function withFilesOfSome(
  deps: Pick<ReadingDependencies, 'answers' | 'clock'>,
  client: GitHubClient,
  records: readonly PullRequestRecord[],
  size: number,
): Promise<readonly ReadPullRequest[]> {
  const of = `files of ${records.map(({ nodeId }) => nodeId).join(' ')}`;
  const place = records.map(({ updatedAt }) => updatedAt.toISOString()).join(' ');
  const whole = await askOnce(deps, client, { of, place, keptMs }, (asking) =>
    withFiles({ client: asking, clock: deps.clock }, records, { giveUp: true, size }),
  );
  if (whole.every(({ files }) => files.isComplete)) deps.answers.forget(of);
  return whole;
}
