import { afterAll, expect, test } from 'vitest';
import { administrator, giveHost, setUp, testToken } from '../testing/acts.ts';
import { openEachFigure } from '../testing/open-figures.ts';
import { readFailure, seeHeading, seeRow, seeRowCount, seeText } from '../testing/read-page.ts';
import { startWorld } from '../testing/start-github.ts';
import { startOddHosts } from '../testing/start-odd-hosts.ts';
import { tellStory } from '../testing/tell-story.ts';
import { readersZone } from '../testing/visitor.ts';
import { countDoneLately } from '../worlds/acme.ts';

const nowMs = Math.floor(Date.now() / 3_600_000) * 3_600_000;
const odd = await startOddHosts();
const story = tellStory({
  startGithub: () => startWorld('acme', nowMs),
  otherHosts: [odd.html.origin, odd.redirect.origin],
  isFirstStart: true,
});

afterAll(() => odd.close());

test('before anybody has set it up, every page says where the set-up link is', async () => {
  const { admin } = story;
  const { page } = admin;

  await page.goto('/people');

  await seeText(page, 'open the set-up link that Throughline printed');
  admin.expectQuiet();
});

test('a set-up link that was never made says how to get one that works', async () => {
  const { admin } = story;
  const { page } = admin;

  await page.goto(`/setup/${'x'.repeat(43)}`);

  await seeText(page, /Restart Throughline for a new (link|one)/);
  expect(admin.takeRefusals()).toEqual([`404 GET /api/setup/${'x'.repeat(43)}`]);
  admin.expectQuiet();
});

test('the set-up link makes the administrator, once the password is long enough', async () => {
  const { admin } = story;
  const { page } = admin;

  await page.goto(story.product.setupPath);
  await page.getByLabel('Your name').fill(administrator.name);
  await page.getByLabel('E-mail address').fill(administrator.email);
  await page.getByLabel('Password').fill('short');
  await page.getByRole('button', { name: 'Make the account' }).click();
  await seeText(page, 'Use at least 12 characters.');
  await setUp(page, story.product.setupPath);

  await seeHeading(page, 'Welcome. Let’s see your team’s work.');
  await seeText(page, administrator.email);
  admin.expectQuiet();
});

test('the set-up link works once', async () => {
  const stranger = await story.welcome();

  await stranger.page.goto(story.product.setupPath);

  await seeText(stranger.page, 'A set-up link works once.');
  expect(stranger.takeRefusals()).toEqual([`404 GET /api${story.product.setupPath}`]);
  stranger.expectQuiet();
});

test('the wizard says of every address that does not work what is wrong with it and what to do', async () => {
  const { page } = story.admin;
  await page.getByRole('link', { name: 'Connect GitHub' }).click();
  await seeHeading(page, 'Connect GitHub');

  const said: string[] = [];
  for (const address of [
    'http://github.example.com',
    'https://169.254.169.254',
    'https://10.0.0.8',
    'https://no-such-host.invalid',
    odd.html.origin,
    odd.redirect.origin,
  ]) {
    const answered = page.waitForResponse((response) => response.url().endsWith('/api/hosts/check'));
    await giveHost(page, address);
    await answered;
    said.push(await readFailure(page));
  }

  expect(said).toEqual([
    expect.stringContaining('Throughline speaks https only. Write github.com, https://'),
    expect.stringContaining('Throughline never connects there. Check the host’s name.'),
    expect.stringContaining('mark “It lies in our private network”'),
    expect.stringContaining('no-such-host.invalid cannot be reached'),
    expect.stringContaining('is not GitHub. Check the host’s address'),
    expect.stringContaining('a redirect (302)'),
  ]);
  expectRefusedTests(story.admin.takeRefusals());
  story.admin.expectQuiet();
});

test('a token that GitHub does not know, or no longer, says so and what to do', async () => {
  const { admin, github } = story;
  const { page } = admin;
  const add = (token: object) => github.control('tokens', { kind: 'classic', login: 'ada', ...token });
  await add({ value: 'ghp_expired', expiresAt: '2026-01-01T00:00:00Z' });
  await giveHost(page, github.origin);

  const said: string[] = [];
  for (const token of ['ghp_never-made', 'ghp_expired']) {
    await testToken(page, token);
    said.push(await readFailure(page));
  }
  expect(new Set(said)).toEqual(
    new Set([
      expect.stringContaining('GitHub does not accept this token: it is mistyped, expired or revoked.'),
    ]),
  );
  expectRefusedTests(admin.takeRefusals());
  admin.expectQuiet();
});

test('a token without scopes says what each missing one costs', async () => {
  const { admin, github } = story;
  const { page } = admin;
  await github.control('tokens', { kind: 'classic', login: 'ada', value: 'ghp_scopeless', scopes: [] });

  await testToken(page, 'ghp_scopeless');

  await seeText(page, 'Successfully connected via ada.');
  await seeText(page, 'nothing of what is shipped or reviewed in private ones');
  await seeText(page, 'This token shows no organisation.');
  admin.expectQuiet();
});

