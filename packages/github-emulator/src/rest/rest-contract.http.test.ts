import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { beforeAll, describe, expect, test } from 'vitest';
import { createProceduralOrganisation } from '../sources/procedural/create-procedural-organisation.ts';
import { loadRecorded } from '../sources/recorded/load-recorded.ts';
import {
  ask,
  authoriseApp,
  mint,
  readingApp,
  signJwt,
  startWithGithubApp,
} from '../testing/app-credentials.ts';
import { startTestEmulator } from '../testing/start-test-emulator.ts';
import { signIn } from '../testing/web-flow.ts';
import { restRoutes } from './routes.data.ts';

const description = JSON.parse(
  readFileSync(new URL('../../openapi/api.github.com.trimmed.json', import.meta.url), 'utf8'),
);
const ajv = new Ajv({ strict: false, allErrors: true });

beforeAll(() => {
  formats.default(ajv);
  correct(description);
  ajv.addSchema({ $id: 'github', ...description });
});

function problemsOf(operation: string, body: unknown): readonly string[] {
  const pointer = operation.replaceAll('~', '~0').replaceAll('/', '~1');
  const validate = ajv.getSchema(`github#/operations/${encodeURIComponent(pointer)}`);
  if (validate === undefined) return [`no schema of ${operation}`];
  void validate(body);
  const errors = validate.errors ?? [];
  // Inside an `anyOf` every alternative complains; that none fits is what counts.
  const told = errors.some(({ keyword }) => keyword === 'anyOf')
    ? errors.filter(({ keyword }) => keyword === 'anyOf')
    : errors;
  return told.map((error) => `${error.instancePath} ${error.message}`);
}

/** What GitHub really answers where its description says otherwise, as the recorded bodies show. */
function correct({ operations, schemas }: typeof description): void {
  // Its own copy wants an account that is a user and an enterprise at once.
  operations['GET /app/installations'] = { type: 'array', items: { $ref: '#/schemas/installation' } };
  const head = schemas['pull-request-simple'].properties.head.properties;
  head.repo = { anyOf: [head.repo, { type: 'null' }] };
  schemas['pull-request-simple'].properties.labels.items.properties.description.type = ['string', 'null'];
  schemas['pull-request-review-comment'].properties.line.type = ['integer', 'null'];
}

const paths: Readonly<Record<string, readonly string[]>> = {
  'GET /': ['/'],
  'GET /meta': ['/meta'],
  'GET /rate_limit': ['/rate_limit'],
  'GET /user': ['/user'],
  'GET /users/{username}': ['/users/bob', '/users/dependabot[bot]', '/users/acme'],
  'GET /users/{username}/repos': ['/users/acme/repos'],
  'GET /user/orgs': ['/user/orgs'],
  'GET /user/repos': ['/user/repos'],
  'GET /user/memberships/orgs': ['/user/memberships/orgs'],
  'GET /user/memberships/orgs/{org}': ['/user/memberships/orgs/acme'],
  'GET /orgs/{org}': ['/orgs/acme'],
  'GET /orgs/{org}/repos': ['/orgs/acme/repos'],
  'GET /orgs/{org}/members': ['/orgs/acme/members'],
  'GET /orgs/{org}/memberships/{username}': ['/orgs/acme/memberships/bob'],
  'GET /repos/{owner}/{repo}': ['/repos/acme/api', '/repos/acme/web'],
  'GET /repos/{owner}/{repo}/pulls': ['/repos/acme/api/pulls?state=all'],
  'GET /repos/{owner}/{repo}/pulls/{pull_number}': ['/repos/acme/api/pulls/1', '/repos/acme/api/pulls/3'],
  'GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews': ['/repos/acme/api/pulls/1/reviews'],
  'GET /repos/{owner}/{repo}/pulls/{pull_number}/comments': ['/repos/acme/api/pulls/1/comments'],
  'GET /repos/{owner}/{repo}/pulls/{pull_number}/commits': ['/repos/acme/api/pulls/1/commits'],
  'GET /repos/{owner}/{repo}/pulls/{pull_number}/files': ['/repos/acme/api/pulls/1/files'],
  'GET /repos/{owner}/{repo}/pulls/comments': ['/repos/acme/api/pulls/comments'],
  'GET /repos/{owner}/{repo}/issues/comments': ['/repos/acme/api/issues/comments'],
  'GET /repos/{owner}/{repo}/issues/{issue_number}/comments': [
    '/repos/acme/api/issues/1/comments',
    '/repos/acme/api/issues/100/comments',
  ],
  'GET /repos/{owner}/{repo}/issues/{issue_number}/timeline': ['/repos/acme/api/issues/1/timeline'],
  'GET /search/users': ['/search/users?q=bob'],
};

