import { describe, expect, test } from 'vitest';
import { ask, mint, postToken, readingApp, signJwt, startWithGithubApp } from '../testing/app-credentials.ts';
import { signIn } from '../testing/web-flow.ts';

const setupUrl = 'https://app.example.com/installed';
const bare = { ...readingApp, setupUrl, installations: [] };
const start = (change: object = {}) => startWithGithubApp({ apps: [{ ...bare, ...change }] });
const findInstallation = async (emulator: Awaited<ReturnType<typeof start>>) =>
  ask(emulator, ['GET', '/orgs/acme/installation'], { token: signJwt(emulator) });

test('an owner installs an app on chosen repositories and goes back to its site with the state', async () => {
  const emulator = await start();
  const ada = await signIn(emulator, 'ada');
  const { id } = await emulator.object('/repos/acme/api');

  const accounts = await ada.open('/apps/lines-app/installations/new?state=st');
  const { id: target } = await emulator.object('/orgs/acme');
  const page = await ada.open(`/apps/lines-app/installations/new/permissions?target_id=${target}&state=st`);
  const back = await ada.press(page, 'Install', { 'repository_ids[]': id, repository_selection: 'selected' });
  const { status, body } = await findInstallation(emulator);

  expect(accounts.text).toContain('>acme</a>');
  expect(back.location!.href.split('?')[0]).toBe(setupUrl);
  expect(Object.fromEntries(back.location!.searchParams)).toEqual({
    installation_id: String(body.id),
    setup_action: 'install',
    state: 'st',
  });
  expect([status, body.repository_selection]).toEqual([200, 'selected']);
});

test('a member’s installing is a request, which an owner grants', async () => {
  const emulator = await start();
  const bob = await signIn(emulator, 'bob');
  const { id: target } = await emulator.object('/orgs/acme');
  const path = `/apps/lines-app/installations/new/permissions?target_id=${target}`;

  const back = await bob.press(await bob.open(path), 'Request', { repository_selection: 'all' });
  const before = await findInstallation(emulator);
  const ada = await signIn(emulator, 'ada');
  const list = await ada.open('/organizations/acme/settings/installations');
  await ada.press(await ada.open(path), 'Install', { repository_selection: 'all' });
  const after = await findInstallation(emulator);

  expect(back.location!.searchParams.get('setup_action')).toBe('request');
  expect([before.status, after.status]).toEqual([404, 200]);
  expect(list.text).toContain('bob asks for');
  expect((await ada.open('/organizations/acme/settings/installations')).text).not.toContain('bob asks for');
  expect((await bob.open('/organizations/acme/settings/installations')).status).toBe(404);
});

test('nothing chosen installs nothing, and a private app only its owner', async () => {
  const emulator = await start({ isPublic: false, owner: 'bob' });
  const ada = await signIn(emulator, 'ada');
  const bob = await signIn(emulator, 'bob');
  const { id: target } = await emulator.object('/orgs/acme');
  const path = `/apps/lines-app/installations/new/permissions?target_id=${target}`;

  const { id: bobsId } = await emulator.object('/users/bob');
  const own = await bob.open(`/apps/lines-app/installations/new/permissions?target_id=${bobsId}`);
  const none = await bob.press(own, 'Install', { repository_selection: 'selected' });

  expect((await ada.open(path)).status).toBe(404);
  expect((await bob.open('/apps/lines-app/installations/new')).text).not.toContain('>acme</a>');
  expect(none.status).toBe(422);
});

test('an owner accepts new permissions, suspends, and uninstalls', async () => {
  const emulator = await startWithGithubApp();
  const appId = emulator.control.apps()[0]!.id;
  const ada = await signIn(emulator, 'ada');
  const { body } = await findInstallation(emulator);
  const path = `/organizations/acme/settings/installations/${body.id}`;
  emulator.control.editApp({ kind: 'permissions', appId, permissions: { issues: 'read' } });

  const accepted = await ada.press(await ada.open(path), 'Accept new permissions');
  const suspended = await ada.press(accepted, 'Suspend');
  const { body: while_ } = await findInstallation(emulator);
  const active = await ada.press(suspended, 'Unsuspend');
  await ada.press(active, 'Uninstall');

  expect(accepted.text).not.toContain('New permissions');
  expect(while_.permissions).toEqual({ metadata: 'read', issues: 'read' });
  expect(while_.suspended_by.login).toBe('ada');
  expect((await findInstallation(emulator)).status).toBe(404);
  expect((await (await signIn(emulator, 'bob')).open(path)).status).toBe(404);
});

