import { describe, expect, test } from 'vitest';
import { ask, mint, readingApp, signJwt, startWithGithubApp } from '../testing/app-credentials.ts';
import { startTestEmulator, type TestEmulator } from '../testing/start-test-emulator.ts';

const everything = ['repo', 'admin:org', 'admin:org_hook', 'admin:repo_hook'];
const tokenOf = (emulator: TestEmulator, login: string, scopes = everything) =>
  emulator.control.addToken({ kind: 'classic', login, scopes }).value;
const statusOf = async (emulator: TestEmulator, path: string, token: string | null) =>
  (await emulator.get(path, { token })).status;

/** Eve is let into `api` alone. */
async function startWithCollaborator(): Promise<TestEmulator> {
  const emulator = await startTestEmulator();
  const { id: repositoryId } = await emulator.object('/repos/acme/api');
  emulator.control.editRepository({ kind: 'collaborator', repositoryId, login: 'eve', permission: 'WRITE' });
  return emulator;
}

describe('what owners, members, outside collaborators and nobody see', () => {
  test.each([
    ['/orgs/acme/hooks', [200, 404, 404, 404]],
    ['/orgs/acme/installations', [200, 404, 404, 404]],
    ['/orgs/acme/memberships/bob', [200, 200, 403, 401]],
    ['/orgs/acme/members?filter=2fa_disabled', [200, 422, 422, 422]],
    ['/repos/acme/api/hooks', [200, 404, 404, 404]],
    ['/repos/acme/web/hooks', [200, 404, 404, 404]],
    ['/repos/acme/api', [200, 200, 200, 404]],
    ['/repos/acme/tools', [200, 200, 404, 404]],
    ['/repos/acme/web', [200, 200, 200, 200]],
  ])('%s', async (path, expected) => {
    const emulator = await startWithCollaborator();
    const tokens = [...['ada', 'bob', 'eve'].map((login) => tokenOf(emulator, login)), null];

    const statuses = await Promise.all(tokens.map((token) => statusOf(emulator, path, token)));

    expect(statuses).toEqual(expected);
  });

  test('an outside collaborator is told of no member, over either API', async () => {
    const emulator = await startWithCollaborator();
    const token = tokenOf(emulator, 'eve');

    const rest = await emulator.list('/orgs/acme/members', { token });
    const { body } = await emulator.query(
      '{ organization(login: "acme") { viewerIsAMember viewerCanAdminister membersWithRole(first: 9) { totalCount } teams(first: 9) { totalCount } } }',
      { token },
    );

    expect(rest).toEqual([]);
    expect(body.data.organization).toEqual({
      viewerIsAMember: false,
      viewerCanAdminister: false,
      membersWithRole: { totalCount: 0 },
      teams: { totalCount: 0 },
    });
    expect(await emulator.list('/user/orgs', { token })).toEqual([]);
  });

  test('a team is no node to those who do not see it', async () => {
    const emulator = await startWithCollaborator();
    const { body } = await emulator.query(
      '{ organization(login: "acme") { teams(first: 1) { nodes { id } } } }',
    );
    const text = `{ node(id: "${body.data.organization.teams.nodes[0].id}") { ... on Team { slug } } }`;

    const [member, outsider] = await Promise.all(
      ['bob', 'eve'].map((login) => emulator.query(text, { token: tokenOf(emulator, login) })),
    );

    expect(member!.body.data.node).toEqual({ slug: 'core' });
    expect(outsider!.body.errors).toMatchObject([{ type: 'NOT_FOUND' }]);
  });

  test('an owner alone is told who has two factors', async () => {
    const emulator = await startTestEmulator();
    const text =
      '{ organization(login: "acme") { membersWithRole(first: 1) { edges { hasTwoFactorEnabled } } } }';

    const answers = await Promise.all(
      ['ada', 'bob'].map((login) => emulator.query(text, { token: tokenOf(emulator, login) })),
    );

    const told = answers.map(
      ({ body }) => body.data.organization.membersWithRole.edges[0].hasTwoFactorEnabled,
    );
    expect(told).toEqual([true, null]);
  });
});

