import { describe, expect, test } from 'vitest';
import { createTestClock } from '../testing/test-clock.ts';
import {
  app,
  authorise,
  authorisePath,
  exchange,
  getCode,
  signIn,
  startWithApp as start,
} from '../testing/web-flow.ts';

describe('an organisation that restricts apps', () => {
  const policies = [{ organisation: 'acme', restrictsOauthApps: true }] as const;
  const settings = '/organizations/acme/settings/oauth_application_policy';

  test('shows an unapproved one what is public, over both APIs', async () => {
    const emulator = await start({ policies });
    const token = await authorise(emulator, 'ada');

    const members = await emulator.get('/orgs/acme/members', { token });
    const { body } = await emulator.query(
      '{ viewer { organizations(first: 9) { nodes { login } } } private: repository(owner: "acme", name: "api") { id } public: repository(owner: "acme", name: "web") { name } organization(login: "acme") { membersWithRole(first: 1) { totalCount } } }',
      { token },
    );

    expect((await emulator.get('/repos/acme/api', { token })).status).toBe(404);
    expect((await emulator.list('/orgs/acme/repos', { token })).map(({ name }) => name)).toEqual(['web']);
    expect(await emulator.list('/user/orgs', { token })).toEqual([]);
    expect(await emulator.list('/user/memberships/orgs', { token })).toEqual([]);
    expect(members.status).toBe(403);
    expect(body.data.viewer.organizations.nodes).toEqual([]);
    expect(body.data.public).toEqual({ name: 'web' });
    expect(body.errors).toMatchObject([
      { type: 'NOT_FOUND', path: ['private'] },
      { type: 'FORBIDDEN', message: expect.stringContaining('OAuth App access restrictions') },
    ]);
  });

  test('is asked by a member on the consent page and answered by an owner; the token then reaches it', async () => {
    const emulator = await start({ policies });
    const bob = await signIn(emulator, 'bob');
    const ada = await signIn(emulator, 'ada');

    const asked = await bob.press(await bob.open(authorisePath()), 'Request acme');
    const { body } = await exchange(emulator, { code: await getCode(bob) });
    const token = body.access_token;
    const before = await emulator.get('/repos/acme/api', { token });
    await ada.press(await ada.open(settings), 'Grant Lines');
    const after = await emulator.get('/repos/acme/api', { token });
    const denied = await ada.press(await ada.open(settings), 'Deny Lines');

    expect(asked.text).toContain('Access requested, waiting for an owner');
    expect([before.status, after.status]).toEqual([404, 200]);
    expect(denied.text).toContain('denied');
    expect((await emulator.get('/repos/acme/api', { token })).status).toBe(404);
    expect((await bob.open(settings)).status).toBe(404);
  });

  test('is opened by its owner on the consent page', async () => {
    const emulator = await start({ policies });
    const ada = await signIn(emulator, 'ada');

    await ada.press(await ada.open(authorisePath()), 'Grant acme');
    const { body } = await exchange(emulator, { code: await getCode(ada) });

    expect((await emulator.list('/user/orgs', { token: body.access_token })).length).toBe(1);
  });

  test('lets its own apps in', async () => {
    const emulator = await start({ policies, oauthApps: [{ ...app, owner: 'acme' }] });

    const token = await authorise(emulator, 'bob');

    expect((await emulator.get('/repos/acme/api', { token })).status).toBe(200);
  });
});

describe('an organisation with single sign-on', () => {
  const policies = [{ organisation: 'acme', hasSingleSignOn: true }] as const;

  test('is left out of lists with a header, and refuses the rest with the way in', async () => {
    const emulator = await start({ policies });
    const token = await authorise(emulator, 'bob');

    const list = await emulator.get('/user/orgs', { token });
    const repository = await emulator.get('/repos/acme/api', { token });

    expect(await list.json()).toEqual([]);
    expect(list.headers.get('x-github-sso')).toMatch(/^partial-results; organizations=\d+$/);
    expect(repository.status).toBe(403);
    expect(repository.headers.get('x-github-sso')).toMatch(/^required; url=http/);
  });

  test('is reached by a token authorised after signing on to it', async () => {
    const emulator = await start({ policies });
    const bob = await signIn(emulator, 'bob');

    await bob.press(await bob.open(authorisePath()), 'Single sign-on to acme');
    const { body } = await exchange(emulator, { code: await getCode(bob) });

    expect((await emulator.get('/repos/acme/api', { token: body.access_token })).status).toBe(200);
  });

  test.each(['oauth', 'classic'])(
    'opens to a %s token by the address of its refusal, for an hour',
    async (kind) => {
      const clock = createTestClock();
      const emulator = await start({ policies, clock, tokens: [{ kind: 'classic', login: 'bob' }] });
      const token = kind === 'oauth' ? await authorise(emulator, 'bob') : emulator.tokens[0]!.value;
      const refused = await emulator.get('/repos/acme/api', { token });
      const address = refused.headers.get('x-github-sso')!.split('url=')[1]!;

      const page = await (await signIn(emulator, 'bob')).open(address);
      const foreign = await (await signIn(emulator, 'ada')).open(address);
      await (await signIn(emulator, 'bob')).press(page, 'Authorize for acme');
      clock.advance(3_601);
      const late = await (await signIn(emulator, 'bob')).open(address);

      expect([refused.status, foreign.status, late.status]).toEqual([403, 404, 404]);
      expect(page.text).not.toContain(token);
      expect((await emulator.get('/repos/acme/api', { token })).status).toBe(200);
    },
  );
});