test('an app is shown to browsers as a page, and to others as JSON', async () => {
  const emulator = await start();

  const page = await (await signIn(emulator, 'bob')).open('/apps/lines-app');
  const rest = await emulator.object('/apps/lines-app', { token: null });

  expect(page.text).toContain('Install Lines App');
  expect(rest).toMatchObject({ slug: 'lines-app', name: 'Lines App' });
});

describe('an app that asks for users’ leave while it is installed', () => {
  const wanting = { ...bare, requestsOauthOnInstall: true };

  test.each([
    ['ada', 'Install & Authorize', 'install'],
    ['bob', 'Authorize & Request', 'request'],
  ])('sends %s back with a code by one click', async (login, label, action) => {
    const emulator = await startWithGithubApp({ apps: [wanting] });
    const browser = await signIn(emulator, login);
    const { id: target } = await emulator.object('/orgs/acme');
    const path = `/apps/lines-app/installations/new/permissions?target_id=${target}&state=st`;

    const back = await browser.press(await browser.open(path), label, { repository_selection: 'all' });
    const { code, ...told } = Object.fromEntries(back.location!.searchParams);
    const { access_token: token } = await postToken(emulator, { code: code! });

    const installation = action === 'install' ? { installation_id: expect.any(String) } : {};
    expect(back.location!.href.split('?')[0]).toBe(readingApp.callbackUrls[0]);
    expect(told).toEqual({ ...installation, setup_action: action, state: 'st' });
    expect((await emulator.object('/user', { token })).login).toBe(login);
  });
});

test('choosing other repositories leads back to an app that wants to know', async () => {
  const emulator = await startWithGithubApp({ apps: [{ ...readingApp, setupUrl, setsUpOnUpdate: true }] });
  const ada = await signIn(emulator, 'ada');
  const { body } = await findInstallation(emulator);
  const { id } = await emulator.object('/repos/acme/tools');
  const path = `/organizations/acme/settings/installations/${body.id}`;

  const none = await ada.press(await ada.open(path), 'Save', { repository_selection: 'selected' });
  const back = await ada.press(await ada.open(path), 'Save', {
    repository_selection: 'selected',
    'repository_ids[]': String(id),
  });
  const covered = await ask(emulator, ['GET', '/installation/repositories'], { token: await mint(emulator) });

  expect(none.status).toBe(422);
  expect(back.location!.href).toBe(`${setupUrl}?installation_id=${body.id}&setup_action=update`);
  expect(covered.body.repositories.map(({ name }: { name: string }) => name)).toEqual(['tools']);
});

test('an owner accepts what an app asks for newly, where GitHub leads, and nothing is there before and after', async () => {
  const emulator = await startWithGithubApp({ apps: [readingApp] });
  const [ada, bob] = [await signIn(emulator, 'ada'), await signIn(emulator, 'bob')];
  const { body: before } = await findInstallation(emulator);
  const path = `/organizations/acme/settings/installations/${before.id}/permissions/update`;
  const nothing = await ada.open(path);
  emulator.control.editApp({
    kind: 'permissions',
    appId: before.app_id,
    permissions: { ...before.permissions, administration: 'write' },
  });

  const stranger = await bob.open(path);
  const { body: waiting } = await findInstallation(emulator);
  const asked = await ada.open(path);
  await ada.press(asked, 'Accept new permissions');

  expect([nothing.status, stranger.status, asked.status]).toEqual([404, 404, 200]);
  expect(waiting.permissions).toEqual(before.permissions);
  expect((await findInstallation(emulator)).body.permissions).toMatchObject({ administration: 'write' });
  expect((await ada.open(path)).status).toBe(404);
});