describe('answers fit the schemas GitHub publishes', () => {
  test.each(Object.entries(paths).flatMap(([operation, asked]) => asked.map((path) => [operation, path])))(
    '%s at %s',
    async (operation, path) => {
      const emulator = await startTestEmulator();

      const response = await emulator.get(path);

      expect(response.status).toBe(200);
      const body = await response.json();
      if (Array.isArray(body)) expect(body.length).toBeGreaterThan(0);
      expect(problemsOf(operation, body)).toEqual([]);
    },
  );

  test('an account by its id', async () => {
    const emulator = await startTestEmulator();
    const { id } = await emulator.object('/users/bob');

    const response = await emulator.get(`/user/${id}`);

    const body = Object(await response.json());
    expect(body.login).toBe('bob');
    expect(problemsOf('GET /user/{account_id}', body)).toEqual([]);
  });

  test.each(['POST', 'PATCH'])('an OAuth app’s token, by %s', async (method) => {
    const emulator = await startTestEmulator({
      oauthApps: [
        { name: 'Lines', clientId: 'lines', clientSecret: 's', callbackUrls: ['https://a.example'] },
      ],
      tokens: [{ kind: 'oauth', login: 'bob', clientId: 'lines', scopes: ['repo'], value: 'gho_1' }],
    });

    const response = await fetch(`${emulator.restUrl}/applications/lines/token`, {
      method,
      headers: { 'user-agent': 'test', authorization: `Basic ${btoa('lines:s')}` },
      body: JSON.stringify({ access_token: 'gho_1' }),
    });

    expect(response.status).toBe(200);
    expect(problemsOf(`${method} /applications/{client_id}/token`, await response.json())).toEqual([]);
  });

  test.each([
    ['GET /app', '/app'],
    ['GET /app/installations', '/app/installations'],
    ['GET /app/installations/{installation_id}', '/app/installations/50000001'],
    ['GET /orgs/{org}/installation', '/orgs/acme/installation'],
    ['GET /repos/{owner}/{repo}/installation', '/repos/acme/api/installation'],
    ['POST /app/installations/{installation_id}/access_tokens', '/app/installations/50000001/access_tokens'],
  ])('%s, by a JWT', async (operation, path) => {
    const emulator = await startWithGithubApp();
    const method = operation.split(' ')[0]!;

    const { status, body } = await ask(emulator, [method, path], {
      token: signJwt(emulator),
      ...(method === 'POST' ? { body: { repositories: ['api'] } } : {}),
    });

    expect(status).toBe(method === 'POST' ? 201 : 200);
    expect(problemsOf(operation, body)).toEqual([]);
  });

  test('what an owner is told of installations and hooks, of which there are none', async () => {
    const emulator = await startWithGithubApp();
    const scopes = ['admin:org', 'admin:org_hook', 'repo'];
    const { value: token } = emulator.control.addToken({ kind: 'classic', login: 'ada', scopes });

    const installed = await emulator.object('/orgs/acme/installations', { token });
    const hooks = [
      await emulator.list('/orgs/acme/hooks', { token }),
      await emulator.list('/repos/acme/api/hooks', { token }),
    ];

    expect(installed.total_count).toBe(1);
    // Its own copy wants an account that is a user and an enterprise at once.
    expect(problemsOf('GET /app/installations', installed.installations)).toEqual([]);
    expect(hooks).toEqual([[], []]);
  });

  test('a scoped token', async () => {
    const emulator = await startWithGithubApp();
    const { clientId, clientSecret } = readingApp;
    const body = JSON.stringify({ access_token: await authoriseApp(emulator, 'bob'), target: 'acme' });

    const response = await fetch(`${emulator.restUrl}/applications/${clientId}/token/scoped`, {
      method: 'POST',
      headers: { 'user-agent': 'test', authorization: `Basic ${btoa(`${clientId}:${clientSecret}`)}` },
      body,
    });

    const operation = 'POST /applications/{client_id}/token/scoped';
    expect(problemsOf(operation, await response.json())).toEqual([]);
  });

  test('what a GitHub App’s user is told of installations', async () => {
    const emulator = await startWithGithubApp();
    const token = await authoriseApp(emulator, 'bob');

    const list = await ask(emulator, ['GET', '/user/installations'], { token });
    const path = `/user/installations/${list.body.installations[0].id}/repositories`;
    const covered = await ask(emulator, ['GET', path], { token });

    expect(problemsOf('GET /user/installations', list.body)).toEqual([]);
    expect(problemsOf('GET /user/installations/{installation_id}/repositories', covered.body)).toEqual([]);
  });

  test('an app made of a manifest', async () => {
    const emulator = await startTestEmulator();
    const ada = await signIn(emulator, 'ada');
    const manifest = JSON.stringify({ url: 'https://a.example', redirect_url: 'https://a.example/made' });
    const page = await ada.post('/settings/apps/new', { manifest });
    const back = await ada.press(page, 'Create GitHub App for ada', { name: 'Lines' });

    const code = back.location!.searchParams.get('code')!;
    const { body } = await ask(emulator, ['POST', `/app-manifests/${code}/conversions`], {
      token: emulator.tokens[0]!.value,
    });

    expect(problemsOf('POST /app-manifests/{code}/conversions', body)).toEqual([]);
  });

  test('an app by its slug', async () => {
    const emulator = await startWithGithubApp();

    const body = await emulator.object('/apps/lines-app');

    expect(problemsOf('GET /apps/{app_slug}', body)).toEqual([]);
  });

  test('what an installation covers', async () => {
    const emulator = await startWithGithubApp();
    const token = await mint(emulator);

    const { body } = await ask(emulator, ['GET', '/installation/repositories'], { token });

    expect(problemsOf('GET /installation/repositories', body)).toEqual([]);
  });

  test('an error', async () => {
    const emulator = await startTestEmulator();

    const response = await emulator.get('/repos/acme/nothing');

    const body = await response.json();
    expect(body).toEqual({
      message: 'Not Found',
      documentation_url: 'https://docs.github.com/rest/repos/repos#get-a-repository',
      status: '404',
    });
    expect(problemsOf('error', body)).toEqual([]);
  });

  test('every served operation is among those checked', () => {
    const prefixes = { none: '', organisation: '/orgs/{org}', repository: '/repos/{owner}/{repo}' };
    const served = restRoutes.map(
      (route) => `${route.method ?? 'GET'} ${prefixes[route.scope]}${route.path}`,
    );

    expect(served.filter((operation) => !(operation in description.operations))).toEqual([]);
    expect(Object.keys(description.operations).length - 1).toBe(served.length);
  });

  test('a whole page of a made-up repository', async () => {
    const source = createProceduralOrganisation({
      people: 12,
      repos: 3,
      pulls: 150,
      now: '2026-03-01T00:00:00Z',
    });
    const owner = source.organisations[0]!.members.find(({ role }) => role === 'ADMIN')!.account.login;
    const emulator = await startTestEmulator({
      sources: [source],
      tokens: [{ kind: 'classic', login: owner }],
    });
    const [repository] = await emulator.list('/orgs/larkfield/repos');
    const base = `/repos/${repository.full_name}`;

    const pulls = await emulator.list(`${base}/pulls?state=all&per_page=100`);
    expect(pulls.length).toBeGreaterThan(5);
    expect(problemsOf('GET /repos/{owner}/{repo}/pulls', pulls)).toEqual([]);
    for (const { number } of pulls.slice(0, 10)) {
      const timeline = await (await emulator.get(`${base}/issues/${number}/timeline?per_page=100`)).json();
      expect(problemsOf('GET /repos/{owner}/{repo}/issues/{issue_number}/timeline', timeline)).toEqual([]);
    }
  });
});

