import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';

/** What a provider may do wrong, one thing at a time. */
export type ProviderFault =
  | 'discovery-names-another'
  | 'discovery-huge'
  | 'discovery-not-json'
  | 'discovery-down'
  | 'discovery-redirects'
  | 'sign-in-page-is-script'
  | 'returns-as-another'
  | 'token-of-another-issuer'
  | 'token-for-another-client'
  | 'token-for-several-without-azp'
  | 'token-expired'
  | 'token-not-yet-valid'
  | 'token-without-nonce'
  | 'token-with-wrong-nonce'
  | 'token-unsigned'
  | 'token-signed-with-the-secret'
  | 'token-signed-by-a-stranger'
  | 'token-without-subject'
  | 'token-with-wrong-at-hash'
  | 'token-missing'
  | 'token-answer-redirects'
  | 'token-answer-huge'
  | 'keys-down'
  | 'user-information-of-another';

export interface ProviderUser {
  readonly sub: string;
  readonly claims: Readonly<Record<string, unknown>>;
  /** Told by the user information only. */
  readonly furtherClaims?: Readonly<Record<string, unknown>>;
}

export interface TestProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly users: Map<string, ProviderUser>;
  fault: ProviderFault | undefined;
  /** Signs with a new key from now on, as providers do once in a while. */
  rotateKeys(): Promise<void>;
  /** What a browser does that is led to `url` and signs in there: the query it is led back with. */
  signIn(url: string, user: string): Promise<URLSearchParams>;
  close(): Promise<void>;
}

interface Grant {
  readonly user: ProviderUser;
  readonly nonce: string;
  readonly challenge: string;
  readonly redirectUri: string;
}

const clientId = 'throughline';
const clientSecret = 'an-honest-provider-secret';
const algorithm = 'RS256';
const huge = 3_000_000;

type Page = (request: IncomingMessage, response: ServerResponse, url: URL) => void | Promise<void>;

