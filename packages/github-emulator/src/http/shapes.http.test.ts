import { request } from 'node:http';
import { describe, expect, test } from 'vitest';
import { startTestEmulator } from '../testing/start-test-emulator.ts';

/** fetch always sends a User-Agent; this does not. */
function getWithoutUserAgent(url: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const sent = request(url, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    sent.on('error', reject).end();
  });
}

describe("github.com's shape", () => {
  test('REST at the root, GraphQL beside it, standard headers on both', async () => {
    const emulator = await startTestEmulator();

    const rest = await emulator.get('/user');
    const graphql = await emulator.query('{ viewer { login } }');

    expect(emulator.restUrl).toBe(emulator.origin);
    expect(graphql.body).toEqual({ data: { viewer: { login: 'ada' } } });
    for (const { headers } of [rest, graphql]) {
      expect(headers.get('x-github-request-id')).toMatch(/^[0-9A-F]{4}(:[0-9A-F]{6}){3}:[0-9A-F]{8}$/);
      expect(headers.get('x-ratelimit-limit')).toBe('5000');
      expect(headers.get('x-github-enterprise-version')).toBeNull();
      expect(Date.parse(headers.get('date')!)).not.toBeNaN();
    }
    expect((await emulator.get('/api/v3/user')).status).toBe(404);
  });

  test('says no version of its own', async () => {
    const emulator = await startTestEmulator();

    expect(await emulator.object('/meta')).not.toHaveProperty('installed_version');
  });
});

describe("Enterprise Server's shape", () => {
  test('lives under /api, says its version, and limits nothing', async () => {
    const emulator = await startTestEmulator({ shape: 'enterprise-server' });

    const meta = await emulator.get('/meta');
    const graphql = await emulator.query('{ viewer { login } rateLimit { limit } }');

    expect([emulator.restUrl, emulator.graphqlUrl]).toEqual([
      `${emulator.origin}/api/v3`,
      `${emulator.origin}/api/graphql`,
    ]);
    expect(await meta.json()).toMatchObject({ installed_version: '3.19.4' });
    expect(meta.headers.get('x-github-enterprise-version')).toBe('3.19.4');
    expect(meta.headers.get('x-ratelimit-limit')).toBeNull();
    expect(graphql.body).toEqual({ data: { viewer: { login: 'ada' }, rateLimit: null } });
    expect((await emulator.get('/rate_limit')).status).toBe(404);
    expect((await fetch(`${emulator.origin}/user`)).status).toBe(404);
  });

  test('writes its own addresses into bodies and links', async () => {
    const emulator = await startTestEmulator({ shape: 'enterprise-server' });

    const response = await emulator.get('/orgs/acme/repos?per_page=1');

    const [repository] = Object(await response.json());
    expect(repository.url).toMatch(`${emulator.origin}/api/v3/repos/acme/`);
    expect(response.headers.get('link')).toMatch(`<${emulator.origin}/api/v3/organizations/`);
  });

  test.each([
    ['3.20.2', 400],
    ['3.21.1', 200],
  ] as const)(
    'of %s says so, and answers API version 2026-03-10 by %i',
    async (enterpriseVersion, status) => {
      const emulator = await startTestEmulator({ shape: 'enterprise-server', enterpriseVersion });

      const answer = await emulator.get('/user', { headers: { 'x-github-api-version': '2026-03-10' } });

      expect(answer.headers.get('x-github-enterprise-version')).toBe(enterpriseVersion);
      expect(answer.status).toBe(status);
    },
  );

  test('knows no API version of 2026 yet', async () => {
    const emulator = await startTestEmulator({ shape: 'enterprise-server' });

    expect((await emulator.get('/user', { headers: { 'x-github-api-version': '2026-03-10' } })).status).toBe(
      400,
    );
  });
});

test.each(['/user/', '/orgs/acme/', '/repos/acme/api/'])(
  'a trailing slash at %s is not found',
  async (path) => {
    const emulator = await startTestEmulator();

    expect((await emulator.get(path)).status).toBe(404);
  },
);

