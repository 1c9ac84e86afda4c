import type { Emulator } from '../emulator.ts';
import { type Incoming, jsonAnswer, type Outgoing } from '../http/message.ts';
import type { WebRequest, WebRoute } from '../web/web-route.ts';
import type { Authorisation } from './authorisation-codes.ts';
import { findOauthClient, type OauthClient } from './oauth-client.ts';
import { isVerified } from './pkce.ts';

/** Where a code becomes a token; errors are answers with status 200, as GitHub gives them. */
export const exchangeRoutes: readonly WebRoute[] = [
  { method: 'POST', path: '/login/oauth/access_token', isOpen: true, handle: exchangeCode },
];

type Body = Readonly<Record<string, string | number>>;

/** GitHub does not publish what a wrong verifier is answered: here it is a wrong code. */
const problems = {
  incorrect_client_credentials: 'The client_id and/or client_secret passed are incorrect.',
  redirect_uri_mismatch: 'The redirect_uri MUST match the registered callback URL for this application.',
  bad_verification_code: 'The code passed is incorrect or expired.',
  bad_refresh_token: 'The refresh token passed is incorrect or expired.',
  unsupported_grant_type: 'The grant_type is not supported.',
} as const;

function exchangeCode({ emulator, incoming }: WebRequest): Outgoing {
  const asked = readParameters(incoming);
  const answer = toAnswer(emulator, asked);
  const headers = { 'cache-control': 'no-store' };
  if (/\bjson\b/.test(incoming.header('accept') ?? '')) return jsonAnswer(200, answer, headers);
  return {
    status: 200,
    headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
    body: new URLSearchParams(
      Object.entries(answer).map(([name, value]) => [name, String(value)]),
    ).toString(),
  };
}

function toAnswer(emulator: Emulator, asked: URLSearchParams): Body {
  const client = findClient(emulator, asked);
  if (client === undefined) return toError('incorrect_client_credentials');
  const grantType = asked.get('grant_type') || 'authorization_code';
  if (grantType === 'authorization_code') return toTokenAnswer(emulator, client, asked);
  if (grantType !== 'refresh_token' || client.kind !== 'github-app') return toError('unsupported_grant_type');
  const pair = emulator.userTokens.refresh(asked.get('refresh_token') ?? '', client.clientId);
  return pair ?? toError('bad_refresh_token');
}

function toTokenAnswer(emulator: Emulator, client: OauthClient, asked: URLSearchParams): Body {
  const authorisation = emulator.oauth.codes.take(asked.get('code') ?? '', client.clientId);
  const account = authorisation && emulator.world.findAccount(authorisation.accountId);
  if (authorisation === undefined || account === undefined) return toError('bad_verification_code');
  const problem = findProblem(authorisation, asked);
  if (problem !== undefined) return toError(problem);
  if (client.kind === 'github-app') return emulator.userTokens.issue(client.clientId, account);
  const token = emulator.oauth.grants.issue(authorisation, account);
  return { access_token: token.value, scope: authorisation.scopes.join(','), token_type: 'bearer' };
}

function findClient(emulator: Emulator, asked: URLSearchParams): OauthClient | undefined {
  const client = findOauthClient(emulator, asked.get('client_id') ?? '');
  const isKnown = client?.clientSecret === asked.get('client_secret'); // not secret: both are made up here
  return isKnown && !client.isSuspended ? client : undefined;
}

function findProblem(
  { codeChallenge, redirectUri }: Authorisation,
  asked: URLSearchParams,
): keyof typeof problems | undefined {
  if (!isVerified(codeChallenge, asked.get('code_verifier') ?? undefined)) return 'bad_verification_code';
  return (asked.get('redirect_uri') ?? redirectUri) === redirectUri ? undefined : 'redirect_uri_mismatch';
}

function toError(error: keyof typeof problems): Body {
  const docs =
    'https://docs.github.com/apps/managing-oauth-apps/troubleshooting-oauth-app-access-token-request-errors';
  return {
    error,
    error_description: problems[error],
    error_uri: `${docs}/#${error.replaceAll('_', '-')}`,
  };
}

/** Of a form, of JSON, or of the address: GitHub takes all three. */
function readParameters({ body, query, header }: Incoming): URLSearchParams {
  if (body === '') return query;
  if (!/\bjson\b/.test(header('content-type') ?? '')) return new URLSearchParams(body);
  return new URLSearchParams(readJsonFields(body));
}

function readJsonFields(body: string): Record<string, string> {
  try {
    const fields: unknown = JSON.parse(body);
    const entries = typeof fields === 'object' && fields !== null ? Object.entries(fields) : [];
    return Object.fromEntries(entries.map(([name, value]) => [name, String(value)]));
  } catch {
    return {};
  }
}
