import { describe, expect, test } from 'vitest';
import { ask, mint, readingApp, signJwt, startWithGithubApp } from '../testing/app-credentials.ts';
import { startTestEmulator, type TestEmulator } from '../testing/start-test-emulator.ts';

const post = (emulator: TestEmulator, path: string, body: object) =>
  fetch(`${emulator.origin}/_emulator/${path}`, { method: 'POST', body: JSON.stringify(body) });
const statusOf = async (emulator: TestEmulator, path: string, token?: string) =>
  (await emulator.get(path, token === undefined ? {} : { token })).status;

describe('an organisation', () => {
  test('is renamed: the old login is nobody’s, its repositories redirect, all that was said of it goes on', async () => {
    const emulator = await startWithGithubApp({
      policies: [{ organisation: 'acme', hasSingleSignOn: true }],
      tokens: [
        { kind: 'classic', login: 'ada', ssoOrganisations: ['acme'] },
        { kind: 'fine-grained', login: 'ada', resourceOwner: 'acme' },
        { kind: 'classic', login: 'bob' },
      ],
    });
    const [ada, fine, bob] = emulator.tokens.map(({ value }) => value);
    const installation = await mint(emulator);
    const { id } = await emulator.object('/orgs/acme');

    await post(emulator, 'organisations', { kind: 'renamed', organisation: 'ACME', to: 'apex' });

    expect(await emulator.object('/orgs/apex')).toMatchObject({ login: 'apex', id });
    expect(await statusOf(emulator, '/orgs/acme')).toBe(404);
    expect(await statusOf(emulator, '/repos/acme/api')).toBe(301);
    for (const token of [ada, fine, installation])
      expect(await statusOf(emulator, '/repos/apex/api', token)).toBe(200);
    expect(await statusOf(emulator, '/repos/apex/api', bob)).toBe(403);
    const { body } = await ask(emulator, ['GET', '/orgs/apex/installation'], { token: signJwt(emulator) });
    expect(body).toMatchObject({ account: { login: 'apex' } });
    expect((await ask(emulator, ['GET', '/app'], { token: signJwt(emulator) })).body.owner.login).toBe(
      'apex',
    );
  });

  test('is not renamed to a login that is taken', async () => {
    const emulator = await startTestEmulator();

    const refused = await post(emulator, 'organisations', {
      kind: 'renamed',
      organisation: 'acme',
      to: 'bob',
    });

    expect([refused.status, Object(await refused.json()).message]).toEqual([422, 'The login bob is taken.']);
  });

  test('is deleted with its repositories and installations', async () => {
    const emulator = await startWithGithubApp({ apps: [{ ...readingApp, owner: 'ada' }] });
    const installation = await mint(emulator);

    await post(emulator, 'organisations', { kind: 'deleted', organisation: 'acme' });

    expect(await statusOf(emulator, '/orgs/acme')).toBe(404);
    expect(await statusOf(emulator, '/repos/acme/web')).toBe(404);
    expect(await statusOf(emulator, '/installation/repositories', installation)).toBe(401);
    expect(await emulator.list('/user/orgs')).toEqual([]);
    expect((await ask(emulator, ['GET', '/app/installations'], { token: signJwt(emulator) })).body).toEqual(
      [],
    );
  });

  test('is joined, in another role too, and left, with its teams', async () => {
    const emulator = await startTestEmulator();
    const roleOf = async (login: string) => {
      const response = await emulator.get(`/orgs/acme/memberships/${login}`);
      return response.status === 200 ? Object(await response.json()).role : response.status;
    };

    emulator.control.editOrganisation({ kind: 'joined', organisation: 'acme', login: 'eve', role: 'MEMBER' });
    emulator.control.editOrganisation({ kind: 'joined', organisation: 'acme', login: 'cyd', role: 'ADMIN' });
    emulator.control.editOrganisation({ kind: 'left', organisation: 'acme', login: 'bob' });
    const { body } = await emulator.query(
      '{ organization(login: "acme") { teams(first: 1) { nodes { members(first: 9) { totalCount } } } } }',
    );

    expect([await roleOf('eve'), await roleOf('cyd'), await roleOf('bob')]).toEqual(['member', 'admin', 404]);
    expect(body.data.organization.teams.nodes).toEqual([{ members: { totalCount: 0 } }]);
  });

  test.each([
    [{ kind: 'renamed', organisation: 'nobody', to: 'apex' }, 'There is no organisation nobody'],
    [{ kind: 'left', organisation: 'acme', login: 'nobody' }, 'There is no account nobody'],
  ])('%j is refused with a sentence', async (edit, message) => {
    const emulator = await startTestEmulator();

    const refused = await post(emulator, 'organisations', edit);

    expect(refused.status).toBe(422);
    expect(Object(await refused.json()).message).toContain(message);
  });
});

describe('a host whose clock is wrong', () => {
  test('shows its own time and judges a JWT by it; nothing expires by it', async () => {
    const emulator = await startWithGithubApp();
    const token = signJwt(emulator);
    const { id } = (await ask(emulator, ['GET', '/orgs/acme/installation'], { token })).body;
    const path = `/app/installations/${id}/access_tokens`;
    const minted = await ask(emulator, ['POST', path], { token });

    await post(emulator, 'clock', { skewSeconds: -300 });
    const behind = await ask(emulator, ['GET', '/app'], { token });
    const fresh = await ask(emulator, ['GET', '/app'], {
      token: signJwt(emulator, { iat: Date.parse('2026-03-20T11:55:00Z') / 1_000 }),
    });
    await post(emulator, 'clock', { skewSeconds: 3_700 });
    const ahead = await emulator.get('/repos/acme/api', { token: minted.body.token });

    expect(behind.headers.get('date')).toBe('Fri, 20 Mar 2026 11:55:00 GMT');
    expect([behind.status, behind.body.message.slice(0, 17)]).toEqual([401, "'Issued at' claim"]);
    expect(fresh.status).toBe(401);
    expect(ahead.status).toBe(200);
    expect(ahead.headers.get('date')).toBe('Fri, 20 Mar 2026 13:01:40 GMT');
    expect(Number(ahead.headers.get('x-ratelimit-reset')) * 1_000).toBeGreaterThan(
      Date.parse('2026-03-20T14:00:00Z'),
    );
  });
});