test('a request without a User-Agent is forbidden', async () => {
  const emulator = await startTestEmulator();

  expect(await getWithoutUserAgent(`${emulator.restUrl}/meta`)).toBe(403);
});

test.each([
  [undefined, 200, true],
  ['2022-11-28', 200, true],
  ['2026-03-10', 200, false],
  ['2020-01-01', 400, undefined],
  ['latest', 400, undefined],
])('API version %s answers %i', async (version, status, hasRate) => {
  const emulator = await startTestEmulator();

  const response = await emulator.get('/rate_limit', {
    headers: version === undefined ? {} : { 'x-github-api-version': version },
  });

  expect(response.status).toBe(status);
  const body = Object(await response.json());
  if (hasRate !== undefined) expect('rate' in body).toBe(hasRate);
});

test('version 2026-03-10 leaves out has_downloads everywhere', async () => {
  const emulator = await startTestEmulator();

  const old = await (await emulator.get('/repos/acme/web/pulls?state=all')).text();
  const recent = await (
    await emulator.get('/repos/acme/web/pulls?state=all', {
      headers: { 'x-github-api-version': '2026-03-10' },
    })
  ).text();

  expect([old.includes('has_downloads'), recent.includes('has_downloads')]).toEqual([true, false]);
});

test('a media type that is not JSON is refused and counted', async () => {
  const emulator = await startTestEmulator();

  const diff = await emulator.get('/repos/acme/api/pulls/1', {
    headers: { accept: 'application/vnd.github.diff' },
  });

  expect(diff.status).toBe(415);
  expect(emulator.control.unserved()).toEqual([{ what: 'accept: application/vnd.github.diff', count: 1 }]);
});

test('what is not emulated is a counted 404, never an answer', async () => {
  const emulator = await startTestEmulator();

  expect((await emulator.get('/repos/acme/api/branches')).status).toBe(404);
  expect((await fetch(`${emulator.restUrl}/user`, { method: 'PATCH' })).status).toBe(404);
  expect(emulator.control.unserved()).toEqual([
    { what: 'GET /repos/acme/api/branches', count: 1 },
    { what: 'PATCH /user', count: 1 },
  ]);
});

describe('conditional requests', () => {
  test('an unchanged answer is 304 and costs nothing of the primary limit', async () => {
    const emulator = await startTestEmulator();
    const first = await emulator.get('/orgs/acme');
    const etag = first.headers.get('etag')!;

    const second = await emulator.get('/orgs/acme', { headers: { 'if-none-match': etag } });

    expect(etag).toMatch(/^W\/"[0-9a-f]{64}"$/);
    expect(second.status).toBe(304);
    expect(await second.text()).toBe('');
    expect(second.headers.get('x-ratelimit-remaining')).toBe(first.headers.get('x-ratelimit-remaining'));
    expect(emulator.control.ledger().at(-1)).toMatchObject({ outcome: 'not-modified', points: 0 });
  });

  test('validators differ per credential, unless switched off', async () => {
    const emulator = await startTestEmulator();
    const other = emulator.control.addToken({ kind: 'classic', login: 'ada' }).value;
    const etagOf = async (token?: string) =>
      (await emulator.get('/orgs/acme', token === undefined ? {} : { token })).headers.get('etag');

    expect(await etagOf(other)).not.toBe(await etagOf());
    emulator.control.set({ constants: { etagDiffersPerCredential: false } });
    expect(await etagOf(other)).toBe(await etagOf());
  });

  test('last-modified works too', async () => {
    const emulator = await startTestEmulator();
    const modified = (await emulator.get('/repos/acme/api/pulls/1')).headers.get('last-modified')!;

    const again = await emulator.get('/repos/acme/api/pulls/1', {
      headers: { 'if-modified-since': modified },
    });

    expect(again.status).toBe(304);
  });
});
