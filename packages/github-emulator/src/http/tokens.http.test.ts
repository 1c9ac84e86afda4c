import { describe, expect, test } from 'vitest';
import { startTestEmulator } from '../testing/start-test-emulator.ts';
import { createTestClock } from '../testing/test-clock.ts';

describe('classic tokens', () => {
  test('say which scopes they have and which the operation wanted', async () => {
    const emulator = await startTestEmulator({
      tokens: [{ kind: 'classic', login: 'ada', scopes: ['repo', 'read:org'] }],
    });

    const { headers } = await emulator.get('/user/orgs');

    expect(headers.get('x-oauth-scopes')).toBe('repo, read:org');
    expect(headers.get('x-accepted-oauth-scopes')).toBe('admin:org, read:org, repo, user, write:org');
    expect(headers.get('x-accepted-github-permissions')).toBeNull();
    expect(headers.get('github-authentication-token-expiration')).toBeNull();
  });

  test('without scopes see public things only', async () => {
    const emulator = await startTestEmulator({ tokens: [{ kind: 'classic', login: 'ada', scopes: [] }] });

    expect((await emulator.get('/repos/acme/api')).status).toBe(404);
    expect((await emulator.list('/orgs/acme/repos')).map(({ name }) => name)).toEqual(['web']);
    expect((await emulator.get('/user/orgs')).status).toBe(403);
    expect(await emulator.list('/orgs/acme/members')).toEqual([]);
  });

  test('are refused where the organisation forbids them', async () => {
    const emulator = await startTestEmulator({
      policies: [{ organisation: 'acme', allowsClassicTokens: false }],
    });

    const rest = await emulator.get('/orgs/acme');
    const graphql = await emulator.query('{ repository(owner: "acme", name: "api") { id } }');

    expect(rest.status).toBe(403);
    expect(await rest.json()).toMatchObject({
      message: expect.stringContaining('forbids access via a personal access token (classic)'),
    });
    expect(graphql.body).toMatchObject({ data: { repository: null }, errors: [{ type: 'FORBIDDEN' }] });
  });
});

