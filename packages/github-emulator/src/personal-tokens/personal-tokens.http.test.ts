import { describe, expect, test } from 'vitest';
import { startTestEmulator, type TestEmulator } from '../testing/start-test-emulator.ts';
import { createTestClock } from '../testing/test-clock.ts';
import { signIn } from '../testing/web-flow.ts';

const newToken = '/settings/personal-access-tokens/new';
const requests = '/organizations/acme/settings/personal-access-token-requests';
const valueIn = (text: string) => /readonly size="50" value="([^"]+)"/.exec(text)?.[1] ?? '';
const statusOf = async (emulator: TestEmulator, token: string, path = '/repos/acme/api') =>
  (await emulator.get(path, { token })).status;

const wanted = {
  name: 'Reader',
  target_name: 'acme',
  expires_in: '90',
  repository_selection: 'all',
  pull_requests: 'read',
  members: 'read',
};

async function makeToken(emulator: TestEmulator, login: string, change: Record<string, string> = {}) {
  const browser = await signIn(emulator, login);
  const page = await browser.press(await browser.open(newToken), 'Generate token', { ...wanted, ...change });
  return { browser, page, token: valueIn(page.text) };
}

describe('a fine-grained token made by a member', () => {
  test('reads public things until an owner approves it', async () => {
    const emulator = await startTestEmulator({ clock: createTestClock() });
    const { browser, page, token } = await makeToken(emulator, 'bob');
    const ada = await signIn(emulator, 'ada');

    const before = [await statusOf(emulator, token), await statusOf(emulator, token, '/repos/acme/web')];
    const list = await ada.open(requests);
    const address = /href="([^"]*personal-access-token-requests\/\d+)"/.exec(list.text)![1]!;
    const after = await ada.press(await ada.open(address), 'Approve');

    expect(page.text).toContain('waits for an owner of acme');
    expect(before).toEqual([404, 200]);
    expect(list.text).toContain('Reader by bob');
    expect(after.text).toContain('No requests wait');
    expect(await statusOf(emulator, token, '/repos/acme/api/pulls')).toBe(200);
    expect(await statusOf(emulator, token, '/repos/acme/api/issues/comments')).toBe(200);
    expect((await browser.open(requests)).status).toBe(404);
    expect((await browser.open(address)).status).toBe(404);
  });

  test('is denied, and what was approved is taken back', async () => {
    const emulator = await startTestEmulator({ clock: createTestClock() });
    const denied = await makeToken(emulator, 'bob');
    const owners = await makeToken(emulator, 'ada');
    const ada = await signIn(emulator, 'ada');
    const address = /href="([^"]*requests\/\d+)"/.exec((await ada.open(requests)).text)![1]!;

    await ada.press(await ada.open(address), 'Deny');
    const approved = await statusOf(emulator, owners.token);
    const active = await ada.open('/organizations/acme/settings/personal-access-tokens');
    await ada.press(active, 'Revoke Reader by ada');

    expect(await statusOf(emulator, denied.token)).toBe(404);
    expect([approved, await statusOf(emulator, owners.token)]).toEqual([200, 404]);
    expect(emulator.control.tokens().map((token) => 'approval' in token && token.approval)).toContain(
      'denied',
    );
  });

  test.each([
    ['public repositories alone', { members: '' }, 'approved'],
    ['members besides', {}, 'pending'],
  ])('for %s is judged by what it reaches', async (_name, change, approval) => {
    const emulator = await startTestEmulator();

    await makeToken(emulator, 'bob', { repository_selection: 'public', ...change });

    expect(emulator.control.tokens().at(-1)).toMatchObject({ approval });
  });

  test('needs nobody where no approval is asked for', async () => {
    const policies = [{ organisation: 'acme', requiresTokenApproval: false }];
    const emulator = await startTestEmulator({ clock: createTestClock(), policies });

    const { token } = await makeToken(emulator, 'bob');

    expect(await statusOf(emulator, token)).toBe(200);
  });

  test.each([
    ['a resource owner of others', { target_name: 'eve' }, 'Resource owner is invalid'],
    ['no name', { name: ' ' }, 'Name can’t be blank'],
    ['no repository', { repository_selection: 'selected' }, 'Select at least one repository'],
    ['no end', { expires_in: 'none' }, 'acme requires tokens to expire within 366 days'],
    ['an end that is none', { expires_in: '367' }, 'Expiration is invalid'],
  ])('is not made with %s', async (_name, change, problem) => {
    const emulator = await startTestEmulator();

    const { page } = await makeToken(emulator, 'bob', change);

    expect(page.status).toBe(422);
    expect(page.text).toContain(problem);
  });

  test('reaches the chosen repositories with the chosen permissions', async () => {
    const emulator = await startTestEmulator({ clock: createTestClock() });
    const { id } = await emulator.object('/repos/acme/api');

    const { token } = await makeToken(emulator, 'ada', {
      repository_selection: 'selected',
      'repository_ids[]': String(id),
      members: '',
    });

    expect(await statusOf(emulator, token, '/repos/acme/api/pulls')).toBe(200);
    expect(await statusOf(emulator, token, '/repos/acme/tools')).toBe(404);
    expect(await statusOf(emulator, token, '/orgs/acme/members')).toBe(403);
  });

  test('is begun by an address that says what is wanted', async () => {
    const emulator = await startTestEmulator();
    const bob = await signIn(emulator, 'bob');

    const page = await bob.open(`${newToken}?name=Reader&target_name=ACME&expires_in=45&pull_requests=read`);

    expect(page.text).toContain('value="Reader"');
    expect(page.text).toContain('<option value="acme" selected>');
    expect(page.text).toContain('<option value="45" selected>');
    expect(page.text).toMatch(/name="pull_requests">[^/]*<\/option>\s*<option value="read" selected>/);
  });
});

