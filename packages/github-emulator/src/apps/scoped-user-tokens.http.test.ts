import { describe, expect, test } from 'vitest';
import {
  ask,
  exchangeForApp,
  postToken,
  readingApp,
  signJwt,
  startWithGithubApp,
} from '../testing/app-credentials.ts';
import type { TestEmulator } from '../testing/start-test-emulator.ts';

async function call(emulator: TestEmulator, [method, path]: readonly [string, string], body: object) {
  const response = await fetch(`${emulator.restUrl}/applications/${readingApp.clientId}${path}`, {
    method,
    headers: {
      'user-agent': 'test',
      authorization: `Basic ${btoa(`${readingApp.clientId}:${readingApp.clientSecret}`)}`,
    },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  return { status: response.status, body: Object(text === '' ? {} : JSON.parse(text)) };
}

const statusOf = async (emulator: TestEmulator, path: string, token: string) =>
  (await emulator.get(path, { token })).status;

describe('a scoped token', () => {
  test('reaches one account, and there what was named', async () => {
    const emulator = await startWithGithubApp();
    const { access_token } = await exchangeForApp(emulator, 'bob');

    const { status, body } = await call(emulator, ['POST', '/token/scoped'], {
      access_token,
      target: 'acme',
      repositories: ['api'],
      permissions: { contents: 'read' },
    });

    expect(status).toBe(200);
    expect(body.token).toMatch(/^ghu_/);
    expect(body.installation).toMatchObject({ repository_selection: 'selected', account: { login: 'acme' } });
    expect(await statusOf(emulator, '/repos/acme/api', body.token)).toBe(200);
    expect(await statusOf(emulator, '/repos/acme/api/issues/comments', body.token)).toBe(403);
    expect(await statusOf(emulator, '/orgs/acme/members', body.token)).toBe(403);
    expect(await statusOf(emulator, '/repos/acme/api/pulls', access_token)).toBe(200);
  });

  test.each([
    ['no account', {}, 422],
    ['two', { target: 'acme', target_id: 1 }, 422],
    ['one without the app', { target: 'bob' }, 404],
    ['repositories in two ways', { target: 'acme', repositories: ['api'], repository_ids: [1] }, 422],
    ['a repository it does not cover', { target: 'acme', repositories: ['tools'] }, 422],
    ['a permission it lacks', { target: 'acme', permissions: { issues: 'read' } }, 422],
    ['a token of nobody', { target: 'acme', access_token: 'ghu_no' }, 404],
  ])('is not made for %s', async (_name, change, status) => {
    const emulator = await startWithGithubApp();
    const { access_token } = await exchangeForApp(emulator, 'bob');

    const answer = await call(emulator, ['POST', '/token/scoped'], { access_token, ...change });

    expect(answer.status).toBe(status);
  });

  test('can not be scoped again', async () => {
    const emulator = await startWithGithubApp();
    const { access_token } = await exchangeForApp(emulator, 'bob');
    const { body } = await call(emulator, ['POST', '/token/scoped'], { access_token, target: 'acme' });

    const again = await call(emulator, ['POST', '/token/scoped'], {
      access_token: body.token,
      target: 'acme',
    });

    expect(again.status).toBe(404);
  });
});

test('a reset token is another, of which the refresh token goes on', async () => {
  const emulator = await startWithGithubApp();
  const first = await exchangeForApp(emulator, 'bob');

  const { status, body } = await call(emulator, ['PATCH', '/token'], { access_token: first.access_token });
  const [old, fresh] = await Promise.all(
    [first.access_token, body.token].map((token) => statusOf(emulator, '/user', token)),
  );
  const next = await postToken(emulator, { grant_type: 'refresh_token', refresh_token: first.refresh_token });

  expect([status, old, fresh]).toEqual([200, 401, 200]);
  expect(next.access_token).toMatch(/^ghu_/);
  expect(await statusOf(emulator, '/user', body.token)).toBe(401);
});

test('the end of a grant ends all tokens of the user, scoped ones too, and nobody else’s', async () => {
  const emulator = await startWithGithubApp();
  const [bob, again, cyd] = [
    await exchangeForApp(emulator, 'bob'),
    await exchangeForApp(emulator, 'bob'),
    await exchangeForApp(emulator, 'cyd'),
  ];
  const { access_token } = bob;
  const { body } = await call(emulator, ['POST', '/token/scoped'], { access_token, target: 'acme' });

  const { status } = await call(emulator, ['DELETE', '/grant'], { access_token });
  const tokens = [access_token, again.access_token, body.token, cyd.access_token];
  const statuses = await Promise.all(tokens.map((token) => statusOf(emulator, '/user', token)));

  expect([status, ...statuses]).toEqual([204, 401, 401, 401, 200]);
});

test('a deleted app is unknown, its tokens are gone', async () => {
  const emulator = await startWithGithubApp();
  const { access_token } = await exchangeForApp(emulator, 'bob');
  const token = signJwt(emulator);
  const { id } = (await ask(emulator, ['GET', '/orgs/acme/installation'], { token })).body;
  const minted = (await ask(emulator, ['POST', `/app/installations/${id}/access_tokens`], { token })).body
    .token;

  emulator.control.editApp({ kind: 'deleted', appId: emulator.control.apps()[0]!.id });
  const app = await ask(emulator, ['GET', '/app'], { token });

  expect([app.status, app.body.message]).toEqual([404, 'Integration not found']);
  expect(await statusOf(emulator, '/repos/acme/api', minted)).toBe(401);
  expect(await statusOf(emulator, '/user', access_token)).toBe(401);
});