describe('fine-grained tokens', () => {
  const tokens = [{ kind: 'fine-grained', login: 'ada', resourceOwner: 'acme' }] as const;

  test('say which permissions an operation accepts, and no scopes', async () => {
    const emulator = await startTestEmulator({ tokens });

    const { headers } = await emulator.get('/repos/acme/api/issues/1/timeline');

    expect(headers.get('x-accepted-github-permissions')).toBe('issues=read; pull_requests=read');
    expect(headers.get('x-oauth-scopes')).toBeNull();
    expect(emulator.tokens[0]!.value).toMatch(/^github_pat_\w{22}_\w{59}$/);
  });

  test('without a permission are refused what needs it', async () => {
    const emulator = await startTestEmulator({
      tokens: [{ ...tokens[0], permissions: { metadata: 'read' } }],
    });

    const rest = await emulator.get('/repos/acme/api/pulls');
    const graphql = await emulator.query(
      '{ repository(owner: "acme", name: "api") { name pullRequests(first: 1) { totalCount } } }',
    );

    expect((await emulator.get('/repos/acme/api')).status).toBe(200);
    expect(rest.status).toBe(403);
    expect(await rest.json()).toMatchObject({ message: 'Resource not accessible by personal access token' });
    expect(graphql.body.errors).toMatchObject([{ type: 'FORBIDDEN', path: ['repository', 'pullRequests'] }]);
    expect((await emulator.get('/orgs/acme/members')).status).toBe(403);
    expect((await emulator.get('/repos/acme/web/pulls')).status).toBe(200);
  });

  test('without contents are told no commit of a pull request, and the rest of it', async () => {
    const merged = '{ nodes { number mergeCommit { oid } commits(first: 1) { nodes { commit { oid } } } } }';
    const emulator = await startTestEmulator({
      tokens: [{ ...tokens[0], permissions: { metadata: 'read', pull_requests: 'read' } }],
    });

    const { body } = await emulator.query(
      `{ repository(owner: "acme", name: "api") { pullRequests(first: 1, states: MERGED) ${merged} } }`,
    );

    const at = ['repository', 'pullRequests', 'nodes', 0];
    expect(body.data.repository.pullRequests.nodes).toEqual([
      { number: expect.any(Number), mergeCommit: null, commits: { nodes: [null] } },
    ]);
    expect(body.errors).toMatchObject([
      { type: 'FORBIDDEN', path: [...at, 'mergeCommit'] },
      { type: 'FORBIDDEN', path: [...at, 'commits', 'nodes', 0, 'commit'] },
    ]);
  });

  test('without contents are refused nothing of a pull request that has no merge commit', async () => {
    const emulator = await startTestEmulator({
      tokens: [{ ...tokens[0], permissions: { metadata: 'read', pull_requests: 'read' } }],
    });

    const { body } = await emulator.query(
      '{ repository(owner: "acme", name: "api") { pullRequests(first: 1, states: OPEN) { nodes { mergeCommit { oid } } } } }',
    );

    expect(body).toEqual({ data: { repository: { pullRequests: { nodes: [{ mergeCommit: null }] } } } });
  });

  test('see the chosen repositories only', async () => {
    const emulator = await startTestEmulator({ tokens: [{ ...tokens[0], repositories: ['tools'] }] });

    const listed = await emulator.list('/orgs/acme/repos?sort=full_name');
    expect(listed.map(({ name }) => name)).toEqual(['tools', 'web']);
    expect((await emulator.get('/repos/acme/api')).status).toBe(404);
  });

  test('while pending read public things only; approval opens the rest', async () => {
    const emulator = await startTestEmulator({ tokens: [{ ...tokens[0], approval: 'pending' }] });

    expect((await emulator.get('/repos/acme/api')).status).toBe(404);
    expect((await emulator.get('/repos/acme/web')).status).toBe(200);
    emulator.control.changeToken({ value: emulator.tokens[0]!.value, approval: 'approved' });
    expect((await emulator.get('/repos/acme/api')).status).toBe(200);
  });

  test('are answered an empty list of organisations, as documented, and their one membership', async () => {
    const emulator = await startTestEmulator({ tokens });

    expect(await emulator.list('/user/orgs')).toEqual([]);
    expect(await emulator.list('/user/memberships/orgs')).toMatchObject([
      { role: 'admin', organization: { login: 'acme' } },
    ]);
  });
});

describe('single sign-on', () => {
  const policies = [{ organisation: 'acme', hasSingleSignOn: true }];

  test('a token that was not authorised gets 403 with the address to do it at', async () => {
    const emulator = await startTestEmulator({ policies });

    const rest = await emulator.get('/repos/acme/api/pulls');
    const graphql = await emulator.query('{ organization(login: "acme") { name } }');

    expect(rest.status).toBe(403);
    expect(rest.headers.get('x-github-sso')).toMatch(
      /^required; url=http:\/\/127\.0\.0\.1:\d+\/orgs\/acme\/sso\?/,
    );
    expect(graphql.headers.get('x-github-sso')).toMatch(/^required; url=/);
    expect(graphql.body).toMatchObject({
      data: { organization: null },
      errors: [{ type: 'FORBIDDEN', extensions: { saml_failure: true } }],
    });
  });

  test('lists leave the organisation out and only a header says so', async () => {
    const emulator = await startTestEmulator({ policies });

    const response = await emulator.get('/user/memberships/orgs');

    expect(response.status).toBe(200);
    expect(await response.json()).toEqual([]);
    expect(response.headers.get('x-github-sso')).toMatch(/^partial-results; organizations=\d+$/);
  });

  test('GraphQL leaves it out as silently', async () => {
    const emulator = await startTestEmulator({ policies });

    const { body, headers } = await emulator.query(
      '{ viewer { organizations(first: 5) { nodes { login } } } }',
    );

    expect(body).toEqual({ data: { viewer: { organizations: { nodes: [] } } } });
    expect(headers.get('x-github-sso')).toMatch(/^partial-results; organizations=\d+$/);
  });

  test('an authorised token passes', async () => {
    const tokens = [{ kind: 'classic', login: 'ada', ssoOrganisations: ['acme'] }] as const;
    const emulator = await startTestEmulator({ policies, tokens });

    expect((await emulator.get('/repos/acme/api/pulls')).status).toBe(200);
  });
});

