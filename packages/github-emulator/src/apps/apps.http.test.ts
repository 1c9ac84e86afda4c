import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { ask, mint, readingApp, signJwt, startWithGithubApp } from '../testing/app-credentials.ts';

const now = Date.parse('2026-03-20T12:00:00Z') / 1000;
const stranger = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
});

describe('a JWT', () => {
  test.each(['its id', 'its client id'])('signs an app in by %s', async (name) => {
    const emulator = await startWithGithubApp();
    const iss = name === 'its id' ? emulator.control.apps()[0]!.id : readingApp.clientId;

    const { status, body } = await ask(emulator, ['GET', '/app'], { token: signJwt(emulator, { iss }) });

    expect(status).toBe(200);
    expect(body).toMatchObject({ slug: 'lines-app', owner: { login: 'acme' }, installations_count: 1 });
  });

  test.each([
    ['too long ahead', { exp: now + 601 }, 401, "'Expiration time' claim ('exp') is too far in the future"],
    ['expired', { exp: now - 1 }, 401, "'Expiration time' claim ('exp') must be a numeric value"],
    ['without an end', { exp: undefined }, 401, "'Expiration time' claim ('exp') must be a numeric value"],
    ['made in the future', { iat: now + 5 }, 401, "'Issued at' claim ('iat') must be an Integer"],
    ['without a beginning', { iat: undefined }, 401, "'Issued at' claim ('iat') must be an Integer"],
    ['of nobody', { iss: 1 }, 404, 'Integration not found'],
  ])('%s is refused in GitHub’s words', async (_name, claims, status, message) => {
    const emulator = await startWithGithubApp();

    const answer = await ask(emulator, ['GET', '/app'], { token: signJwt(emulator, claims) });

    expect(answer.status).toBe(status);
    expect(answer.body.message).toContain(message);
  });

  test('of another key or another algorithm can not be decoded, nor can any other token', async () => {
    const emulator = await startWithGithubApp();
    const other = signJwt(emulator, {}, { key: stranger.privateKey });
    const weak = signJwt(emulator, {}, { alg: 'HS256' });

    const answers = await Promise.all(
      [other, weak, emulator.tokens[0]!.value].map((token) => ask(emulator, ['GET', '/app'], { token })),
    );

    expect(answers.map(({ status, body }) => [status, body.message])).toEqual(
      answers.map(() => [401, 'A JSON web token could not be decoded']),
    );
  });

  test('finds installations, and opens nothing else', async () => {
    const emulator = await startWithGithubApp();
    const token = signJwt(emulator);

    const found = await ask(emulator, ['GET', '/orgs/acme/installation'], { token });
    const statuses = await Promise.all(
      ['/users/bob/installation', '/app/installations/1', '/user', '/repos/acme/web'].map(
        async (path) => (await ask(emulator, ['GET', path], { token })).status,
      ),
    );

    expect(found.body).toMatchObject({
      app_slug: 'lines-app',
      account: { login: 'acme' },
      suspended_at: null,
    });
    expect(statuses).toEqual([404, 404, 403, 403]);
  });
});

