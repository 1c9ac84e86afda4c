import * as z from 'zod';
import type { GitHubClient } from '../client/github-client.ts';
import { failureSentences } from '../failure-sentences.data.ts';
import { GitHubFailure } from '../github-failure.ts';
import type { AccountRecord } from '../records/account-record.ts';

const restUser = z.object({
  id: z.number().int(),
  node_id: z.string(),
  login: z.string(),
  name: z.string().nullish(),
  avatar_url: z.string(),
  type: z.enum(['User', 'Bot', 'Organization', 'Mannequin']),
});

/** An account by GitHub's id, whatever it is called today; undefined when there is none. 1 request. */
export async function readAccount(
  client: GitHubClient,
  githubId: number,
): Promise<AccountRecord | undefined> {
  try {
    const { body } = await client.getRest('/user/{githubId}', { githubId });
    const parsed = restUser.safeParse(body);
    if (!parsed.success)
      throw new GitHubFailure('unreadable', failureSentences.unreadable, { cause: parsed.error });
    const { id, node_id, login, name, avatar_url, type } = parsed.data;
    return {
      kind: type,
      githubId: id,
      nodeId: node_id,
      login,
      name: name ?? undefined,
      avatarUrl: avatar_url,
    };
  } catch (error) {
    if (error instanceof GitHubFailure && error.kind === 'gone') return undefined;
    throw error;
  }
}
