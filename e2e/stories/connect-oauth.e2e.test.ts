import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { giveHost, setUp, testToken } from '../testing/acts.ts';
import { readFailure, seeHeading, seeRow, seeText } from '../testing/read-page.ts';
import { startWorld } from '../testing/start-github.ts';
import { takePictures } from '../testing/take-pictures.ts';
import { tellStory } from '../testing/tell-story.ts';

const story = tellStory({ startGithub: () => startWorld('connecting', Date.now()) });

/** A page of GitHub's in a browser of somebody else's. */
async function openGithub(path: string, login: string): Promise<Page> {
  const context = await story.browser.newContext({ baseURL: story.github.origin });
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  await page.goto(path);
  await page.getByRole('button', { name: `Sign in as ${login}` }).click();
  return page;
}

const press = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click();

/** The window that a press of the button opens. */
async function leave(page: Page): Promise<Page> {
  const opening = page.waitForEvent('popup');
  await press(page, 'Sign in with GitHub');
  return opening;
}

async function lookAgain(page: Page, organisation = ''): Promise<void> {
  await page.getByLabel('An organisation that is missing here').fill(organisation);
  const answered = page.waitForResponse((response) => response.url().endsWith('/look-again'));
  await press(page, 'Look again');
  await answered;
}

const chooseWay = (page: Page, name: string): Promise<void> => page.getByRole('radio', { name }).check();

test('an OAuth app is known here once GitHub knows its id and secret', async () => {
  const { admin, github, product } = story;
  const { page } = admin;
  for (const organisation of ['acme', 'labs'])
    await github.control('policies', { organisation, restrictsOauthApps: true });
  // as: the emulator's own description of an app
  const app = (await github.control('oauth-apps', {
    name: 'Throughline',
    callbackUrls: [`${product.origin}/github/return`],
  })) as { clientId: string; clientSecret: string };
  await setUp(page, product.setupPath);
  await page.getByRole('link', { name: 'Connect GitHub' }).click();
  await giveHost(page, github.origin);
  await chooseWay(page, 'OAuth app');
  await seeText(page, `${product.origin}/github/return`);
  await takePictures(page, 'oauth-1-register');

  await page.getByLabel('Client ID').fill(app.clientId);
  await page.getByLabel('Client secret').fill('x'.repeat(40));
  await press(page, 'Register the app');
  expect(await readFailure(page)).toContain('does not know this client ID with this secret');
  expect(admin.takeRefusals()).toEqual(['422 POST /api/oauth-apps']);
  await page.getByLabel('Client secret').fill(app.clientSecret);
  await press(page, 'Register the app');

  await seeText(page, 'GitHub will ask you to allow:');
  await takePictures(page, 'oauth-2-sign-in');
  admin.expectQuiet();
});

test('who cancels at GitHub has changed nothing, in either window', async () => {
  const { page } = story.admin;

  const window = await leave(page);
  await press(window, 'Sign in as bob');
  await press(window, 'Cancel');

  await seeText(page, 'Access was not given, so nothing was changed.');
  await seeText(window, 'Access was not given, so nothing was changed.');
  await takePictures(page, 'oauth-3-cancelled');
  await window.close();
  story.admin.expectQuiet();
});

test('a member asks for an organisation, and reads what GitHub does not tell', async () => {
  const { page } = story.admin;

  const window = await leave(page);
  await press(window, 'Request acme');
  const closed = window.waitForEvent('close');
  await press(window, 'Authorize Throughline');
  await closed;

  await seeText(page, 'Successfully connected via bob.');
  await takePictures(page, 'oauth-4-found');
  await press(page, 'Continue');
  await lookAgain(page, 'acme');
  await seeText(page, /has not let this app in\. GitHub doesn’t tell whether/);
  await takePictures(page, 'oauth-5-not-let-in');
  story.admin.expectQuiet();
});

