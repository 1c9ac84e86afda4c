import { expect, test } from 'vitest';
import { expectAccessible } from '../testing/find-violations.ts';
import { addLinkedPerson, connectByApi, setUpByApi } from '../testing/prepare-workspace.ts';
import { seeAllLoaded, seeHeading, seeRow, seeRowCount, seeText } from '../testing/read-page.ts';
import { startWorld } from '../testing/start-github.ts';
import { tellStory } from '../testing/tell-story.ts';

// From the list of pull requests, filtered as at GitHub, into one of them, and out of figures and back.
const story = tellStory({
  startGithub: () => startWorld('acme', Date.now()),
  prepare: async ({ product, github }) => {
    const reader = await setUpByApi(product);
    await connectByApi(reader, github, 'acme');
    await addLinkedPerson(reader, { name: 'Bob Barker', email: 'bob@acme.example', login: 'bob' });
    return reader;
  },
});

test('filters the list as one writes it at GitHub, in the address', async () => {
  const { page } = story.admin;
  await page.goto('/pulls');
  await seeHeading(page, 'Pull requests');
  await seeText(page, /^127 pull requests\./);

  await page.keyboard.press('/');
  await page.keyboard.type('is:merged author:bob-barker -label:payouts milestone:v1');
  await page.keyboard.press('Enter');

  await expect
    .poll(() => new URL(page.url()).search)
    .toBe('?author=bob-barker&label=-payouts&state=merged&milestone=v1');
  await seeText(page, 'not label: payouts');
  await seeText(page, /not understood, ignored/);
  expect(await page.locator('s', { hasText: 'milestone: v1' }).count()).toBe(1);
  await expectAccessible(page);
  story.admin.expectQuiet();
});

test('adds filters from a menu, by keyboard alone, as if they were typed', async () => {
  const { page } = story.admin;
  await page.goto('/pulls?state=closed');
  await seeText(page, /1 to \d+ of \d+/);

  await page.keyboard.press('f');
  await page.getByRole('dialog', { name: 'Add a filter' }).waitFor();
  await expectAccessible(page);
  await page.keyboard.type('who wrote it');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Filter: author' }).waitFor();
  await page.keyboard.type('bob');
  await page
    .getByRole('dialog')
    .getByRole('option', { name: /Bob Barker/ })
    .waitFor();
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect.poll(() => new URL(page.url()).search).toBe('?author=bob-barker&state=closed');
  await page
    .getByRole('dialog')
    .getByRole('option', { name: /Bob Barker.*chosen/ })
    .waitFor();

  await page.getByRole('dialog').getByRole('button', { name: 'All filters' }).click();
  await page
    .getByRole('dialog')
    .getByRole('option', { name: /^Label/ })
    .click();
  await page.getByRole('dialog').getByRole('option', { name: 'payouts' }).waitFor();
  await page.getByRole('button', { name: 'is not' }).click();
  await page.getByRole('dialog').getByRole('option', { name: 'payouts' }).click();
  await page.keyboard.press('Escape');

  await expect.poll(() => new URL(page.url()).search).toBe('?author=bob-barker&label=-payouts&state=closed');
  expect(await page.getByLabel('Filter pull requests').inputValue()).toBe(
    'state:closed author:bob-barker -label:payouts',
  );
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Filter');
  story.admin.expectQuiet();
});

test('adds filters on a narrow screen, where the menu fills it', async () => {
  const { page } = await story.welcome({ viewport: { width: 390, height: 844 } });
  await page.context().addCookies(await story.admin.page.context().cookies());
  await page.goto('/pulls');
  await page.getByRole('button', { name: 'Filter', exact: true }).click();

  await page
    .getByRole('dialog')
    .getByRole('option', { name: /^Repository/ })
    .click();
  await page.getByRole('dialog').getByRole('option', { name: 'acme/web', exact: true }).click();

  await expect.poll(() => new URL(page.url()).search).toBe('?repo=acme/web');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Close' }).click();
  await seeText(page, 'repo: acme/web');
});

test('copies a link whose relative period is held to its days', async () => {
  const { page } = story.admin;
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/pulls?author=bob-barker&period=last-30-days');
  await page.getByRole('button', { name: 'Copy link' }).click();

  await page.getByRole('menuitem', { name: /With today’s dates/ }).click();

  await seeText(page, 'The link with today’s dates is copied.');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(/\/pulls\?author=bob-barker&period=\d{4}-\d\d-\d\d\.\.\d{4}-\d\d-\d\d$/);
  await page.goto(copied);
  await seeText(page, /period: \d{4}-\d\d-\d\d\.\./);
  await page.getByRole('button', { name: 'Copy link' }).click();
  await seeText(page, 'The link is copied.');
  story.admin.expectQuiet();
});