const recorded = process.env['THROUGHLINE_RECORDED'];

describe.skipIf(recorded === undefined)('the recorded repository', () => {
  test('answers what GitHub once answered, in the shape of its schemas', async () => {
    const emulator = await startTestEmulator({
      sources: [await loadRecorded(`${recorded}/ants`)],
      tokens: [{ kind: 'classic', login: 'panjf2000' }],
    });
    const base = '/repos/recorded-ants/ants';

    const pulls = await emulator.list(`${base}/pulls?state=all&per_page=100`);
    const comments = await emulator.list(`${base}/pulls/comments?per_page=100`);
    const talk = await emulator.list(`${base}/issues/comments?per_page=100`);

    expect([pulls.length, comments.length, talk.length]).toEqual([49, 16, 94]);
    expect(problemsOf('GET /repos/{owner}/{repo}/pulls', pulls)).toEqual([]);
    expect(problemsOf('GET /repos/{owner}/{repo}/pulls/comments', comments)).toEqual([]);
    expect(problemsOf('GET /repos/{owner}/{repo}/issues/comments', talk)).toEqual([]);
    expect((await emulator.get(`${base}/pulls/4/files`)).status).toBe(404);
    expect((await emulator.get('/repos/panjf2000/ants')).status).toBe(301);
  });
});
