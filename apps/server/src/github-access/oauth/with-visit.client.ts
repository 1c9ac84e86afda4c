import {
  exchangeCode,
  type GitHubClient,
  GitHubFailure,
  type OauthClient,
  revokeUserToken,
  type UserToken,
} from '@throughline/github';
import * as z from 'zod';
import type { Sql } from '../../platform/sql/index.ts';
import type { Registration } from '../credentials/registrations.sql.ts';
import { asking } from '../github-error.ts';
import type { Host } from '../hosts/hosts.sql.ts';
import { withMasked } from '../with-masked.ts';
import { type OauthDependencies, withOauthClient } from './oauth-client.client.ts';

/** Somebody as GitHub knows whoever a token speaks for. */
export interface GitHubVisitor {
  readonly githubId: number;
  readonly nodeId: string;
  readonly login: string;
  readonly name: string | undefined;
  readonly avatarUrl: string | undefined;
  readonly observedAt: Date;
}

const user = z.object({
  id: z.number().int().positive(),
  node_id: z.string(),
  login: z.string().min(1),
  name: z.string().nullish(),
  avatar_url: z.string().nullish(),
  type: z.literal('User'),
});

/** Whose account a token speaks for; asked anew after each sign-in, whatever was known before. */
async function readVisitor(client: GitHubClient): Promise<GitHubVisitor> {
  const answer = await client.getRest('/user');
  const parsed = user.safeParse(answer.body);
  if (!parsed.success) throw new GitHubFailure('not-github', 'GitHub did not say whose account this is.');
  const { id: githubId, node_id: nodeId, login, name, avatar_url: avatarUrl } = parsed.data;
  return {
    githubId,
    nodeId,
    login,
    name: name?.trim() || undefined,
    avatarUrl: avatarUrl ?? undefined,
    observedAt: answer.observedAt,
  };
}

interface Visit {
  readonly host: Host;
  readonly registration: Registration;
  readonly code: string;
  readonly codeVerifier: string;
  readonly redirectUri: string;
}

export interface Visited {
  readonly token: UserToken;
  readonly visitor: GitHubVisitor;
  readonly client: OauthClient;
}

/**
 * Makes the code that came back a token and asks whose it is. What `work` does not keep is ended at GitHub: when it
 * fails, and when it answers that nothing is kept, so that no token stays good that nobody sees.
 */
export async function withVisit<Answer>(
  deps: OauthDependencies & { readonly database: Sql },
  { host, registration, ...given }: Visit,
  work: (visited: Visited) => Promise<{ readonly isKept: boolean; readonly answer: Answer }>,
): Promise<Answer> {
  return withOauthClient(deps, { host, registration }, async (client) => {
    const token = await asking(() => exchangeCode(client, given));
    return withMasked(deps, [token.token, token.refresh?.token ?? ''], async () => {
      let isKept = false;
      try {
        const spoken = await deps.clients.forToken(host, token.token);
        const visitor = await asking(() => readVisitor(spoken));
        const ended = await work({ token, visitor, client });
        isKept = ended.isKept;
        return ended.answer;
      } finally {
        // It has failed already, or succeeded: a token that could not be ended now ends by itself or with its successor.
        if (!isKept) await revokeUserToken(client, token.token).catch(() => undefined);
      }
    });
  });
}
