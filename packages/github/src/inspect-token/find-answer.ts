import type { GitHubClient, RestAnswer } from '../client/github-client.ts';
import { GitHubFailure } from '../github-failure.ts';

/** What GitHub answers, or why this token may not have it. Whatever else goes wrong is thrown. */
export async function askPermitted(
  client: GitHubClient,
  path: string,
  parameters: Readonly<Record<string, string | number>>,
): Promise<RestAnswer | GitHubFailure> {
  try {
    return await client.getRest(path, parameters);
  } catch (error) {
    if (isRefusal(error)) return error;
    throw error;
  }
}

/** The answer, or undefined when this token may not have it. */
export async function findAnswer(
  client: GitHubClient,
  path: string,
  parameters: Readonly<Record<string, string | number>>,
): Promise<RestAnswer | undefined> {
  const answer = await askPermitted(client, path, parameters);
  return answer instanceof GitHubFailure ? undefined : answer;
}

const isRefusal = (error: unknown): error is GitHubFailure =>
  error instanceof GitHubFailure &&
  ['scope-missing', 'gone', 'sso-required', 'organisation-approval'].includes(error.kind);