describe('owners’ settings', () => {
  test.each([
    ['/orgs/acme/hooks', ['repo', 'admin:org'], 'admin:org_hook', 404],
    ['/orgs/acme/installations', ['repo', 'read:org'], 'admin:org', 404],
    [
      '/repos/acme/api/hooks',
      ['read:org'],
      'admin:repo_hook, public_repo, read:repo_hook, repo, write:repo_hook',
      404,
    ],
    ['/orgs/acme/memberships/bob', ['repo'], 'admin:org, read:org, repo, user, write:org', 403],
  ])('%s wants a scope, and says which', async (path, scopes, accepted, status) => {
    const emulator = await startTestEmulator();

    const response = await emulator.get(path, { token: tokenOf(emulator, 'ada', scopes) });

    expect([response.status, response.headers.get('x-accepted-oauth-scopes')]).toEqual([status, accepted]);
  });

  test.each([
    ['/orgs/acme/hooks', 'organization_hooks'],
    ['/orgs/acme/installations', 'organization_administration'],
    ['/repos/acme/api/hooks', 'repository_hooks'],
    ['/repos/acme/web/hooks', 'repository_hooks'],
    ['/orgs/acme/memberships/bob', 'members'],
  ])('%s wants a permission, and says which', async (path, permission) => {
    const emulator = await startTestEmulator();
    const spec = { kind: 'fine-grained', login: 'ada', resourceOwner: 'acme' } as const;
    const without = emulator.control.addToken({ ...spec, permissions: { metadata: 'read' } }).value;
    const holding = emulator.control.addToken({ ...spec, permissions: { [permission]: 'read' } }).value;

    const refused = await emulator.get(path, { token: without });

    expect(refused.status).toBe(403);
    expect(refused.headers.get('x-accepted-github-permissions')).toBe(`${permission}=read`);
    expect(await statusOf(emulator, path, holding)).toBe(200);
  });

  test('an installation reads hooks by its permission, and lists no hooks without', async () => {
    const permissions = { ...readingApp.permissions, organization_hooks: 'read' } as const;
    const emulator = await startWithGithubApp({ apps: [{ ...readingApp, permissions }] });
    const token = await mint(emulator);

    expect(await statusOf(emulator, '/orgs/acme/hooks', token)).toBe(200);
    expect(await statusOf(emulator, '/repos/acme/api/hooks', token)).toBe(403);
    expect(await statusOf(emulator, '/orgs/acme/memberships/bob', token)).toBe(200);
  });

  test('private repositories are counted for an owner who may administer', async () => {
    const emulator = await startTestEmulator();
    const countFor = async (login: string, scopes: string[]) =>
      (await emulator.object('/orgs/acme', { token: tokenOf(emulator, login, scopes) })).total_private_repos;

    expect(await countFor('ada', ['admin:org'])).toBe(2);
    expect(await countFor('ada', ['repo', 'read:org'])).toBeUndefined();
    expect(await countFor('bob', ['admin:org'])).toBeUndefined();
  });

  test('what needs no permission says that too', async () => {
    const emulator = await startTestEmulator({
      tokens: [{ kind: 'fine-grained', login: 'ada', resourceOwner: 'acme' }],
    });

    const { headers } = await emulator.get('/user');

    expect(headers.get('x-accepted-github-permissions')).toBe('allows_permissionless_access=true');
  });
});

describe('GET /user/repos', () => {
  const namesOf = async (emulator: TestEmulator, query: string, token: string) =>
    (await emulator.list(`/user/repos${query}`, { token })).map(({ name }) => name);

  test('lists by affiliation and visibility', async () => {
    const emulator = await startWithCollaborator();
    const [eve, bob] = [tokenOf(emulator, 'eve'), tokenOf(emulator, 'bob')];

    expect(await namesOf(emulator, '', eve)).toEqual(['api']);
    expect(await namesOf(emulator, '?affiliation=collaborator', eve)).toEqual(['api']);
    expect(await namesOf(emulator, '?affiliation=owner,organization_member', eve)).toEqual([]);
    expect(await namesOf(emulator, '?affiliation=organization_member', bob)).toEqual(['api', 'tools', 'web']);
    expect(await namesOf(emulator, '?visibility=public', bob)).toEqual(['web']);
    expect(await namesOf(emulator, '?visibility=private', bob)).toEqual(['api', 'tools']);
    expect(await statusOf(emulator, '/user/repos?type=all&visibility=all', bob)).toBe(422);
  });

  test('counts personal ones by the last page of one each', async () => {
    const emulator = await startWithCollaborator();
    const { id: repositoryId } = await emulator.object('/repos/acme/tools');
    emulator.control.editRepository({ kind: 'transferred', repositoryId, owner: 'bob' });
    const token = tokenOf(emulator, 'bob');

    const { headers } = await emulator.get('/user/repos?affiliation=organization_member&per_page=1', {
      token,
    });

    expect(await namesOf(emulator, '?affiliation=owner', token)).toEqual(['tools']);
    expect(headers.get('link')).toMatch(/page=2>; rel="last"/);
  });

  test('shows a token what it reaches: by scopes, by its choice, by the app', async () => {
    const emulator = await startWithGithubApp();
    const narrow = tokenOf(emulator, 'bob', []);
    const fine = emulator.control.addToken({
      kind: 'fine-grained',
      login: 'bob',
      resourceOwner: 'acme',
      repositories: ['api'],
    }).value;

    expect(await namesOf(emulator, '', narrow)).toEqual(['web']);
    expect(await namesOf(emulator, '', fine)).toEqual(['api']);
    expect(await statusOf(emulator, '/user/repos', await mint(emulator))).toBe(403);
  });

  test('leaves out what single sign-on keeps, but for a header', async () => {
    const emulator = await startTestEmulator({ policies: [{ organisation: 'acme', hasSingleSignOn: true }] });

    const response = await emulator.get('/user/repos');
    const ofOrganisation = await emulator.get('/users/acme/repos');

    expect(await response.json()).toEqual([]);
    expect(response.headers.get('x-github-sso')).toMatch(/^partial-results; organizations=\d+$/);
    expect(ofOrganisation.headers.get('x-github-sso')).toMatch(/^required; url=/);
  });
});

