import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { createBrowser, type Page } from '../testing/browse.ts';
import type { TestEmulator } from '../testing/start-test-emulator.ts';
import { createTestClock } from '../testing/test-clock.ts';
import {
  app,
  authorise,
  authorisePath,
  callback,
  exchange,
  getCode,
  signIn,
  startWithApp as start,
} from '../testing/web-flow.ts';

const errorOf = ({ location }: Page) => location?.searchParams.get('error');

describe('consent', () => {
  test('leads from the log-in over the page back with a code and the state', async () => {
    const emulator = await start();
    const browser = createBrowser(emulator.origin);

    const login = await browser.open(authorisePath());
    const consent = await browser.press(login, 'Sign in as bob');
    const back = await browser.press(consent, 'Authorize Lines');

    expect(consent.text).toContain('Full control of private repositories');
    expect(back.location!.href.split('?')[0]).toBe(callback);
    expect(back.location!.searchParams.get('state')).toBe('st');
    expect(back.location!.searchParams.get('code')).toMatch(/^[0-9a-f]{20}$/);
  });

  test('is not asked for again, unless more is wanted; without scopes it is what was agreed to', async () => {
    const emulator = await start();
    const browser = await signIn(emulator, 'bob');
    await getCode(browser);

    const again = await browser.open(authorisePath({ scope: 'public_repo' }));
    const more = await browser.open(authorisePath({ scope: 'repo admin:org' }));
    const bare = await browser.open(`/login/oauth/authorize?client_id=${app.clientId}`);
    const { body } = await exchange(emulator, { code: bare.location!.searchParams.get('code')! });

    expect(again.location!.searchParams.get('code')).not.toBeNull();
    expect(more.text).toContain('Authorize Lines');
    expect(body.scope).toBe('repo,read:org');
  });

  test('denied sends back access_denied', async () => {
    const browser = await signIn(await start(), 'bob');

    const back = await browser.press(await browser.open(authorisePath()), 'Cancel');

    expect(errorOf(back)).toBe('access_denied');
    expect(back.location!.searchParams.get('state')).toBe('st');
  });

  test.each([
    ['another host', { redirect_uri: 'https://evil.example/github/callback' }, 'redirect_uri_mismatch'],
    ['plain PKCE', { code_challenge: 'a'.repeat(43), code_challenge_method: 'plain' }, 'invalid_request'],
    ['PKCE without a method', { code_challenge: 'a'.repeat(43) }, 'invalid_request'],
    ['a short challenge', { code_challenge: 'abc', code_challenge_method: 'S256' }, 'invalid_request'],
    ['a scope nobody knows', { scope: 'repo everything' }, 'invalid_scope'],
  ])('refuses %s at the registered address', async (_name, query, error) => {
    const browser = createBrowser((await start()).origin);

    const back = await browser.open(authorisePath(query));

    expect(errorOf(back)).toBe(error);
    expect(back.location!.href.startsWith(`${callback}?`)).toBe(true);
  });

  test('is not asked for a suspended app, and nothing is known of an unregistered one', async () => {
    const emulator = await start();
    const browser = await signIn(emulator, 'bob');
    emulator.control.changeOauthApp({ clientId: app.clientId, isSuspended: true });

    expect(errorOf(await browser.open(authorisePath()))).toBe('application_suspended');
    expect((await browser.open(authorisePath({ client_id: 'nobody' }))).status).toBe(404);
  });

  test('can not be given by a form of another site', async () => {
    const emulator = await start();

    const page = await fetch(`${emulator.origin}/login/oauth/authorize`, {
      method: 'POST',
      headers: {
        origin: 'http://evil.example',
        cookie: `user_session=${await cookieOf(emulator)}`,
      },
      body: new URLSearchParams({ client_id: app.clientId, authorize: '1' }),
      redirect: 'manual',
    });

    expect(page.status).toBe(404);
  });
});

