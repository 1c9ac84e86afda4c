import { addGithubApp } from '@throughline/contract';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { ApiReader } from '../api-reader.ts';
import { giveHost } from '../testing/acts.ts';
import { connectByApi, setUpByApi } from '../testing/prepare-workspace.ts';
import { seeRow, seeText } from '../testing/read-page.ts';
import { startWorld } from '../testing/start-github.ts';
import { takePictures } from '../testing/take-pictures.ts';
import { tellStory } from '../testing/tell-story.ts';

let reader: ApiReader;
const story = tellStory({
  startGithub: () => startWorld('connecting', Date.now()),
  prepare: async ({ product, github }) => {
    reader = await setUpByApi(product);
    await connectByApi(reader, github, 'acme');
    return reader;
  },
});

const press = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click();

/** An owner of organisations at GitHub, in a window of their own. */
async function openGithub(path: string): Promise<Page> {
  const window = await story.admin.page.context().newPage();
  await window.goto(new URL(path, story.github.origin).href);
  return window;
}

/** Follows a link that opens a tab at GitHub. */
async function follow(page: Page, name: string | RegExp): Promise<Page> {
  const opening = page.waitForEvent('popup');
  await page.getByRole('link', { name }).first().click();
  const window = await opening;
  await window.waitForLoadState();
  return window;
}

/** Presses a button at GitHub, and waits for the page that answers. It stays open: closing one on its way may never end. */
async function pressAtGithub(window: Page, name: string): Promise<void> {
  const loaded = window.waitForEvent('load');
  await press(window, name);
  await loaded;
}

interface EmulatedApp {
  readonly id: number;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly privateKeyPem: string;
}

test('an App of its own is made by one press, installed, and granted what was asked for', async () => {
  const { admin } = story;
  const { page } = admin;
  await page.goto('/settings/github/acme');
  await seeText(page, 'Read acme, and nothing else.');
  await page.getByRole('link', { name: 'Ask for more' }).click();
  await seeText(page, 'This version does nothing with it yet');
  await press(page, 'Create the app on GitHub');
  await seeText(page, 'Choose above what to ask for');
  await page.getByRole('checkbox', { name: 'Access to repositories' }).check();
  await page.getByRole('checkbox', { name: 'Webhooks' }).check();
  await takePictures(page, 'acting-1-ask');

  const opening = page.waitForEvent('popup');
  await press(page, 'Create the app on GitHub');
  const window = await opening;
  await press(window, 'Sign in as ada');
  await press(window, 'Create GitHub App for acme');
  await seeText(page, 'Waiting because Throughline acts is not installed on acme.');
  await takePictures(page, 'acting-2-install');
  await window.getByRole('link', { name: 'acme' }).click();
  await press(window, 'Install');

  await seeText(page, 'Throughline acts was granted all that was asked for.');
  await seeRow(page, 'Access to repositories', 'granted');
  await seeRow(page, 'Webhooks', 'granted');
  await seeRow(page, 'Pull requests', 'not asked for');
  await takePictures(page, 'acting-3-granted');
  admin.expectQuiet();
});

test('more is asked of the App: its owner adds it, an owner accepts it, and looking again shows it', async () => {
  const { admin } = story;
  const { page } = admin;
  await press(page, 'Change');
  await page.getByRole('checkbox', { name: 'Pull requests' }).check();
  await press(page, 'Save what is asked for');
  await seeText(page, /does not ask for Pull requests: write, Contents: write itself/);
  await seeRow(page, 'Pull requests', 'waiting');
  await takePictures(page, 'acting-4-app');

  const settings = await follow(page, /^Permissions of Throughline acts on GitHub/);
  await settings.getByRole('combobox', { name: 'Pull requests', exact: true }).selectOption('write');
  await settings.getByRole('combobox', { name: 'Contents', exact: true }).selectOption('write');
  await pressAtGithub(settings, 'Save changes');
  await press(page, 'Look again');
  await seeText(page, /no owner of acme has accepted Pull requests: write, Contents: write/);
  await takePictures(page, 'acting-5-owner');
  const accepting = await follow(page, /^Accept it on GitHub/);
  await pressAtGithub(accepting, 'Accept new permissions');
  await press(page, 'Look again');

  await seeRow(page, 'Pull requests', 'granted');
  await page.getByRole('link', { name: 'Webhooks', exact: true }).click();
  await seeText(page, 'It was asked for and granted: fine.');
  admin.expectQuiet();
});

test('what was asked for is taken back, and the App uninstalled', async () => {
  const { admin } = story;
  const { page } = admin;
  await page.getByRole('link', { name: 'Open Actions' }).click();
  await page.getByRole('checkbox', { name: 'Uninstall Throughline acts from acme too' }).check();
  await press(page, 'Take it back');

  await seeText(page, 'What Throughline may do for acme is taken back.');
  await page.getByRole('radio', { name: 'Throughline acts' }).waitFor();
  const window = await openGithub('/organizations/acme/settings/installations');
  expect(await window.getByRole('link', { name: 'Throughline acts' }).count()).toBe(0);
  await window.close();
  admin.expectQuiet();
});

test('the App that labs is read by is granted more, and reading stays as it is', async () => {
  const { admin, github, product } = story;
  const { page } = admin;
  // as: the emulator's own description of an app
  const app = (await github.control('apps', {
    name: 'Reads labs',
    owner: 'labs',
    permissions: {
      metadata: 'read',
      pull_requests: 'read',
      contents: 'read',
      issues: 'read',
      members: 'read',
    },
    callbackUrls: [`${product.origin}/github/return`],
    installations: [{ account: 'labs' }],
  })) as EmulatedApp;
  const { clientId, clientSecret, privateKeyPem: privateKey } = app;
  await reader.call(addGithubApp, {
    body: {
      host: { address: github.origin },
      app: { githubAppId: String(app.id), clientId, clientSecret, privateKey },
    },
  });
  await page.goto('/settings/github/new');
  await giveHost(page, github.origin);
  const opening = page.waitForEvent('popup');
  await press(page, 'Retrieve organisations via OAuth');
  await press(await opening, /^Authorize/);
  await page.getByRole('checkbox', { name: /labs/, checked: true }).waitFor();
  await press(page, 'Continue');
  await press(page, /^Continue with \d/);
  await press(page, 'Start');
  await page.waitForURL('/sync');

  await page.goto('/settings/github/labs/actions');
  await page.getByRole('checkbox', { name: 'Pull requests' }).check();
  await page.getByRole('radio', { name: 'More permissions of Reads labs' }).check();
  await takePictures(page, 'acting-6-upgrade');
  await press(page, 'Ask for it');
  await seeText(page, 'Its owner, labs, sets that on GitHub; then an owner of labs accepts it.');
  const settings = await follow(page, /^Permissions of Reads labs on GitHub/);
  await settings.getByRole('combobox', { name: 'Pull requests', exact: true }).selectOption('write');
  await settings.getByRole('combobox', { name: 'Contents', exact: true }).selectOption('write');
  await pressAtGithub(settings, 'Save changes');
  await press(page, 'Look again');
  const accepting = await follow(page, /^Accept it on GitHub/);
  await pressAtGithub(accepting, 'Accept new permissions');
  await press(page, 'Look again');

  await seeText(page, 'Reads labs was granted all that was asked for.');
  await seeText(page, 'yes, with tokens that can only read.');
  await press(page, 'Take it back');
  await seeText(page, 'What Throughline may do for labs is taken back.');
  await page.getByRole('link', { name: 'Overview', exact: true }).click();
  await seeText(page, 'Read labs, and nothing else.');
  admin.expectQuiet();
});
