import { createHash } from 'node:crypto';
import { toInstant } from '../apps/present-app.ts';
import { GitHubError, notFound } from '../http/github-error.ts';
import { toSimpleUser } from '../rest/present/account.ts';
import { getParam, type RestAnswer, type RestRequest, type Route } from '../rest/route.ts';
import { isUsable } from '../tokens/authenticate.ts';
import { type AppIssuedToken, isAppIssued } from '../tokens/token.ts';
import { findOauthClient } from './oauth-client.ts';

const tokenPath = '/applications/{client_id}/token';
const docs = 'rest/apps/oauth-applications';
const common = { scope: 'none', needs: [], credential: 'client' } as const;

/** What an OAuth app may ask about its users' tokens, and how it ends them; signed in with its id and secret. */
export const applicationTokenRoutes: readonly Route[] = [
  {
    ...common,
    method: 'POST',
    path: tokenPath,
    docs: `${docs}#check-a-token`,
    handle: (request: RestRequest) => toAuthorisation(request, getLiveToken(request)),
  },
  {
    ...common,
    method: 'PATCH',
    path: tokenPath,
    docs: `${docs}#reset-a-token`,
    handle(request: RestRequest) {
      const token = getLiveToken(request);
      // Under the login of now, which may be another than when the token was made.
      const account = request.emulator.world.findAccount(token.accountId);
      if (account === undefined) throw notFound();
      const { login } = account;
      const { oauth, userTokens } = request.emulator;
      const fresh =
        token.kind === 'oauth'
          ? oauth.grants.reset({ ...token, login })
          : userTokens.reset({ ...token, login });
      return toAuthorisation(request, fresh);
    },
  },
  {
    ...common,
    method: 'DELETE',
    path: tokenPath,
    docs: `${docs}#delete-an-app-token`,
    handle(request: RestRequest) {
      const { value } = getLiveToken(request);
      request.emulator.tokens.change({ value, isRevoked: true });
      return { status: 204, body: undefined, items: 0 };
    },
  },
  {
    ...common,
    method: 'DELETE',
    path: '/applications/{client_id}/grant',
    docs: `${docs}#delete-an-app-authorization`,
    handle(request: RestRequest) {
      const { accountId, clientId } = getLiveToken(request);
      request.emulator.oauth.grants.revoke(accountId, clientId);
      return { status: 204, body: undefined, items: 0 };
    },
  },
];

/** The token the body names, when it is this app's and works. Throws 422 without one, 404 for any other. */
export function getLiveToken(request: RestRequest): AppIssuedToken {
  const { emulator, viewer, body } = request;
  const clientId = getParam(request, 'client_id');
  if (viewer.kind !== 'client' || viewer.clientId !== clientId) throw notFound();
  const value = findAccessToken(body);
  if (value === undefined) throw missingToken();
  const token = emulator.tokens.find(value);
  if (token === undefined || !isAppIssued(token)) throw notFound();
  if (token.clientId !== clientId || !isUsable(token, emulator.clock.nowMs())) throw notFound();
  return token;
}

function findAccessToken(body: unknown): string | undefined {
  if (typeof body !== 'object' || body === null || !('access_token' in body)) return undefined;
  return typeof body.access_token === 'string' ? body.access_token : undefined;
}

function missingToken(): GitHubError {
  return new GitHubError(422, 'Validation Failed', {
    errors: [{ resource: 'OauthAccess', code: 'missing_field', field: 'access_token' }],
  });
}

/** GitHub's `authorization`. */
export function toAuthorisation({ emulator }: RestRequest, token: AppIssuedToken): RestAnswer {
  const { urls, world, oauth } = emulator;
  const { value, clientId, accountId } = token;
  const app = findOauthClient(emulator, clientId);
  const account = world.findAccount(accountId);
  const at = toInstant(token.createdAtMs);
  const id = oauth.grants.find(accountId, clientId)?.id ?? 0;
  const body = {
    id,
    url: `${urls.rest}/authorizations/${id}`,
    app: { client_id: clientId, name: app?.name ?? '', url: app?.homepageUrl ?? '' },
    token: value,
    hashed_token: createHash('sha256').update(value).digest('hex'),
    token_last_eight: value.slice(-8),
    note: null,
    note_url: null,
    created_at: at,
    updated_at: at,
    expires_at: token.expiresAtMs === undefined ? null : toInstant(token.expiresAtMs),
    scopes: token.kind === 'oauth' ? token.scopes : null,
    fingerprint: null,
    user: account === undefined ? null : toSimpleUser(urls, account),
  };
  return { body, items: 1 };
}
