import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { giveHost, setUp } from '../testing/acts.ts';
import { checkoutFolder } from '../testing/checkout-folder.ts';
import { readFailure, seeHeading, seeText } from '../testing/read-page.ts';
import { startWorld } from '../testing/start-github.ts';
import { startProgram } from '../testing/start-program.ts';
import { takePictures } from '../testing/take-pictures.ts';
import { tellStory } from '../testing/tell-story.ts';
import type { Visitor } from '../testing/visitor.ts';

const provider = startProgram(
  join(checkoutFolder, 'apps/server/src/access/testing/serve-provider.ts'),
  [],
  {},
);
const [, issuer = ''] = await provider.waitFor(/^issuer (http:\S+)/m);
const [, clientId = '', clientSecret = ''] = await provider.waitFor(/^client (\S+) (\S+)/m);
afterAll(() => provider[Symbol.asyncDispose]());

const story = tellStory({ startGithub: () => startWorld('acme', Date.now()), otherHosts: [issuer] });

const press = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click();

/** Where people sign in is elsewhere, and they went there themselves; nothing else may be asked of elsewhere. */
function expectOnlySignIn({ faults, takeRefusals }: Visitor, refusals: readonly string[] = []): void {
  const places = [issuer, story.github.origin].map((origin) => `request to elsewhere: ${origin}/`);
  const others = faults.filter((fault) => !places.some((place) => fault.startsWith(place)));
  expect({ others, refusals: takeRefusals() }).toEqual({ others: [], refusals });
}

test('one connects one’s own GitHub account by the app that is registered', async () => {
  const { admin, github, product } = story;
  const { page } = admin;
  // as: the emulator's own description of an app
  const app = (await github.control('oauth-apps', {
    name: 'Throughline',
    callbackUrls: [`${product.origin}/github/return`],
  })) as { clientId: string; clientSecret: string };
  await setUp(page, product.setupPath);
  await page.goto('/settings/me');
  await seeText(page, /No app of yours is registered at GitHub yet/);
  await takePictures(page, 'own-1-no-app');
  await page.goto('/settings/github/new');
  await giveHost(page, github.origin);
  await page.getByRole('radio', { name: 'OAuth app' }).check();
  await page.getByLabel('Client ID').fill(app.clientId);
  await page.getByLabel('Client secret').fill(app.clientSecret);
  await press(page, 'Register the app');
  await seeText(page, 'GitHub will ask you to allow:');

  await page.goto('/');
  await page.getByRole('link', { name: 'Connect GitHub account' }).click();
  await seeText(page, /You sign in at GitHub once/);
  await takePictures(page, 'own-2-connect');
  const opening = page.waitForEvent('popup');
  await press(page, /^Connect GitHub account on /);
  const window = await opening;
  await press(window, 'Sign in as bob');
  const closed = window.waitForEvent('close');
  await press(window, 'Authorize Throughline');
  await closed;

  await seeText(page, '@bob is connected and proven to be yours.');
  await seeText(page, 'Who you are (read:user)');
  await takePictures(page, 'own-3-connected');
  admin.expectQuiet();
});

test('the account makes who connected it a person, and says why it is theirs', async () => {
  const { page } = story.admin;

  await press(page, 'Make this my person');
  await seeText(page, 'You are Ines Admin among the people now.');
  await page.getByRole('link', { name: 'Ines Admin', exact: true }).click();
  await seeHeading(page, 'Ines Admin');
  await page.goto('/people/me/accounts');

  await seeText(page, 'Signed in at GitHub as @bob: the account is proven to be theirs.');
  await takePictures(page, 'own-4-evidence');
  story.admin.expectQuiet();
});

test('an administrator lets people in by GitHub and by single sign-on, and tries it first', async () => {
  const { page } = story.admin;
  await page.goto('/settings/sign-in');
  const allowed = page.getByRole('checkbox', { name: /^Accounts on / });
  const refusal = { code: 'unavailable', message: 'The database is away. Try again.' };
  await page.route('**/api/settings/sign-in/github/*', async (route) => {
    await allowed.and(page.locator(':checked')).waitFor();
    await route.fulfill({ status: 503, json: refusal });
  });
  await allowed.click();
  await seeText(page, refusal.message);
  await allowed.and(page.locator(':not(:checked)')).waitFor();
  await page.unroute('**/api/settings/sign-in/github/*');
  expect(story.admin.takeRefusals()).toHaveLength(1);
  await allowed.check();
  await seeText(page, 'Sign in with GitHub is saved.');
  await page.getByLabel('Name on the button').fill('Example');
  await page.getByLabel('Issuer').fill(issuer);
  await page.getByLabel('Client id').fill(clientId);
  await page.getByLabel('Client secret').fill(clientSecret);
  await page.getByLabel('Domains whose users may come uninvited').fill('example.com');
  await page.getByLabel('Groups claim').fill('groups');
  await page.getByLabel('Groups of managers').fill('leads, architects');
  await press(page, 'Save single sign-on');
  await seeText(page, 'Single sign-on is saved.');
  await takePictures(page, 'own-5-settings');

  await press(page, 'Try it');
  await press(page, 'Continue as grace');

  await seeText(page, 'Single sign-on works. This was a trial, and nothing was changed.');
  await seeText(page, /this sign-in would make a new user/);
  await takePictures(page, 'own-6-tried');
  expectOnlySignIn(story.admin);
});

