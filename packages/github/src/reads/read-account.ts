import type { GitHubClient } from '../client/github-client.ts';
import { failureSentences } from '../failure-sentences.data.ts';
import { restAccount } from '../fields/rest-account.ts';
import { GitHubFailure } from '../github-failure.ts';
import type { AccountRecord } from '../records/account-record.ts';

/** An account by GitHub's id, whatever it is called today; undefined when there is none. 1 request. */
export async function readAccount(
  client: GitHubClient,
  githubId: number,
): Promise<AccountRecord | undefined> {
  try {
    const { body } = await client.getRest('/user/{githubId}', { githubId });
    const parsed = restAccount.safeParse(body);
    if (parsed.success) return parsed.data;
    throw new GitHubFailure('unreadable', failureSentences.unreadable, { cause: parsed.error });
  } catch (error) {
    if (error instanceof GitHubFailure && error.kind === 'gone') return undefined;
    throw error;
  }
}