async function cookieOf(emulator: TestEmulator): Promise<string> {
  const body = new URLSearchParams({ login: 'bob', return_to: '//evil.example' });
  const response = await fetch(`${emulator.origin}/session`, { method: 'POST', body, redirect: 'manual' });
  expect(response.headers.get('location')).toBe('/login');
  return /user_session=([^;]+)/.exec(response.headers.get('set-cookie') ?? '')![1]!;
}

describe('a code', () => {
  test('becomes a token that says its scopes and works', async () => {
    const emulator = await start();

    const token = await authorise(emulator, 'bob');
    const answer = await emulator.get('/user', { token });

    expect(token).toMatch(/^gho_[A-Za-z0-9]{36}$/);
    expect(Object(await answer.json()).login).toBe('bob');
    expect(answer.headers.get('x-oauth-scopes')).toBe('repo, read:org');
    expect(answer.headers.get('x-accepted-oauth-scopes')).not.toBeNull();
    expect((await emulator.get('/repos/acme/api', { token })).status).toBe(200);
  });

  test('is answered as a form where JSON is not asked for', async () => {
    const emulator = await start();
    const code = await getCode(await signIn(emulator, 'bob'));

    const response = await fetch(`${emulator.webUrl}/login/oauth/access_token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ client_id: app.clientId, client_secret: app.clientSecret, code }),
    });

    const answer = new URLSearchParams(await response.text());
    expect(Object.fromEntries(answer)).toMatchObject({ scope: 'repo,read:org', token_type: 'bearer' });
  });

  test('is good once, for ten minutes, and for its own app', async () => {
    const clock = createTestClock();
    const other = { ...app, name: 'Other', clientId: 'other' };
    const emulator = await start({ clock, oauthApps: [app, other] });
    const browser = await signIn(emulator, 'bob');
    const [used, old] = [await getCode(browser), await getCode(browser)];

    const foreign = await exchange(emulator, { code: used, client_id: 'other' });
    const first = await exchange(emulator, { code: used });
    const second = await exchange(emulator, { code: used });
    clock.advance(601);
    const late = await exchange(emulator, { code: old });

    expect(first.body.access_token).toBeDefined();
    expect([foreign, second, late].map(({ status, body }) => [status, body.error])).toEqual(
      Array.from({ length: 3 }, () => [200, 'bad_verification_code']),
    );
  });

  test.each([
    ['a wrong secret', { client_secret: 'x' }, 'incorrect_client_credentials'],
    ['an unknown app', { client_id: 'x' }, 'incorrect_client_credentials'],
    ['another address', { redirect_uri: `${callback}/below` }, 'redirect_uri_mismatch'],
    ['no code', { code: '' }, 'bad_verification_code'],
    ['another kind of grant', { grant_type: 'password' }, 'unsupported_grant_type'],
  ])('is refused with %s', async (_name, fields, error) => {
    const emulator = await start();
    const code = await getCode(await signIn(emulator, 'bob'));

    const { status, body } = await exchange(emulator, { code, ...fields });

    expect([status, body.error]).toEqual([200, error]);
    expect(body.error_uri).toContain('docs.github.com');
  });

  test('under PKCE wants the verifier of its challenge', async () => {
    const emulator = await start();
    const browser = await signIn(emulator, 'bob');
    const verifier = 'v'.repeat(50);
    const challenge = createHash('sha256').update(verifier).digest('base64url');
    const query = { code_challenge: challenge, code_challenge_method: 'S256' };

    const right = await exchange(emulator, { code: await getCode(browser, query), code_verifier: verifier });
    const wrong = await exchange(emulator, {
      code: await getCode(browser, query),
      code_verifier: 'w'.repeat(50),
    });
    const none = await exchange(emulator, { code: await getCode(browser, query) });

    expect(right.body.access_token).toBeDefined();
    expect([wrong.body.error, none.body.error]).toEqual(Array(2).fill('bad_verification_code'));
  });
});

describe('tokens of an app', () => {
  test('are ten for a user and a set of scopes: the oldest goes, and the user is asked again within the hour', async () => {
    const clock = createTestClock();
    const emulator = await start({ clock });
    const browser = await signIn(emulator, 'bob');
    const tokens: string[] = [];
    for (let made = 0; made < 10; made += 1) {
      tokens.push((await exchange(emulator, { code: await getCode(browser) })).body.access_token);
    }

    const asked = await browser.open(authorisePath());
    const code = (await browser.press(asked, 'Authorize Lines')).location!.searchParams.get('code')!;
    tokens.push((await exchange(emulator, { code })).body.access_token);

    const statuses = await Promise.all(
      [0, 1, 10].map(async (index) => (await emulator.get('/user', { token: tokens[index]! })).status),
    );
    expect(statuses).toEqual([401, 200, 200]);
  });

  async function askApplication(
    emulator: TestEmulator,
    [method, what]: readonly [string, string],
    { token, secret = app.clientSecret }: { token: string; secret?: string },
  ) {
    const response = await fetch(`${emulator.restUrl}/applications/${app.clientId}/${what}`, {
      method,
      headers: {
        'user-agent': 'test',
        authorization: `Basic ${Buffer.from(`${app.clientId}:${secret}`).toString('base64')}`,
      },
      body: JSON.stringify({ access_token: token }),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
  }

  test('can be checked and reset by it, and ended one by one', async () => {
    const emulator = await start();
    const token = await authorise(emulator, 'bob');

    const checked = await askApplication(emulator, ['POST', 'token'], { token });
    const reset = await askApplication(emulator, ['PATCH', 'token'], { token });
    const old = await askApplication(emulator, ['POST', 'token'], { token });
    const next = reset.body.token;
    const ended = await askApplication(emulator, ['DELETE', 'token'], { token: next });

    expect(checked).toMatchObject({
      status: 200,
      body: { token, scopes: ['repo', 'read:org'], user: { login: 'bob' }, app: { client_id: app.clientId } },
    });
    expect([reset.status, old.status, ended.status]).toEqual([200, 404, 204]);
    expect((await emulator.get('/user', { token: next })).status).toBe(401);
  });

  test('all go with the grant, and the user is asked anew', async () => {
    const emulator = await start();
    const [first, second] = [await authorise(emulator, 'bob'), await authorise(emulator, 'bob', 'repo')];

    const ended = await askApplication(emulator, ['DELETE', 'grant'], { token: second });

    expect(ended.status).toBe(204);
    expect((await emulator.get('/user', { token: first })).status).toBe(401);
    const page = await (await signIn(emulator, 'bob')).open(authorisePath());
    expect(page.text).toContain('Authorize Lines');
  });

  test('are nobody else’s business', async () => {
    const emulator = await start();
    const token = await authorise(emulator, 'bob');

    const wrongSecret = await askApplication(emulator, ['POST', 'token'], { token, secret: 'x' });
    const foreignToken = await askApplication(emulator, ['DELETE', 'token'], {
      token: emulator.tokens[0]!.value,
    });
    const byUser = await fetch(`${emulator.restUrl}/applications/${app.clientId}/token`, {
      method: 'POST',
      headers: { 'user-agent': 'test', authorization: `Bearer ${token}` },
    });

    expect([wrongSecret.status, foreignToken.status, byUser.status]).toEqual([401, 404, 401]);
  });

  test('are revoked by the user on the app’s page', async () => {
    const emulator = await start();
    const browser = await signIn(emulator, 'bob');
    const { body } = await exchange(emulator, { code: await getCode(browser) });

    const page = await browser.open(`/settings/connections/applications/${app.clientId}`);
    await browser.press(page, 'Revoke access');

    expect((await emulator.get('/user', { token: body.access_token })).status).toBe(401);
  });
});
