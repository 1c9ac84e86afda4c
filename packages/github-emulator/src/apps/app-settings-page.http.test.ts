import { expect, test } from 'vitest';
import { ask, readingApp, signJwt, startWithGithubApp } from '../testing/app-credentials.ts';
import { signIn } from '../testing/web-flow.ts';

const path = '/organizations/acme/settings/apps/lines-app';

test('an owner makes a key and a secret, asks for a permission, and deletes the app', async () => {
  const emulator = await startWithGithubApp();
  const ada = await signIn(emulator, 'ada');
  const before = signJwt(emulator);
  const statusOf = async (token: string) => (await ask(emulator, ['GET', '/app'], { token })).status;

  const keyed = await ada.press(await ada.open(path), 'Generate a private key');
  const pem = /<textarea readonly rows="8">([^<]+)</.exec(keyed.text)![1]!;
  const after = signJwt(emulator, {}, { key: pem });
  const statuses = [await statusOf(before), await statusOf(after)];
  const secret = /size="50" value="(\w{40})"/.exec(
    (await ada.press(keyed, 'Generate a new client secret')).text,
  )![1];
  await ada.press(await ada.open(`${path}/permissions`), 'Save changes', {
    contents: 'read',
    issues: 'write',
    workflows: 'read',
  });
  const [app] = emulator.control.apps();
  const outdated = await ask(emulator, ['GET', '/app/installations?outdated=true'], { token: after });
  const gone = await ada.press(await ada.open(path), 'Delete GitHub App');

  expect(statuses).toEqual([200, 200]);
  expect(app!.clientSecret).toBe(secret);
  expect(app!.permissions).toEqual({ metadata: 'read', contents: 'read', issues: 'write' });
  expect(outdated.body).toHaveLength(1);
  expect(gone.text).toContain('It is deleted.');
  expect(await statusOf(after)).toBe(404);
});

test('an app’s settings are its owner’s, under the owner’s address', async () => {
  const emulator = await startWithGithubApp({
    apps: [readingApp, { name: 'Own', owner: 'bob', clientId: 'own' }],
  });
  const [ada, bob] = [await signIn(emulator, 'ada'), await signIn(emulator, 'bob')];

  expect((await bob.open(path)).status).toBe(404);
  expect((await ada.open('/settings/apps/lines-app')).status).toBe(404);
  expect((await bob.open('/settings/apps/own')).text).toContain('App ID');
});

test('a replaced key decodes nothing, and an app’s addresses and secret change by the control API', async () => {
  const emulator = await startWithGithubApp();
  const appId = emulator.control.apps()[0]!.id;
  const before = signJwt(emulator);

  emulator.control.editApp({ kind: 'key', appId });
  emulator.control.editApp({ kind: 'changed', appId, clientSecret: 'other', callbackUrls: [] });
  const refused = await ask(emulator, ['GET', '/app'], { token: before });

  expect([refused.status, refused.body.message]).toEqual([401, 'A JSON web token could not be decoded']);
  expect((await ask(emulator, ['GET', '/app'], { token: signJwt(emulator) })).status).toBe(200);
  expect(emulator.control.apps()[0]).toMatchObject({ clientSecret: 'other', callbackUrls: [] });
});