test('counts in its states exactly what it then lists', async () => {
  const { page } = story.admin;
  await page.goto('/pulls?repo=acme/web');
  const states = page.getByRole('navigation', { name: 'States' });
  await seeText(page, /^Closed 1$/);

  await states.getByRole('link', { name: 'Closed 1' }).click();

  await seeRowCount(page, 'Pull requests', 1);
  await seeRow(page, 'Closed without a merge');
  await seeText(page, '1 to 1 of 1');
  story.admin.expectQuiet();
});

test('looks into one by keyboard alone, beside the list', async () => {
  const { page } = story.admin;
  await page.goto('/pulls?repo=acme/api');
  await seeRow(page, 'acme/api #120');
  await page.keyboard.press('j');
  await page.keyboard.press(' ');

  await seeText(page, /from first commit to merge/);
  expect(new URL(page.url()).searchParams.get('peek')).toMatch(/\/acme\/api\/120$/);
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect.poll(() => new URL(page.url()).searchParams.has('peek')).toBe(false);
  story.admin.expectQuiet();
});

test('scrolls through all of them without asking for pages', async () => {
  const { page } = story.admin;
  await page.goto('/pulls');
  await seeText(page, /1 to \d+ of 127/);
  await expect
    .poll(async () => {
      await page.mouse.wheel(0, 4_000);
      return page.getByText('1 to 127 of 127').count();
    })
    .toBe(1);
  story.admin.expectQuiet();
});

test('tells of one pull request where its time went and who answered', async () => {
  const { page } = story.admin;
  await page.goto('/pulls?repo=acme/api&q=%23120');
  await page.getByRole('row').filter({ hasText: '#120' }).getByRole('link').first().click();

  await seeHeading(page, /part 24/);
  await seeText(page, /from first commit to merge/);
  await seeText(page, 'What happened');
  await seeAllLoaded(page);
  await expectAccessible(page);
  story.admin.expectQuiet();
});

test('says in which figures it counts, each leading to rows that have it', async () => {
  const { page } = story.admin;
  const address = page.url();
  await seeText(page, /It counts in \d+ figures/);
  await page.getByText(/^Not in \d+ others?$/).click();
  await seeText(page, 'It is no longer open.');
  await expectAccessible(page);

  await page
    .getByRole('list', { name: 'Figures it counts in' })
    .getByRole('link', { name: 'Cycle time', exact: true })
    .click();

  await seeHeading(page, 'Cycle time');
  await seeRow(page, 'acme/api #120');
  await page.goto(address);
  story.admin.expectQuiet();
});

test('leaves it out of figures with a reason, and undoes that', async () => {
  const { page } = story.admin;
  await page.getByRole('button', { name: 'Exclude with a reason' }).click();
  await page.getByLabel(/^Why\?/).fill('A rehearsal.');
  await page.getByRole('button', { name: 'Exclude from figures' }).click();
  await seeText(page, /Left out of figures\. A rehearsal\./);

  await page.getByRole('button', { name: 'Undo' }).click();

  await seeText(page, /It counts in \d+ figures/);
  story.admin.expectQuiet();
});

test('saves what is filtered as a view, and says what was changed of it', async () => {
  const { page } = story.admin;
  await page.goto('/pulls?state=merged&repo=acme/web');
  await page.getByRole('button', { name: 'Save view' }).click();
  await page.getByLabel('Name of the view').fill('Landed in web');
  await page.locator('form').getByRole('button', { name: 'Save view' }).click();
  await expect.poll(() => new URL(page.url()).searchParams.get('view')).toMatch(/^\d+$/);
  await seeText(page, 'Landed in web');

  await page
    .getByRole('navigation', { name: 'States' })
    .getByRole('link', { name: /^Closed/ })
    .click();
  await seeText(page, /Edited:/);
  await page.getByRole('button', { name: 'Reset' }).click();

  await expect.poll(() => new URL(page.url()).searchParams.get('state')).toBe('merged');
  await page.goto('/views');
  await page.getByRole('button', { name: 'Delete Landed in web' }).click();
  await seeText(page, /No view is saved yet/);
  await page.getByRole('button', { name: 'Undo' }).click();
  await seeRow(page, 'Landed in web');
  await expectAccessible(page);
  story.admin.expectQuiet();
});