describe('an installation token', () => {
  test('reaches the chosen repositories with the permissions that were accepted, over both APIs', async () => {
    const emulator = await startWithGithubApp();
    const token = await mint(emulator);

    const repositories = await ask(emulator, ['GET', '/installation/repositories'], { token });
    const { body } = await emulator.query(
      '{ viewer { login } api: repository(owner: "acme", name: "api") { pullRequests(first: 1) { totalCount } issues(first: 1) { totalCount } } tools: repository(owner: "acme", name: "tools") { name } organization(login: "acme") { membersWithRole(first: 9) { totalCount } teams(first: 1) { totalCount } } }',
      { token },
    );

    expect(repositories.body.total_count).toBe(2);
    expect(repositories.body.repository_selection).toBe('selected');
    expect((await emulator.get('/repos/acme/api/pulls', { token })).status).toBe(200);
    expect((await emulator.get('/repos/acme/tools', { token })).status).toBe(404);
    expect((await emulator.list('/orgs/acme/members', { token })).length).toBe(3);
    expect(body.data.viewer.login).toBe('lines-app[bot]');
    expect(body.data.organization).toEqual({ membersWithRole: { totalCount: 3 }, teams: { totalCount: 1 } });
    expect(body.errors).toMatchObject([
      { type: 'FORBIDDEN', path: ['api', 'issues'], message: 'Resource not accessible by integration' },
      { type: 'NOT_FOUND', path: ['tools'] },
    ]);
  });

  test('is nobody: what is a user’s is refused', async () => {
    const emulator = await startWithGithubApp();
    const token = await mint(emulator);

    const answer = await ask(emulator, ['GET', '/user'], { token });

    expect([answer.status, answer.body.message]).toEqual([403, 'Resource not accessible by integration']);
  });

  test('is narrowed by repositories and permissions', async () => {
    const emulator = await startWithGithubApp();
    const token = await mint(emulator, { repositories: ['api'], permissions: { contents: 'read' } });

    const { body } = await ask(emulator, ['GET', '/installation/repositories'], { token });

    expect(body.repositories.map(({ name }: { name: string }) => name)).toEqual(['api']);
    expect((await emulator.get('/repos/acme/api/pulls', { token })).status).toBe(403);
    expect((await emulator.get('/orgs/acme/members', { token })).status).toBe(403);
  });

  test.each([
    [
      'a repository it does not cover',
      { repositories: ['tools'] },
      'not accessible to the parent installation',
    ],
    ['a permission it lacks', { permissions: { issues: 'read' } }, 'are not granted to this installation'],
    ['more of a permission', { permissions: { contents: 'write' } }, 'are not granted to this installation'],
    ['nonsense', { repositories: 'all' }, 'Invalid request'],
  ])('is not made for %s', async (_name, body, message) => {
    const emulator = await startWithGithubApp();
    const token = signJwt(emulator);
    const { id } = (await ask(emulator, ['GET', '/orgs/acme/installation'], { token })).body;

    const answer = await ask(emulator, ['POST', `/app/installations/${id}/access_tokens`], { token, body });

    expect(answer.status).toBe(422);
    expect(answer.body.message).toContain(message);
  });

  test('has the long form or the short one, by the setting and by the request', async () => {
    const emulator = await startWithGithubApp();
    const token = signJwt(emulator);
    const { id } = (await ask(emulator, ['GET', '/orgs/acme/installation'], { token })).body;
    const path = `/app/installations/${id}/access_tokens`;
    const make = async (headers: Record<string, string> = {}): Promise<string> =>
      (await ask(emulator, ['POST', path], { token, headers })).body.token;

    const long = await make();
    const forced = await make({ 'x-github-stateless-s2s-token': 'disabled' });
    emulator.control.set({ installationTokens: 'classic' });
    const short = await make();

    expect(long).toMatch(/^ghs_900001_[\w.-]{490,520}$/);
    expect(long.split('.')).toHaveLength(3);
    expect([forced.length, short.length]).toEqual([40, 40]);
    expect((await emulator.get('/repos/acme/api', { token: long })).status).toBe(200);
  });

  test('ends after an hour, and when revoked', async () => {
    const emulator = await startWithGithubApp();
    const [late, ended] = [await mint(emulator), await mint(emulator)];
    const statusOf = async (token: string) => (await emulator.get('/repos/acme/api', { token })).status;

    const revoked = await ask(emulator, ['DELETE', '/installation/token'], { token: ended });
    const [good, gone] = [await statusOf(late), await statusOf(ended)];
    emulator.clock.advance(3_601);

    expect([revoked.status, good, gone, await statusOf(late)]).toEqual([204, 200, 401, 401]);
  });

  test('ends with its installation', async () => {
    const emulator = await startWithGithubApp();
    const token = await mint(emulator);
    const jwt = signJwt(emulator);
    const { id } = (await ask(emulator, ['GET', '/orgs/acme/installation'], { token: jwt })).body;

    const removed = await ask(emulator, ['DELETE', `/app/installations/${id}`], { token: jwt });

    expect(removed.status).toBe(204);
    expect((await emulator.get('/repos/acme/api', { token })).status).toBe(401);
    expect((await ask(emulator, ['GET', `/app/installations/${id}`], { token: jwt })).status).toBe(404);
  });

  test('is refused while the installation is suspended, as are new ones', async () => {
    const emulator = await startWithGithubApp();
    const token = await mint(emulator);
    const jwt = signJwt(emulator);
    const { id } = (await ask(emulator, ['GET', '/orgs/acme/installation'], { token: jwt })).body;

    await ask(emulator, ['PUT', `/app/installations/${id}/suspended`], { token: jwt });
    const used = await ask(emulator, ['GET', '/installation/repositories'], { token });
    const minted = await ask(emulator, ['POST', `/app/installations/${id}/access_tokens`], { token: jwt });
    await ask(emulator, ['DELETE', `/app/installations/${id}/suspended`], { token: jwt });

    expect([used.status, minted.status]).toEqual([403, 403]);
    expect(used.body.message).toBe('This installation has been suspended');
    expect((await emulator.get('/repos/acme/api', { token })).status).toBe(200);
  });

  test('has what was accepted while the app asks for more, and what was taken back is gone', async () => {
    const emulator = await startWithGithubApp();
    const before = await mint(emulator);
    const appId = emulator.control.apps()[0]!.id;
    const jwt = signJwt(emulator);
    const { id: installationId } = (await ask(emulator, ['GET', '/orgs/acme/installation'], { token: jwt }))
      .body;

    emulator.control.editApp({ kind: 'permissions', appId, permissions: { issues: 'read' } });
    const outdated = await ask(emulator, ['GET', '/app/installations?outdated=true'], { token: jwt });
    const waiting = await emulator.get('/repos/acme/api/pulls', { token: before });
    emulator.control.editApp({ kind: 'accepted', installationId });
    const accepted = await emulator.get('/repos/acme/api/pulls', { token: before });

    expect(outdated.body).toHaveLength(1);
    expect([waiting.status, accepted.status]).toEqual([200, 403]);
  });

  test('has a bucket of its own that grows with repositories and people', async () => {
    const { createProceduralOrganisation } = await import(
      '../sources/procedural/create-procedural-organisation.ts'
    );
    const source = createProceduralOrganisation({
      people: 40,
      repos: 30,
      pulls: 0,
      now: '2026-03-01T00:00:00Z',
    });
    const { login } = source.organisations[0]!.account;
    const emulator = await startWithGithubApp({
      sources: [source],
      tokens: [],
      apps: [{ ...readingApp, owner: login, installations: [{ account: login }] }],
    });
    const token = await mint(emulator);

    const { headers } = await ask(emulator, ['GET', '/installation/repositories?per_page=1'], { token });

    const people = source.organisations[0]!.members.length;
    const repositories = source.repositories.filter(({ record }) => record.owner.login === login).length;
    expect(repositories).toBeGreaterThan(20);
    expect(Number(headers.get('x-ratelimit-limit'))).toBe(
      5_000 + 50 * (repositories - 20) + 50 * Math.max(0, people - 20),
    );
    expect(headers.get('x-ratelimit-used')).toBe('1');
  });
});