test('a working token says whose it is, what it may do and how much quota is left', async () => {
  const { admin, github } = story;
  const { page } = admin;

  await testToken(page, github.token);

  await seeText(page, /^Classic token · never ends · scopes repo, read:org/);
  await seeText(page, 'Successfully connected via ada.');
  await seeText(page, 'Throughline never does: to act it asks apart, by an app.');
  admin.expectQuiet();
});

test('one organisation with all its repositories, current and future, is connected', async () => {
  const { admin } = story;
  const { page } = admin;

  await page.getByRole('button', { name: /^Continue$/ }).click();
  await page.getByRole('checkbox', { name: /acme/, checked: true }).waitFor();
  await page.getByRole('button', { name: /^Continue$/ }).click();
  await page.getByRole('button', { name: 'Continue with 3 repositories' }).click();
  await seeText(page, '127 pull requests in 3 repositories');
  await page.getByRole('button', { name: 'Start' }).click();

  await page.waitForURL('/sync');
  await seeText(page, 'acme is connected. Its newest pull requests are read first.');
  admin.expectQuiet();
});

test('reading is followed until everything is here', async () => {
  const { page } = story.admin;

  await seeText(page, /^acme: /);
  await seeRow(page, 'acme/api', '120');
  await seeRow(page, 'acme/web', '7');
  await seeRow(page, 'acme/empty', 'none on GitHub');
  await expect.poll(() => page.getByRole('row', { name: /complete/ }).count(), { timeout: 30_000 }).toBe(2);
  // The files of one pull request may not be read.
  await seeRow(page, 'acme/web', 'read, with gaps');

  expect(await page.getByRole('row', { name: 'acme/attic' }).count()).toBe(0);
  story.admin.expectQuiet();
});

test('the pull requests are here, with what GitHub does not know said as not known', async () => {
  const { page } = story.admin;

  await page.getByRole('link', { name: 'Pull requests' }).click();

  await seeText(page, /^127 pull requests\.$/);
  const unknown = page.getByRole('row', { name: /Its files are too many to count/ });
  await expect.poll(() => unknown.textContent()).toMatch(/Size not known\. This token may not read it\./);
  await page
    .getByRole('row', { name: /Its author is gone/ })
    .getByText('ghost')
    .waitFor();
  await page.getByText('شحن الطلبات <b>not bold</b> & "quoted"').waitFor();
  story.admin.expectQuiet();
});

test('a person is added, and their GitHub account is linked by what speaks for it', async () => {
  const { page } = story.admin;

  await page.getByRole('link', { name: 'People' }).click();
  await page.getByRole('link', { name: 'Add a person' }).click();
  await seeHeading(page, 'Add a person');
  await page.getByLabel('Name', { exact: true }).fill('Bob Barker');
  await page.getByLabel('E-mail address').fill('bob@acme.example');
  await page.getByRole('button', { name: 'Add person' }).click();
  await seeHeading(page, 'Bob Barker: details and accounts');
  await seeText(page, 'GitHub joins commits by bob@acme.example to this account.');
  await page.getByRole('button', { name: 'Link @bob' }).click();

  await seeText(page, '@bob is linked to Bob Barker.');
  await page.getByRole('button', { name: 'Unlink @bob' }).waitFor();
  story.admin.expectQuiet();
});

test('their page shows what they shipped and reviewed, and each figure opens exactly its rows', async () => {
  const { page } = story.admin;
  const { shipped, reviews } = countDoneLately('bob', nowMs, readersZone);

  await page
    .getByRole('navigation', { name: 'Where this page lies' })
    .getByRole('link', { name: 'Bob Barker' })
    .click();
  await seeText(page, `${shipped} pull requests shipped, ${reviews} reviews given`);

  await page
    .getByRole('main')
    .getByRole('link', { name: `Pull requests ${shipped}` })
    .click();
  await seeHeading(page, 'Pull requests');
  await seeText(page, `${shipped} pull requests, the last 30 days`);
  await seeRowCount(page, 'Pull requests', shipped);
  await page.goBack();
  await page
    .getByRole('main')
    .getByRole('link', { name: `${reviews} reviews` })
    .click();
  await seeHeading(page, 'Reviews given');
  await seeRowCount(page, 'Reviews given', reviews);
  await page.getByRole('main').getByRole('link', { name: 'Bob Barker' }).waitFor();
  await page.goBack();
  story.admin.expectQuiet();
});

test('every number of a person’s page leads to as many rows', async () => {
  const { page } = story.admin;

  expect(await openEachFigure(page)).toBeGreaterThan(8);
  story.admin.expectQuiet();
});

/** All that was refused were tests of tokens, as they should be. */
const expectRefusedTests = (refusals: readonly string[]): void =>
  expect(
    refusals.filter((refusal) => !/^(422|502) POST .api.(credentials.test|hosts.check)$/.test(refusal)),
  ).toEqual([]);