describe('bad credentials', () => {
  test('an expiring token says when; afterwards it is unknown', async () => {
    const clock = createTestClock('2026-03-20T12:00:00Z');
    const tokens = [{ kind: 'classic', login: 'ada', expiresAt: '2026-03-21T09:30:00Z' }] as const;
    const emulator = await startTestEmulator({ clock, tokens });

    const before = await emulator.get('/user');
    clock.advance(86_400);
    const after = await emulator.get('/user');

    expect(before.headers.get('github-authentication-token-expiration')).toBe('2026-03-21 09:30:00 UTC');
    expect(after.status).toBe(401);
  });

  test.each(['rest', 'graphql'])('a revoked token is 401 over %s', async (api) => {
    const emulator = await startTestEmulator();
    emulator.control.changeToken({ value: emulator.tokens[0]!.value, isRevoked: true });

    const headers = { 'user-agent': 'test', authorization: `token ${emulator.tokens[0]!.value}` };
    const answer = await (api === 'rest'
      ? fetch(`${emulator.restUrl}/user`, { headers })
      : fetch(emulator.graphqlUrl, { method: 'POST', headers, body: '{}' }));

    expect([answer.status, await answer.json()]).toEqual([
      401,
      { message: 'Bad credentials', documentation_url: 'https://docs.github.com/rest', status: '401' },
    ]);
  });

  test('several bad log-ins lock the user out, good tokens too, for a while', async () => {
    const clock = createTestClock();
    const emulator = await startTestEmulator({ clock });
    const good = emulator.control.addToken({ kind: 'classic', login: 'ada' }).value;
    emulator.control.changeToken({ value: emulator.tokens[0]!.value, isRevoked: true });

    for (let tried = 0; tried < 5; tried += 1) await emulator.get('/user');

    expect((await emulator.get('/user', { token: good })).status).toBe(403);
    clock.advance(301);
    expect((await emulator.get('/user', { token: good })).status).toBe(200);
  });

  test('an unknown token is 401, and does not lock others out', async () => {
    const emulator = await startTestEmulator();

    const statuses = [];
    for (let tried = 0; tried < 6; tried += 1)
      statuses.push((await emulator.get('/user', { token: 'ghp_no' })).status);

    expect(statuses).toEqual([401, 401, 401, 401, 401, 403]);
    expect((await emulator.get('/user')).status).toBe(200);
  });

  test('nobody at all may read public things over REST, nothing over GraphQL', async () => {
    const emulator = await startTestEmulator();

    const open = await emulator.get('/repos/acme/web', { token: null });

    expect([open.status, open.headers.get('x-ratelimit-limit')]).toEqual([200, '60']);
    expect((await emulator.get('/user', { token: null })).status).toBe(401);
    expect((await emulator.query('{ viewer { login } }', { token: null })).status).toBe(401);
  });

  test('a token may come as Basic password, token or Bearer', async () => {
    const emulator = await startTestEmulator();
    const { value } = emulator.tokens[0]!;
    const basic = `Basic ${Buffer.from(`x-access-token:${value}`).toString('base64')}`;

    for (const authorization of [basic, `token ${value}`, `bearer ${value}`]) {
      expect((await emulator.get('/user', { token: null, headers: { authorization } })).status).toBe(200);
    }
  });
});
