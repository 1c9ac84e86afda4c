import * as z from 'zod';
import { requestOnce } from '../client/request-once.ts';
import { failureSentences } from '../failure-sentences.data.ts';
import { GitHubFailure } from '../github-failure.ts';
import type { OauthClient } from './oauth-client.ts';
import { signInProblems } from './sign-in-problems.data.ts';

/** A token that speaks for a person. */
export interface UserToken {
  readonly token: string;
  /** Of an OAuth app; empty for a GitHub App. */
  readonly scopes: readonly string[];
  /** Undefined: it does not end by itself. */
  readonly endsAt: Date | undefined;
  /** Good once: using it ends this token and itself. */
  readonly refresh: { readonly token: string; readonly endsAt: Date } | undefined;
}

const seconds = z.coerce.number().int().positive();

const granted = z.object({
  access_token: z.string().min(1),
  scope: z.string().default(''),
  expires_in: seconds.optional(),
  refresh_token: z.string().min(1).optional(),
  refresh_token_expires_in: seconds.optional(),
});

const refused = z.object({ error: z.string(), error_description: z.string().optional() });

interface Code {
  readonly code: string;
  /** The same as when it was asked for. */
  readonly redirectUri: string;
  readonly codeVerifier: string;
}

/** The token for a code that came back from GitHub. Rejects with kind `sign-in-refused` when the code opens nothing. */
export const exchangeCode = (client: OauthClient, given: Code, signal?: AbortSignal): Promise<UserToken> =>
  askForToken(
    client,
    { code: given.code, redirect_uri: given.redirectUri, code_verifier: given.codeVerifier },
    signal,
  );

/**
 * A new token for a refresh token, which is used up with the token it came with: two at once would lose both, so
 * callers take turns. Rejects with kind `sign-in-refused` when it was used or is too old.
 */
export const refreshUserToken = (
  client: OauthClient,
  refreshToken: string,
  signal?: AbortSignal,
): Promise<UserToken> =>
  askForToken(client, { grant_type: 'refresh_token', refresh_token: refreshToken }, signal);

async function askForToken(
  client: OauthClient,
  more: Readonly<Record<string, string>>,
  signal: AbortSignal | undefined,
): Promise<UserToken> {
  const { clientId, clientSecret, urls } = client;
  const { body, observedAt } = await requestOnce(
    client,
    {
      method: 'POST',
      url: `${urls.webUrl}/login/oauth/access_token`,
      body: { client_id: clientId, client_secret: clientSecret, ...more },
    },
    signal,
  );
  const problem = refused.safeParse(body).data;
  if (problem !== undefined) throw toRefusal(problem);
  const parsed = granted.safeParse(body);
  if (!parsed.success) throw new GitHubFailure('not-github', failureSentences['not-github']);
  return toUserToken(parsed.data, observedAt);
}

function toUserToken(answer: z.output<typeof granted>, now: Date): UserToken {
  const after = (lifeSeconds: number): Date => new Date(now.getTime() + lifeSeconds * 1000);
  const { refresh_token: refreshToken, refresh_token_expires_in: refreshSeconds } = answer;
  return {
    token: answer.access_token,
    scopes: answer.scope.split(/[ ,]+/).filter((scope) => scope !== ''),
    endsAt: answer.expires_in === undefined ? undefined : after(answer.expires_in),
    refresh:
      refreshToken === undefined || refreshSeconds === undefined
        ? undefined
        : { token: refreshToken, endsAt: after(refreshSeconds) },
  };
}

/** GitHub answers these with status 200. */
const toRefusal = ({ error, error_description }: z.output<typeof refused>): GitHubFailure =>
  new GitHubFailure('sign-in-refused', signInProblems[error] ?? failureSentences['sign-in-refused'], {
    githubMessage: error_description ?? error,
  });
