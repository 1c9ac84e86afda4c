import { expect, test } from 'vitest';
import type { ApiReader } from '../api-reader.ts';
import { addLinkedPerson, addUser, connectByApi, setUpByApi } from '../testing/prepare-workspace.ts';
import { readFailure, seeHeading, seeRow, seeText, toFirstNumber } from '../testing/read-page.ts';
import { startWorld } from '../testing/start-github.ts';
import { tellStory } from '../testing/tell-story.ts';

const readers: ApiReader[] = [];
const story = tellStory({
  startGithub: () => startWorld('acme', Date.now()),
  prepare: async ({ product, github }) => {
    const reader = await setUpByApi(product);
    await connectByApi(reader, github, 'acme');
    await addLinkedPerson(reader, { name: 'Bob Barker', email: 'bob@acme.example', login: 'bob' });
    await addLinkedPerson(reader, { name: 'Ada Novak', email: 'ada@acme.example', login: 'ada' });
    readers.push(reader);
    return reader;
  },
});

test('teams are taken from GitHub, nested as there, and say who has no person yet', async () => {
  const { page } = story.admin;
  await page.goto('/teams');
  await seeText(page, 'There are no teams yet.');

  await page.getByRole('link', { name: 'Take from GitHub' }).first().click();
  await seeHeading(page, 'Take teams from GitHub');
  await page.getByRole('button', { name: 'Pick all' }).click();
  await page.getByRole('button', { name: 'Take 2 teams' }).click();

  await seeHeading(page, 'Teams');
  await seeRow(page, 'platform', 'Bob Barker', '2 people');
  await page.getByRole('link', { name: 'platform' }).first().click();
  await page.getByRole('link', { name: 'Members', exact: true }).click();
  await seeText(page, '2 contributors today.');
  await seeText(page, /1 member has no person yet: @cyd/);
  story.admin.expectQuiet();
});

test('a team’s week is a sentence and numbers, each of which opens exactly its rows', async () => {
  const { page } = story.admin;
  await page.getByRole('link', { name: 'Week', exact: true }).click();
  await page.getByRole('link', { name: /^◂ week/ }).click();
  await seeText(page, /pull requests landed/);
  const week = page.url();

  for (const [name, list] of [
    ['Merged', 'Pull requests'],
    ['Reviews given', 'Reviews given'],
  ] as const) {
    await page.goto(week);
    const figure = page
      .getByRole('button', { name: `What ${name} counts` })
      .locator('xpath=ancestor::div[2]');
    const shown = figure.getByRole('link');
    const value = toFirstNumber(await shown.textContent());
    await shown.click();
    await seeHeading(page, list);
    await seeText(page, new RegExp(`^${value} `));
    expect(value).toBeGreaterThan(0);
  }
  story.admin.expectQuiet();
});

test('the week is copied as Markdown', async () => {
  const { page } = story.admin;
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/teams/platform');

  await page.getByRole('button', { name: 'Copy as Markdown' }).click();

  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toMatch(/^## platform, week \d+ of \d{4}\n[^]*- Merged: \d+ · opened \d+ · open now \d+\n/);
  story.admin.expectQuiet();
});

test('somebody is added by hand, ended on a day, and that is undone', async () => {
  const { page } = story.admin;
  await page.goto('/teams/new');
  await page.getByLabel('Name', { exact: true }).fill('Payments');
  await page.getByLabel('Part of').selectOption({ label: 'engineering' });
  await page.getByRole('button', { name: 'Make team' }).click();
  await seeText(page, 'Nobody is in this team today.');

  await page.getByRole('button', { name: 'Add people' }).click();
  await page.getByLabel('From', { exact: true }).fill('2026-01-01');
  await page.getByRole('searchbox', { name: 'Find people by name or login' }).fill('ada');
  await page.getByRole('button', { name: 'Add Ada Novak' }).click();
  await seeText(page, 'is in the team');
  await page.keyboard.press('Escape');
  await seeRow(page, 'Ada Novak', 'since 1 Jan 2026');

  await page.getByRole('button', { name: 'Change Ada Novak' }).click();
  await page.getByRole('radio', { name: 'End their membership on a day' }).check();
  await page.getByLabel('Last day').fill('2026-03-31');
  await page.getByRole('button', { name: 'End membership' }).click();
  await seeRow(page, 'Ada Novak', '1 Jan 2026 to 31 Mar 2026');
  await page.getByRole('button', { name: 'Undo' }).click();

  await seeRow(page, 'Ada Novak', 'since 1 Jan 2026');
  story.admin.expectQuiet();
});

test('a circle is refused with a sentence that names it', async () => {
  const { page } = story.admin;
  await page.goto('/teams/engineering/settings');
  await page.getByLabel('Part of').selectOption({ label: '\u2003Payments' });

  await page.getByRole('button', { name: 'Save team' }).click();

  expect(await readFailure(page)).toBe(
    'Teams can’t go round in a circle: engineering would be part of Payments, which is part of engineering. Choose another team, or none.',
  );
  expect(story.admin.takeRefusals()).toEqual([expect.stringMatching(/^409 PATCH .api.teams.engineering$/)]);
});

test('a file shows what each row does, and is taken whole or not at all', async () => {
  const { page } = story.admin;
  const right = 'team,parent,person,part,from\nCheckout,Payments,bob@acme.example,viewer,2026-02-01\n';
  await page.goto('/teams/import');
  await page.getByLabel('Or its text').fill(`${right}Checkout,,nobody@acme.example,,\n`);
  await page.getByRole('button', { name: 'Preview rows' }).click();
  await seeText(page, '1 row can’t be taken.');
  await seeRow(page, '3', 'Nobody here is called nobody@acme.example');

  await page.getByLabel('Or its text').fill(right);
  await page.getByRole('button', { name: 'Preview rows' }).click();
  await seeRow(page, '2', 'Makes the team Checkout.');
  await page.getByRole('button', { name: 'Import 1 row' }).click();

  await seeText(page, '1 team made and 1 membership changed.');
  await page.getByRole('link', { name: 'See the teams' }).click();
  await seeRow(page, 'Checkout', 'nobody');
  story.admin.expectQuiet();
});

test('a team is deleted by typing its name; those below move up', async () => {
  const { page } = story.admin;
  await page.goto('/teams/payments/settings');
  await page.getByRole('button', { name: 'Delete team' }).click();
  const dialog = page.getByRole('alertdialog');
  await dialog.getByText('Checkout then belongs to engineering.').waitFor();
  await dialog.getByLabel('Type Payments').fill('Payments');

  await dialog.getByRole('button', { name: 'Delete team' }).click();

  await seeHeading(page, 'Teams');
  await expect.poll(() => page.getByRole('link', { name: 'Payments' }).count()).toBe(0);
  story.admin.expectQuiet();
});

test('a member sees teams with who is in them, and can change none', async () => {
  const [reader] = readers;
  if (reader === undefined) throw new Error('The story has no reader.');
  const cyd = { name: 'Cyd Öz', email: 'cyd@acme.example', password: 'seven quiet rivers run' };
  const joined = await addUser(reader, cyd, 'member');
  const visitor = await story.welcome();
  await visitor.page.context().addCookies([...joined.cookies()]);

  await visitor.page.goto('/teams/platform/members');
  await seeRow(visitor.page, 'Bob Barker', 'lead');
  const buttons = await visitor.page.getByRole('button', { name: /^(Add people|Change)/ }).count();
  await visitor.page.goto('/teams/platform');
  await seeText(visitor.page, 'No repository was granted to you, so it is not known how the week went.');

  expect(buttons).toBe(0);
  visitor.expectQuiet();
});
