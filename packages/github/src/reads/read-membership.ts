import * as z from 'zod';
import type { GitHubClient } from '../client/github-client.ts';
import { GitHubFailure } from '../github-failure.ts';

/** `unknown`: the token may not read memberships, or belongs to no person. */
export type Membership = 'member' | 'none' | 'unknown';

const answer = z.object({ state: z.enum(['active', 'pending']) });

/** Whether the token's owner is a member of an organisation. An invitation that was not accepted is none. 1 request. */
export async function readMembership(client: GitHubClient, login: string): Promise<Membership> {
  if (client.tokenKind === 'app-installation') return 'unknown';
  try {
    const { body } = await client.getRest('/user/memberships/orgs/{login}', { login });
    const parsed = answer.safeParse(body);
    if (!parsed.success) return 'unknown';
    return parsed.data.state === 'active' ? 'member' : 'none';
  } catch (error) {
    if (!(error instanceof GitHubFailure)) throw error;
    if (error.kind === 'gone') return 'none';
    if (error.kind === 'scope-missing') return 'unknown';
    throw error;
  }
}