test.each([
  '{ organization(login: "acme") { name } }',
  '{ repositoryOwner(login: "acme") { login } }',
  '{ node(id: "NODE") { id } }',
])('single sign-on is required of %s, with the address', async (text) => {
  const emulator = await startTestEmulator();
  const { node_id: nodeId } = await emulator.object('/orgs/acme');
  emulator.control.setPolicy({ organisation: 'acme', hasSingleSignOn: true });

  const { body, headers } = await emulator.query(text.replace('NODE', nodeId));

  expect(body.errors).toMatchObject([{ type: 'FORBIDDEN', extensions: { saml_failure: true } }]);
  expect(headers.get('x-github-sso')).toMatch(/^required; url=/);
});

test('the repository’s installation is found by a JWT, under its old name by a redirect, and nothing else of it', async () => {
  const emulator = await startWithGithubApp({
    apps: [{ ...readingApp, installations: [{ account: 'acme', repositories: ['api', 'tools'] }] }],
  });
  const token = signJwt(emulator);
  const find = (path: string) => emulator.get(path, { token });

  const found = await find('/repos/acme/api/installation');
  const moved = await find('/repos/acme/old-tools/installation');

  expect(found.status).toBe(200);
  expect(await found.json()).toMatchObject({ app_slug: 'lines-app', account: { login: 'acme' } });
  expect(moved.status).toBe(301);
  expect((await find(new URL(moved.headers.get('location')!).pathname)).status).toBe(200);
  expect((await find('/repos/acme/web/installation')).status).toBe(404);
  expect((await ask(emulator, ['GET', '/repos/acme/api/installation'], { token: 'ghp_no' })).status).toBe(
    401,
  );
  expect((await emulator.get('/repos/acme/api/installation')).status).toBe(401);
});

describe('POST /credentials/revoke', () => {
  const revoke = (emulator: TestEmulator, credentials: unknown, headers: Record<string, string> = {}) =>
    fetch(`${emulator.restUrl}/credentials/revoke`, {
      method: 'POST',
      headers: { 'user-agent': 'test', ...headers },
      body: JSON.stringify({ credentials }),
    });

  test('ends what anybody found, but for installations’ tokens', async () => {
    const emulator = await startWithGithubApp();
    const [installation, classic] = [await mint(emulator), emulator.tokens[0]!.value];

    const response = await revoke(emulator, [classic, installation, 'ghp_unknown']);

    expect([response.status, await response.json()]).toEqual([202, {}]);
    expect(await statusOf(emulator, '/repos/acme/web', classic)).toBe(401);
    expect(await statusOf(emulator, '/repos/acme/api', installation)).toBe(200);
  });

  test('is for nobody signed in, for a thousand at most, and not on Enterprise Server 3.19', async () => {
    const emulator = await startTestEmulator();
    const older = await startTestEmulator({ shape: 'enterprise-server' });
    const newer = await startTestEmulator({ shape: 'enterprise-server', enterpriseVersion: '3.20.2' });
    const authorization = `Bearer ${emulator.tokens[0]!.value}`;
    const many = Array.from({ length: 1_001 }, (_none, index) => `ghp_${index}`);

    const statuses = await Promise.all([
      revoke(emulator, ['ghp_1'], { authorization }),
      revoke(emulator, many),
      revoke(emulator, []),
      revoke(emulator, 'ghp_1'),
      revoke(older, ['ghp_1']),
      revoke(newer, ['ghp_1']),
    ]);

    expect(statuses.map(({ status }) => status)).toEqual([403, 422, 422, 422, 404, 202]);
  });
});

test('GET /meta tells where deliveries come from, of github.com alone', async () => {
  const [cloud, own] = [await startTestEmulator(), await startTestEmulator({ shape: 'enterprise-server' })];

  expect((await cloud.object('/meta')).hooks).toContain('192.30.252.0/22');
  expect(await own.object('/meta')).not.toHaveProperty('hooks');
});
