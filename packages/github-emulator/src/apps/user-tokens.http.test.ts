import { expect, test } from 'vitest';
import {
  ask,
  exchangeForApp as authorise,
  authoriseAppPath as path,
  postToken,
  readingApp,
  startWithGithubApp,
} from '../testing/app-credentials.ts';
import type { TestEmulator } from '../testing/start-test-emulator.ts';
import { signIn } from '../testing/web-flow.ts';

const refresh = (emulator: TestEmulator, refresh_token: string) =>
  postToken(emulator, { grant_type: 'refresh_token', refresh_token });

test('a user’s token has eight hours and a refresh token of six months, and no scopes', async () => {
  const emulator = await startWithGithubApp();

  const answer = await authorise(emulator, 'bob');
  const { headers, body } = await ask(emulator, ['GET', '/user'], { token: answer.access_token });

  expect(answer).toMatchObject({ expires_in: 28_800, refresh_token_expires_in: 15_897_600, scope: '' });
  expect(answer.access_token).toMatch(/^ghu_\w{36}$/);
  expect(answer.refresh_token).toMatch(/^ghr_\w{76}$/);
  expect(body.login).toBe('bob');
  expect(headers.get('x-oauth-scopes')).toBeNull();
  expect(headers.get('x-oauth-client-id')).toBe(readingApp.clientId);
});

test('it lists where the app is installed, and reaches there what app and user both may', async () => {
  const emulator = await startWithGithubApp();
  const { access_token: token } = await authorise(emulator, 'bob');
  const { access_token: strangers } = await authorise(emulator, 'eve');

  const { body } = await ask(emulator, ['GET', '/user/installations'], { token });
  const id = body.installations[0].id;
  const covered = await ask(emulator, ['GET', `/user/installations/${id}/repositories`], { token });
  const foreign = await ask(emulator, ['GET', '/user/installations'], { token: strangers });
  const classic = await ask(emulator, ['GET', '/user/installations'], { token: emulator.tokens[0]!.value });
  const statuses = await Promise.all(
    ['/repos/acme/api/pulls', '/repos/acme/api/issues/comments', '/repos/acme/tools'].map(
      async (one) => (await ask(emulator, ['GET', one], { token })).status,
    ),
  );

  expect(body).toMatchObject({ total_count: 1, installations: [{ account: { login: 'acme' } }] });
  expect(covered.body.total_count).toBe(2);
  expect(foreign.body.total_count).toBe(0);
  expect(classic.status).toBe(403);
  expect((await ask(emulator, ['GET', '/repos/acme/api'], { token: strangers })).status).toBe(404);
  expect(statuses).toEqual([200, 200, 404]);
});

test('a refresh makes a new pair and ends the old one; it is good once, and for six months', async () => {
  const emulator = await startWithGithubApp();
  const first = await authorise(emulator, 'bob');

  const second = await refresh(emulator, first.refresh_token);
  const again = await refresh(emulator, first.refresh_token);
  const [old, fresh] = await Promise.all(
    [first, second].map(async (one) => (await emulator.get('/user', { token: one.access_token })).status),
  );
  emulator.clock.advance(28_801);
  const late = (await emulator.get('/user', { token: second.access_token })).status;
  const third = await refresh(emulator, second.refresh_token);
  emulator.clock.advance(15_897_601);

  expect([again.error, old, fresh, late]).toEqual(['bad_refresh_token', 401, 200, 401]);
  expect(third.access_token).toMatch(/^ghu_/);
  expect((await refresh(emulator, third.refresh_token)).error).toBe('bad_refresh_token');
});

test('the app ends a user’s grant, and no refresh brings it back', async () => {
  const emulator = await startWithGithubApp();
  const answer = await authorise(emulator, 'bob');

  const ended = await fetch(`${emulator.restUrl}/applications/${readingApp.clientId}/grant`, {
    method: 'DELETE',
    headers: {
      'user-agent': 'test',
      authorization: `Basic ${btoa(`${readingApp.clientId}:${readingApp.clientSecret}`)}`,
    },
    body: JSON.stringify({ access_token: answer.access_token }),
  });

  expect(ended.status).toBe(204);
  expect((await emulator.get('/user', { token: answer.access_token })).status).toBe(401);
  expect((await refresh(emulator, answer.refresh_token)).error).toBe('bad_refresh_token');
});

test('an app’s callback is matched to the letter', async () => {
  const emulator = await startWithGithubApp();
  const browser = await signIn(emulator, 'bob');
  const below = `${readingApp.callbackUrls[0]}/below`;

  const back = await browser.open(`${path}&redirect_uri=${encodeURIComponent(below)}`);

  expect(back.location!.searchParams.get('error')).toBe('redirect_uri_mismatch');
});

test('a user reviews what they let an app do, and takes it back', async () => {
  const emulator = await startWithGithubApp();
  const answer = await authorise(emulator, 'bob');
  const bob = await signIn(emulator, 'bob');
  const page = await bob.open(`/settings/connections/applications/${readingApp.clientId}`);

  await bob.press(page, 'Revoke access');

  expect(page.text).toContain('what it may where it is installed');
  expect((await emulator.get('/user', { token: answer.access_token })).status).toBe(401);
  expect((await refresh(emulator, answer.refresh_token)).error).toBe('bad_refresh_token');
});
