import type { Emulator } from '../emulator.ts';
import { normaliseScopes, scopeFacts } from '../tokens/scopes.data.ts';
import { canRedirect, findOauthClient, type OauthClient } from './oauth-client.ts';
import { readChallenge } from './pkce.ts';

/** What `/login/oauth/authorize` was asked, checked: a user may be asked, is sent back with an error, or sees nothing. */
export type AuthoriseReading =
  | { readonly kind: 'asked'; readonly ask: AuthoriseAsk }
  | { readonly kind: 'refused'; readonly location: string }
  | { readonly kind: 'unknown-app' };

export type AuthoriseAsk = {
  readonly app: OauthClient;
  readonly redirectUri: string;
  /** Undefined: not said, so what was agreed to before. */
  readonly scopes: readonly string[] | undefined;
  readonly state: string | undefined;
  readonly codeChallenge: string | undefined;
  readonly mustChooseAccount: boolean;
};

/** What a form carries along so that the request can be read again. */
export const authoriseFields = [
  'client_id',
  'redirect_uri',
  'scope',
  'state',
  'code_challenge',
  'code_challenge_method',
] as const;

/** Reads the request's query, or the form's copy of it. */
export function readAuthorise(emulator: Emulator, query: URLSearchParams): AuthoriseReading {
  const app = findOauthClient(emulator, query.get('client_id') ?? '');
  if (app === undefined) return { kind: 'unknown-app' };
  const [callback = ''] = app.callbackUrls;
  const [redirectUri = callback] = query.getAll('redirect_uri');
  const [state] = query.getAll('state');
  const challenge = readChallenge(query);
  const scopes = readScopes(app, query);
  const problem = findAppProblem(app, redirectUri);
  if (problem !== undefined) return refuse({ redirectUri: callback, state }, problem);
  if (challenge.kind === 'invalid')
    return refuse({ redirectUri, state }, 'invalid_request', challenge.problem);
  if (scopes?.some((scope) => scopeFacts[scope] === undefined) === true)
    return refuse({ redirectUri, state }, 'invalid_scope');
  const codeChallenge = challenge.kind === 'challenge' ? challenge.challenge : undefined;
  const mustChooseAccount = query.get('prompt') === 'select_account';
  return { kind: 'asked', ask: { app, redirectUri, scopes, state, codeChallenge, mustChooseAccount } };
}

/** What is told at the registered address, as the one asked for is not to be trusted. */
function findAppProblem(app: OauthClient, redirectUri: string): keyof typeof problems | undefined {
  if (app.isSuspended) return 'application_suspended';
  return canRedirect(app, redirectUri) ? undefined : 'redirect_uri_mismatch';
}

function refuse(...told: Parameters<typeof toErrorLocation>): AuthoriseReading {
  return { kind: 'refused', location: toErrorLocation(...told) };
}

/** What a GitHub App may is said by its permissions. */
function readScopes({ kind }: OauthClient, query: URLSearchParams): readonly string[] | undefined {
  if (kind === 'github-app') return [];
  const scope = query.get('scope');
  return scope === null ? undefined : normaliseScopes(scope.split(/[\s,]+/).filter((one) => one !== ''));
}

const problems = {
  application_suspended: 'Your application has been suspended. Contact support@github.com.',
  redirect_uri_mismatch: 'The redirect_uri MUST match the registered callback URL for this application.',
  access_denied: 'The user has denied your application access.',
  invalid_request: 'The request is invalid.',
  invalid_scope: 'The scopes requested are invalid.',
} as const;

/** The callback address with an error GitHub documents, and the state as it came. */
export function toErrorLocation(
  { redirectUri, state }: Pick<AuthoriseAsk, 'redirectUri' | 'state'>,
  error: keyof typeof problems,
  detail?: string,
): string {
  const docs =
    'https://docs.github.com/apps/managing-oauth-apps/troubleshooting-authorization-request-errors';
  return withParameters(redirectUri, {
    error,
    error_description: detail ?? problems[error],
    error_uri: `${docs}/#${error.replaceAll('_', '-')}`,
    state,
  });
}

export function withParameters(
  address: string,
  parameters: Readonly<Record<string, string | undefined>>,
): string {
  const url = new URL(address);
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined) url.searchParams.set(name, value);
  }
  return url.href;
}