test('once its owner has let the app in, it can be connected with the same sign-in', async () => {
  const { page } = story.admin;
  const owner = await openGithub('/organizations/acme/settings/oauth_application_policy', 'ada');
  await press(owner, 'Deny Throughline');
  await lookAgain(page);
  await seeText(page, /or it was denied/);

  await press(owner, 'Grant Throughline');
  await lookAgain(page);

  await page.getByRole('checkbox', { name: 'acme', checked: true }).waitFor();
  await seeText(page, 'you are a member · 2 repositories seen, 1 of them private');
  await takePictures(page, 'oauth-6-let-in');
  await owner.context().close();
  story.admin.expectQuiet();
});

test('where windows are blocked, this one goes to GitHub and comes back to the wizard', async () => {
  const { github } = story;
  const visitor = await story.welcome();
  const { page } = visitor;
  // The session here alone: at GitHub it is somebody else's browser.
  const cookies = await story.admin.page.context().cookies(story.product.origin);
  await page.context().addCookies(cookies.filter(({ name }) => name.startsWith('throughline')));
  await page.addInitScript(() => {
    window.open = () => null;
  });
  await page.goto('/settings/github/new');
  await giveHost(page, github.origin);
  await chooseWay(page, 'OAuth app');

  await press(page, 'Sign in with GitHub');
  await seeText(page, 'Your browser opens no window for this page.');
  await takePictures(page, 'oauth-7-blocked');
  await press(page, 'Continue in this window');
  await press(page, 'Sign in as ada');
  await press(page, 'Grant labs');
  await press(page, 'Authorize Throughline');

  await seeText(page, 'Successfully connected via ada.');
  await press(page, 'Continue');
  await page.getByRole('checkbox', { name: 'labs' }).waitFor();
  expect(visitor.faults.filter((fault) => !fault.includes(github.origin))).toEqual([]);
});

test('from the sign-in to a number', async () => {
  const { page } = story.admin;

  await press(page, 'Continue');
  await page.getByRole('button', { name: /^Continue with \d/ }).click();
  await press(page, 'Start');

  await page.waitForURL('/sync');
  await seeRow(page, 'acme/api', '5');
  await page.getByRole('link', { name: 'Pull requests' }).click();
  await seeText(page, /^7 pull requests\.$/);
  await page.goto('/settings/github/acme');
  await seeHeading(page, 'acme');
  await seeText(page, /OAuth sign-in/);
  story.admin.expectQuiet();
});

test('a fine-grained token that waits for its owner connects once it is approved', async () => {
  const { page } = story.admin;
  const { github } = story;
  const asked = new URLSearchParams({ name: 'Throughline', target_name: 'labs' });
  for (const name of ['pull_requests', 'issues', 'contents', 'members']) asked.set(name, 'read');
  const member = await openGithub(`/settings/personal-access-tokens/new?${asked.toString()}`, 'bob');
  await member.getByRole('radio', { name: 'All repositories' }).check();
  await press(member, 'Generate token');
  const token = await member.getByLabel('Personal access token').inputValue();

  await page.goto('/settings/github/new');
  await giveHost(page, github.origin);
  await chooseWay(page, 'Personal access token');
  await testToken(page, token);
  await press(page, 'Continue');
  await lookAgain(page, 'labs');
  await seeText(page, /waits for an owner’s approval/);
  await takePictures(page, 'oauth-8-token-waits');
  const owner = await openGithub('/organizations/labs/settings/personal-access-token-requests', 'ada');
  await owner.getByRole('link', { name: /Throughline/ }).click();
  await press(owner, 'Approve');
  await lookAgain(page);
  await page.getByRole('checkbox', { name: 'labs', checked: true }).waitFor();
  await takePictures(page, 'oauth-9-token-approved');
  await press(page, 'Continue');
  await page.getByRole('button', { name: /^Continue with \d/ }).click();
  await press(page, 'Start');

  await page.waitForURL('/sync');
  await seeRow(page, 'labs/lab', '3');
  await member.context().close();
  await owner.context().close();
  story.admin.expectQuiet();
});
