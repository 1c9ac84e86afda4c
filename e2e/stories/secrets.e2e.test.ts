import { randomBytes } from 'node:crypto';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { giveHost, setUp, testToken } from '../testing/acts.ts';
import { readBrowser } from '../testing/read-browser.ts';
import { readFailure, seeHeading, seeText } from '../testing/read-page.ts';
import { startWorld } from '../testing/start-github.ts';
import { tellStory } from '../testing/tell-story.ts';

const story = tellStory({ startGithub: () => startWorld('connecting', Date.now()) });

const press = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click();

/** So many characters of a secret are enough to know it by. */
const known = 12;

/** Where in the browser any twelve characters of a secret stand; the first and last lines of a key are everybody's. */
async function findSecrets(page: Page, secrets: readonly string[]): Promise<readonly string[]> {
  const pieces = secrets
    .flatMap((secret) => (secret.startsWith('-----') ? secret.trim().split(/\r?\n/).slice(2, -1) : [secret]))
    .flatMap((text) =>
      Array.from({ length: Math.max(1, text.length - known + 1) }, (_, at) => text.slice(at, at + known)),
    );
  const held = Object.entries(await readBrowser(page));
  return held.flatMap(([where, text]) => (pieces.some((piece) => text.includes(piece)) ? [where] : []));
}

/** Now, on another page of ours, back again, and after loading it anew. */
async function expectNowhere(page: Page, secrets: readonly string[]): Promise<void> {
  expect(await findSecrets(page, secrets)).toEqual([]);
  await page.getByRole('link', { name: 'Repositories', exact: true }).click();
  await seeHeading(page, 'Repositories');
  expect(await findSecrets(page, secrets)).toEqual([]);
  await page.goBack();
  await seeHeading(page, 'Connect GitHub');
  expect(await findSecrets(page, secrets)).toEqual([]);
  await page.reload();
  await seeHeading(page, 'Connect GitHub');
  expect(await findSecrets(page, secrets)).toEqual([]);
}

test('what stands in a field is seen there, and a secret in a store would be', async () => {
  const { admin, github, product } = story;
  const { page } = admin;
  await setUp(page, product.setupPath);
  await page.getByRole('link', { name: 'Connect GitHub' }).click();
  await giveHost(page, github.origin);
  await page.getByRole('radio', { name: 'Personal access token' }).check();
  await page.getByLabel('Token', { exact: true }).fill(github.token);
  await page.evaluate((token) => sessionStorage.setItem('planted', `a ${token.slice(3, 30)}`), github.token);

  const found = await findSecrets(page, [github.token]);
  await page.evaluate(() => sessionStorage.removeItem('planted'));

  expect(found).toEqual(expect.arrayContaining(['fields', 'sessionStorage']));
  expect(found).not.toEqual(expect.arrayContaining(['localStorage']));
});

test('a token that was refused, and one that works, stay nowhere in the browser', async () => {
  const { admin, github } = story;
  const { page } = admin;
  const wrong = `ghp_${randomBytes(18).toString('hex')}`;
  await testToken(page, wrong);
  await readFailure(page);
  admin.takeRefusals();
  const stores = (await findSecrets(page, [wrong])).filter((where) => where !== 'fields' && where !== 'page');
  await testToken(page, github.token);
  await seeText(page, 'Successfully connected via');
  // Until here it stands in its field, so that other data can be tried with it.
  await press(page, 'Continue');
  await page.getByLabel('Name of the connection').waitFor();

  expect(stores).toEqual([]);
  await expectNowhere(page, [github.token, wrong]);
  admin.expectQuiet();
});

test('an OAuth app’s secret stays nowhere in the browser', async () => {
  const { admin, github, product } = story;
  const { page } = admin;
  // as: the emulator's own description of an app
  const app = (await github.control('oauth-apps', {
    name: 'Throughline',
    callbackUrls: [`${product.origin}/github/return`],
  })) as { clientId: string; clientSecret: string };
  await press(page, 'Change host');
  await giveHost(page, github.origin);
  await page.getByRole('radio', { name: 'OAuth app' }).check();
  await page.getByLabel('Client ID').fill(app.clientId);
  await page.getByLabel('Client secret').fill(app.clientSecret);
  await press(page, 'Register the app');
  await seeText(page, 'GitHub will ask you to allow:');

  await expectNowhere(page, [app.clientSecret]);
  admin.expectQuiet();
});

test('an App’s key and secrets, entered by hand, stay nowhere in the browser', async () => {
  const { admin, github, product } = story;
  const { page } = admin;
  const webhookSecret = randomBytes(24).toString('hex');
  // as: the emulator's own description of an app
  const app = (await github.control('apps', {
    name: 'By hand',
    owner: 'labs',
    permissions: { metadata: 'read', pull_requests: 'read', contents: 'read', issues: 'read' },
    callbackUrls: [`${product.origin}/github/return`],
    webhookSecret,
    installations: [{ account: 'labs' }],
  })) as { id: number; clientId: string; clientSecret: string; privateKeyPem: string };
  await press(page, 'Change host');
  await giveHost(page, github.origin);
  await page.getByRole('radio', { name: 'GitHub App' }).check();
  await press(page, 'Enter an app that is there already');
  await page.getByLabel('App ID').fill(String(app.id));
  await page.getByLabel('Private key').fill(app.privateKeyPem);
  await page.getByLabel('Client ID').fill(app.clientId);
  await page.getByLabel('Client secret').fill(app.clientSecret);
  await page.getByLabel('Webhook secret, if it has one').fill(webhookSecret);
  await page.getByLabel('App ID').focus();
  await seeText(page, 'It is the key of By hand, of labs.');
  const secrets = [app.privateKeyPem, app.clientSecret, webhookSecret];
  const stores = (await findSecrets(page, secrets)).filter((where) => where !== 'fields' && where !== 'page');
  await press(page, 'Add the app');
  await page.getByRole('button', { name: 'Retrieve organisations via OAuth' }).waitFor();

  expect(stores).toEqual([]);
  await expectNowhere(page, secrets);
  admin.expectQuiet();
});