test('a classic token is made with the scopes of the address ticked, listed, replaced and deleted', async () => {
  const emulator = await startTestEmulator({ clock: createTestClock() });
  const bob = await signIn(emulator, 'bob');

  const form = await bob.open('/settings/tokens/new?scopes=repo,read:org&description=Lines');
  const made = await bob.press(form, 'Generate token', {
    description: 'Lines',
    'scopes[]': 'repo',
    expires_in: '7',
  });
  const token = valueIn(made.text);
  const { headers } = await emulator.get('/repos/acme/api', { token });
  const list = await bob.open('/settings/tokens');
  const address = /href="(\/settings\/tokens\/\d+)">Lines</.exec(list.text)![1]!;
  const again = await bob.press(await bob.open(address), 'Regenerate token', { expires_in: '30' });
  const fresh = valueIn(again.text);
  const [old, replaced] = [await statusOf(emulator, token), await statusOf(emulator, fresh)];
  const left = /href="(\/settings\/tokens\/\d+)">Lines</.exec((await bob.open('/settings/tokens')).text)![1]!;
  await bob.press(await bob.open(left), 'Delete');

  expect(form.text).toContain('value="read:org" checked');
  expect(form.text).not.toContain('value="user" checked');
  expect(headers.get('x-oauth-scopes')).toBe('repo');
  expect(headers.get('github-authentication-token-expiration')).toBe('2026-03-27 12:00:00 UTC');
  expect([old, replaced, await statusOf(emulator, fresh)]).toEqual([401, 200, 401]);
  expect((await (await signIn(emulator, 'ada')).open(address)).status).toBe(404);
});

describe('an organisation that limits lifetimes', () => {
  const words = (kind: string, path: string) =>
    new RegExp(
      `^The 'acme' organization forbids access via ${kind} if the token's lifetime is greater than 30 days. Please adjust your token's lifetime at the following URL: http://127.0.0.1:\\d+/settings/${path}/\\d+$`,
    );

  test.each([
    ['classic', { kind: 'classic', login: 'bob' }, words('a personal access tokens \\(classic\\)', 'tokens')],
    [
      'fine-grained',
      { kind: 'fine-grained', login: 'bob', resourceOwner: 'acme', expiresAt: '2026-04-21T12:00:00Z' },
      words('a fine-grained personal access tokens', 'personal-access-tokens'),
    ],
  ] as const)(
    'refuses a %s token that lives longer, for public things too, and says where to change it',
    async (_kind, spec, message) => {
      const emulator = await startTestEmulator({
        clock: createTestClock(),
        policies: [{ organisation: 'acme', classicLifetimeDays: 30, fineGrainedLifetimeDays: 30 }],
        tokens: [spec],
      });
      const bob = await signIn(emulator, 'bob');

      const rest = await emulator.object('/repos/acme/web');
      const graphql = await emulator.query('{ organization(login: "acme") { name } }');
      const page = await bob.open(rest.message.split('URL: ')[1]);
      const fresh = valueIn((await bob.press(page, 'Regenerate token', { expires_in: '30' })).text);

      expect(rest.message).toMatch(message);
      expect(graphql.body.errors).toMatchObject([{ type: 'FORBIDDEN', message: rest.message }]);
      expect(await statusOf(emulator, fresh)).toBe(200);
    },
  );

  test('has nothing to say to strangers, nor of tokens that live as long as it allows', async () => {
    const emulator = await startTestEmulator({
      clock: createTestClock(),
      policies: [{ organisation: 'acme', classicLifetimeDays: 30 }],
      tokens: [
        { kind: 'classic', login: 'eve' },
        { kind: 'classic', login: 'bob', expiresAt: '2026-04-19T12:00:00Z' },
      ],
    });
    const [eve, bob] = emulator.tokens.map(({ value }) => value);

    expect(await statusOf(emulator, eve!, '/repos/acme/web')).toBe(200);
    expect(await statusOf(emulator, bob!)).toBe(200);
  });
});

test('a token that nobody used for a year is revoked, one that was used is not', async () => {
  const clock = createTestClock();
  const emulator = await startTestEmulator({
    clock,
    tokens: [
      { kind: 'classic', login: 'ada' },
      { kind: 'classic', login: 'ada' },
    ],
  });
  const [used, unused] = emulator.tokens.map(({ value }) => value);

  clock.advance(300 * 86_400);
  await statusOf(emulator, used!);
  clock.advance(66 * 86_400);

  expect([await statusOf(emulator, used!), await statusOf(emulator, unused!)]).toEqual([200, 401]);
});

test('an outside collaborator’s fine-grained token reaches nothing private of the organisation', async () => {
  const emulator = await startTestEmulator();
  const { id: repositoryId } = await emulator.object('/repos/acme/api');
  emulator.control.editRepository({ kind: 'collaborator', repositoryId, login: 'eve', permission: 'WRITE' });
  const fine = emulator.control.addToken({ kind: 'fine-grained', login: 'eve', resourceOwner: 'acme' }).value;
  const classic = emulator.control.addToken({ kind: 'classic', login: 'eve' }).value;

  expect([await statusOf(emulator, fine), await statusOf(emulator, classic)]).toEqual([404, 200]);
});
