import { generateKeyPairSync } from 'node:crypto';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { giveHost, setUp } from '../testing/acts.ts';
import { readFailure, seeHeading, seeText } from '../testing/read-page.ts';
import { startWorld } from '../testing/start-github.ts';
import { takePictures } from '../testing/take-pictures.ts';
import { tellStory } from '../testing/tell-story.ts';

const story = tellStory({ startGithub: () => startWorld('connecting', Date.now()) });

/** What the administrator decides at Throughline on the way from the welcome page to figures. */
const decisions: string[] = [];

/** Where the administrator was led on the way to make the App. */
let usedManifest = '';

const press = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click();

async function decide(what: string, act: () => Promise<void>): Promise<void> {
  decisions.push(what);
  await act();
}

interface EmulatedApp {
  readonly id: number;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly privateKeyPem: string;
}

test('one press makes an App on GitHub, installs it there and lists its organisations', async () => {
  const { admin, github, product } = story;
  const { page } = admin;
  await setUp(page, product.setupPath);
  await seeText(page, 'Have ready: the right to install an app in your organisation');
  await decide('to connect', () => page.getByRole('link', { name: 'Connect GitHub' }).click());
  await decide('where', () => giveHost(page, github.origin));
  await seeText(page, 'Pull requests: read, for pull requests and reviews');
  await seeText(page, 'Nothing of it can write.');
  await takePictures(page, 'app-1-make');
  await page.getByLabel('Organisation that will own it').fill('acme');

  const opening = page.waitForEvent('popup');
  await decide('by an app', () => press(page, 'Create the app on GitHub'));
  const window = await opening;
  window.on('request', (request) => {
    if (request.url().includes('/api/github-apps/manifest/')) usedManifest ||= request.url();
  });
  await press(window, 'Sign in as ada');
  await press(window, 'Create GitHub App for acme');
  await seeText(page, 'GitHub has made Throughline');
  await takePictures(page, 'app-2-made');
  await window.getByRole('link', { name: 'acme' }).click();
  await press(window, 'Install');
  await press(window, /^Authorize/);

  await page.getByRole('checkbox', { name: /acme/, checked: true }).waitFor();
  await seeText(page, 'installed on all repositories: 2 now, and those to come');
  await takePictures(page, 'app-3-organisations');
  admin.expectQuiet();
});

test('the connection reads with the App’s installation, and figures come of no more than six decisions', async () => {
  const { admin } = story;
  const { page } = admin;

  await decide('which organisations', () => press(page, 'Continue'));
  await decide('which repositories', () => press(page, /^Continue with \d/));
  decisions.push('to start');
  await press(page, 'Start');
  await page.waitForURL('/sync');
  await seeText(page, /^acme: /);
  await expect.poll(() => page.getByRole('row', { name: /complete/ }).count(), { timeout: 30_000 }).toBe(2);
  await page.getByRole('link', { name: 'Pull requests' }).click();

  await seeText(page, /^7 pull requests\.$/);
  expect(decisions.length).toBeLessThanOrEqual(6);
  admin.expectQuiet();
});

test('an address of that way which is good no more leads to a page that says so', async () => {
  const { admin } = story;
  const { page } = admin;

  await page.goto(usedManifest);

  await seeHeading(page, 'On the way to GitHub');
  expect(await readFailure(page)).toContain('Begin again on the page you came from.');
  expect(new URL(page.url()).search).toBe('');
  await takePictures(page, 'app-8-too-late');
  await page.getByRole('link', { name: 'Go to where this is repaired' }).click();
  await seeHeading(page, 'Connect GitHub');
  admin.expectQuiet();
});

test('an App entered by hand says at each field what is wrong with it', async () => {
  const { admin, github } = story;
  const { page } = admin;
  // as: the emulator's own description of an app
  const app = (await github.control('apps', {
    name: 'By hand',
    owner: 'labs',
    permissions: { metadata: 'read', pull_requests: 'read', contents: 'read', issues: 'read' },
    callbackUrls: [`${story.product.origin}/github/return`],
    installations: [{ account: 'labs' }],
  })) as EmulatedApp;
  await page.goto('/settings/github/new');
  await giveHost(page, github.origin);
  await press(page, 'Use another app');
  await press(page, 'Enter an app that is there already');
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const other = privateKey.export({ type: 'pkcs8', format: 'pem' });
  const locked = privateKey.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'x' });
  await page.getByLabel('App ID').fill(String(app.id));

  for (const [key, sentence] of [
    [other, 'it is another app’s, or was deleted there'],
    [locked, 'This key is encrypted with a password'],
    [app.privateKeyPem.slice(0, 600), 'This key is cut off'],
    ['-----BEGIN CERTIFICATE-----\nMII\n-----END CERTIFICATE-----', 'This is a certificate'],
    ['-----BEGIN PUBLIC KEY-----\nMII\n-----END PUBLIC KEY-----', 'This is a public key'],
  ] as const) {
    await page.getByLabel('Private key').fill(key);
    await page.getByLabel('Client ID').focus();
    await seeText(page, sentence);
  }
  await takePictures(page, 'app-4-wrong-key');
  await page.getByLabel('Private key').fill(app.privateKeyPem.replaceAll('\n', '\r\n'));
  await page.getByLabel('Client ID').fill(app.clientId);
  await page.getByLabel('Client secret').fill(app.clientSecret);
  await page.getByLabel('Webhook secret, if it has one').focus();

  await seeText(page, 'It is the key of By hand, of labs.');
  await seeText(page, 'The app does not ask for Members: read. Without it, members and teams stay unknown.');
  await takePictures(page, 'app-5-entered');
  await press(page, 'Add the app');
  await page.getByRole('button', { name: 'Retrieve organisations via OAuth' }).waitFor();
  await takePictures(page, 'app-6-registered');
  admin.expectQuiet();
});

test('the organisations of an App are those of who signs in at GitHub, and say what is missing', async () => {
  const { admin, github } = story;
  const { page } = admin;

  const opening = page.waitForEvent('popup');
  await press(page, 'Retrieve organisations via OAuth');
  const window = await opening;
  await press(window, /^Authorize/);

  await page.getByRole('checkbox', { name: /labs/, checked: true }).waitFor();
  await seeText(page, 'labs has not granted Members: read.');
  const apps = (await (await fetch(`${github.origin}/_emulator/apps`)).json()) as {
    name: string;
    installations: { id: number }[];
  }[];
  const installationId = apps.find(({ name }) => name === 'By hand')?.installations[0]?.id;
  await github.control('apps', { kind: 'suspended', installationId });
  await press(page, 'Refresh');
  await seeText(page, /^suspended by an owner on /);
  await takePictures(page, 'app-7-suspended');
  await seeHeading(page, 'Connect GitHub');
  admin.expectQuiet();
});