/** A small OpenID provider on this machine: real HTTP, real signed tokens, honest until told otherwise. */
export async function startProvider(): Promise<TestProvider> {
  const users = new Map<string, ProviderUser>();
  const codes = new Map<string, Grant>();
  const accessTokens = new Map<string, ProviderUser>();
  let keys = await makeKeys();
  const stranger = await makeKeys();
  let issuer = '';
  const provider = { fault: undefined as ProviderFault | undefined };
  const is = (fault: ProviderFault): boolean => provider.fault === fault;

  const discovery = () => ({
    issuer: is('discovery-names-another') ? 'https://evil.example' : issuer,
    authorization_endpoint: is('sign-in-page-is-script')
      ? 'http://evil.example/authorize'
      : `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/keys`,
    userinfo_endpoint: `${issuer}/user`,
    end_session_endpoint: `${issuer}/end`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: [algorithm],
    token_endpoint_auth_methods_supported: ['client_secret_basic'],
    code_challenge_methods_supported: ['S256'],
    authorization_response_iss_parameter_supported: true,
  });

  const authorise = (query: URLSearchParams): string | undefined => {
    const user = users.get(query.get('as') ?? '');
    const redirectUri = query.get('redirect_uri') ?? '';
    const isKnown = query.get('client_id') === clientId && query.get('code_challenge_method') === 'S256';
    if (user === undefined || !isKnown) return undefined;
    const code = crypto.randomUUID();
    codes.set(code, {
      user,
      nonce: query.get('nonce') ?? '',
      challenge: query.get('code_challenge') ?? '',
      redirectUri,
    });
    const back = new URL(redirectUri);
    back.search = new URLSearchParams({
      code,
      state: query.get('state') ?? '',
      iss: is('returns-as-another') ? 'https://evil.example' : issuer,
    }).toString();
    return back.href;
  };

  /** `wrong` while the provider does that, else `right`. */
  const either = <Value>(fault: ProviderFault, wrong: Value, right: Value): Value =>
    is(fault) ? wrong : right;

  const toClaims = ({ user, nonce }: Grant, accessToken: string) => {
    const now = Math.floor(Date.now() / 1000);
    return {
      ...user.claims,
      ...either('token-without-subject', {}, { sub: user.sub }),
      iss: either('token-of-another-issuer', 'https://evil.example', issuer),
      aud: toAudience(provider.fault),
      iat: now,
      ...either('token-not-yet-valid', { nbf: now + 3600 }, {}),
      exp: either('token-expired', now - 3600, now + 300),
      ...either('token-without-nonce', {}, { nonce: either('token-with-wrong-nonce', 'another', nonce) }),
      at_hash: toAtHash(either('token-with-wrong-at-hash', 'another', accessToken)),
    };
  };

  const toIdToken = async (grant: Grant, accessToken: string): Promise<string> => {
    const claims = toClaims(grant, accessToken);
    if (is('token-unsigned')) return new UnsecuredJWT(claims).encode();
    if (is('token-signed-with-the-secret')) {
      return new SignJWT(claims)
        .setProtectedHeader({ alg: 'HS256' })
        .sign(new TextEncoder().encode(clientSecret.padEnd(32, '.')));
    }
    const { privateKey } = either('token-signed-by-a-stranger', stranger, keys);
    return new SignJWT(claims).setProtectedHeader({ alg: algorithm, kid: keys.kid }).sign(privateKey);
  };

  const takeGrant = (request: IncomingMessage, body: URLSearchParams): Grant | undefined => {
    const code = body.get('code') ?? '';
    const grant = codes.get(code);
    codes.delete(code);
    const isRight =
      toClient(request) === `${clientId}:${clientSecret}` &&
      grant?.challenge === toChallenge(body.get('code_verifier')) &&
      grant.redirectUri === body.get('redirect_uri');
    return isRight ? grant : undefined;
  };

  const exchange: Page = async (request, response) => {
    if (is('token-answer-redirects')) return redirect(response, 'https://evil.example/token');
    const grant = takeGrant(request, new URLSearchParams(await readText(request)));
    if (grant === undefined) return sendJson(response, 400, { error: 'invalid_grant' });
    const accessToken = crypto.randomUUID();
    accessTokens.set(accessToken, grant.user);
    return sendJson(response, 200, {
      access_token: accessToken,
      token_type: 'Bearer',
      expires_in: 300,
      ...(is('token-missing') ? {} : { id_token: await toIdToken(grant, accessToken) }),
      ...either('token-answer-huge', { more: 'x'.repeat(huge) }, {}),
    });
  };

  const describe: Page = (_, response) => {
    if (is('discovery-down')) return sendJson(response, 503, {});
    if (is('discovery-not-json')) return void response.end('<html>Sign in to the hotel</html>');
    if (is('discovery-redirects')) return redirect(response, 'https://evil.example/');
    const more = either('discovery-huge', { more: 'x'.repeat(huge) }, {});
    return sendJson(response, 200, { ...discovery(), ...more });
  };

  const tellUser: Page = ({ headers }, response) => {
    const user = accessTokens.get((headers.authorization ?? '').replace(/^bearer /i, ''));
    if (user === undefined) return sendJson(response, 401, {});
    const sub = either('user-information-of-another', 'another', user.sub);
    return sendJson(response, 200, { sub, ...user.claims, ...user.furtherClaims });
  };

  const pages: Readonly<Record<string, Page>> = {
    '/.well-known/openid-configuration': describe,
    '/authorize': (_, response, url) => {
      const back = authorise(url.searchParams);
      return back === undefined ? sendChoice(response, url, users) : redirect(response, back);
    },
    '/token': exchange,
    '/keys': (_, response) => sendJson(response, either('keys-down', 503, 200), { keys: [keys.jwk] }),
    '/user': tellUser,
    '/end': (_, response, url) => redirect(response, url.searchParams.get('post_logout_redirect_uri') ?? '/'),
  };

  const answer = (request: IncomingMessage, response: ServerResponse): void | Promise<void> => {
    const url = new URL(request.url ?? '/', issuer);
    const page = pages[url.pathname];
    return page === undefined ? sendJson(response, 404, {}) : page(request, response, url);
  };

  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return Object.assign(provider, {
    issuer,
    clientId,
    clientSecret,
    users,
    rotateKeys: async () => {
      keys = await makeKeys();
    },
    signIn: async (url: string, user: string) => {
      const asked = new URL(url);
      asked.searchParams.set('as', user);
      const response = await fetch(asked, { redirect: 'manual' });
      return new URL(response.headers.get('location') ?? '', issuer).searchParams;
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  });
}

function toAudience(fault: ProviderFault | undefined) {
  if (fault === 'token-for-several-without-azp') return [clientId, 'another'];
  return fault === 'token-for-another-client' ? 'another' : clientId;
}

const toChallenge = (verifier: string | null): string =>
  createHash('sha256')
    .update(verifier ?? '')
    .digest('base64url');

async function makeKeys() {
  const { publicKey, privateKey } = await generateKeyPair(algorithm, { extractable: true });
  const kid = crypto.randomUUID();
  return { kid, privateKey, jwk: { ...(await exportJWK(publicKey)), kid, alg: algorithm, use: 'sig' } };
}

const toAtHash = (accessToken: string): string =>
  createHash('sha256').update(accessToken).digest().subarray(0, 16).toString('base64url');

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

function redirect(response: ServerResponse, location: string): void {
  response.writeHead(302, { location }).end();
}

/** For people: a page on which they choose whom to be. */
function sendChoice(response: ServerResponse, url: URL, users: ReadonlyMap<string, ProviderUser>): void {
  const fields = [...url.searchParams].map(
    ([name, value]) => `<input type="hidden" name="${name}" value="${value.replaceAll('"', '&quot;')}">`,
  );
  const buttons = [...users.keys()].map(
    (name) => `<button name="as" value="${name}">Continue as ${name}</button>`,
  );
  response
    .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
    .end(
      `<!doctype html><html lang="en"><title>Example sign-on</title><h1>Example sign-on</h1><form action="/authorize">${fields.join('')}${buttons.join('')}</form>`,
    );
}

/** Both are form-encoded in the header (RFC 6749, section 2.3.1). */
const toClient = ({ headers }: IncomingMessage): string =>
  decodeURIComponent(atob((headers.authorization ?? '').replace(/^basic /i, '')));

async function readText(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}