test('somebody signs in with GitHub and is where they wanted to be', async () => {
  await using visitor = await story.welcome();
  const { page } = visitor;
  await page.goto('/people?state=all');
  await page.getByRole('button', { name: /^Sign in with GitHub/ }).waitFor();
  await takePictures(page, 'own-7-sign-in');

  await press(page, /^Sign in with GitHub/);
  await press(page, 'Sign in as bob');

  await seeHeading(page, 'People');
  expect(new URL(page.url()).search).toBe('?state=all');
  await page.getByRole('button', { name: 'Ines Admin, your menu' }).waitFor();
  expectOnlySignIn(visitor);
});

test('somebody of the provider gets in with the role of their groups, and signs out there too', async () => {
  await using visitor = await story.welcome();
  const { page } = visitor;
  await page.goto('/teams');

  await press(page, 'Sign in with Example');
  await press(page, 'Continue as grace');

  await seeHeading(page, 'Teams');
  await page.getByRole('button', { name: 'Grace Example, your menu' }).click();
  await seeText(page, 'grace@example.com, manager');
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await seeHeading(page, 'Sign in to Throughline');
  expectOnlySignIn(visitor);
});

/** Whether the page, come back to, has noticed that its session has ended. */
async function lookBack(page: Page, dialog: Locator): Promise<boolean> {
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })));
  return dialog.isVisible();
}

test('whose session ends gets back in by GitHub or single sign-on, over the page, and keeps what was typed', async () => {
  for (const [way, atOther, name] of [
    [/^Sign in with GitHub/, 'Sign in as bob', 'Ines Admin'],
    ['Sign in with Example', 'Continue as grace', 'Grace Example'],
  ] as const) {
    await using visitor = await story.welcome();
    const { page } = visitor;
    await page.goto('/people/new');
    await press(page, way);
    await press(page, atOther);
    await page.getByLabel('Name', { exact: true }).fill('Half a name');
    await page.context().clearCookies({ name: /throughline/ });
    const dialog = page.getByRole('dialog', { name: 'Your session has ended' });
    await expect.poll(() => lookBack(page, dialog), { interval: 500, timeout: 40_000 }).toBe(true);
    await dialog.getByRole('button', { name: way }).waitFor();
    await takePictures(page, name === 'Ines Admin' ? 'own-10-session-ended' : 'own-11-session-ended-sso');

    const opening = page.waitForEvent('popup');
    await dialog.getByRole('button', { name: way }).click();
    const window = await opening;
    const closed = window.waitForEvent('close');
    await press(window, atOther).catch(() => undefined);
    await closed;

    await dialog.waitFor({ state: 'detached' });
    expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('Half a name');
    await page.getByRole('button', { name: `${name}, your menu` }).waitFor();
    visitor.takeRefusals();
    expectOnlySignIn(visitor);
  }
}, 150_000);

test('an address of somebody here opens nothing, and the provider’s word is not shown as ours', async () => {
  await using visitor = await story.welcome();
  const { page } = visitor;
  await page.goto('/signin');

  await press(page, 'Sign in with Example');
  await press(page, 'Continue as mallory');

  expect(await readFailure(page)).toContain('Nobody here signs in with this account.');
  await takePictures(page, 'own-8-refused');
  expectOnlySignIn(visitor, ['401 POST /api/sign-in/provider']);
});

test('removed behind one warning, the account signs nobody in and stays linked', async () => {
  const { page } = story.admin;
  await page.goto('/settings/me');
  await press(page, 'Remove the connection of @bob');
  await seeText(page, /is revoked on .* and wiped here/);
  await takePictures(page, 'own-9-warning');

  await press(page, 'Yes, remove connection');

  await seeText(page, 'The connection of @bob is removed.');
  await page.getByRole('button', { name: /^Connect GitHub account on / }).waitFor();
  await page.goto('/people/me/accounts');
  await seeText(page, 'Signed in at GitHub as @bob: the account is proven to be theirs.');
  await using visitor = await story.welcome();
  await visitor.page.goto('/signin');
  await press(visitor.page, /^Sign in with GitHub/);
  await press(visitor.page, 'Sign in as bob');
  await press(visitor.page, 'Authorize Throughline');
  expect(await readFailure(visitor.page)).toContain('Nobody here signs in with this account.');
  expectOnlySignIn(visitor, ['401 POST /api/sign-in/github']);
  expectOnlySignIn(story.admin);
});
