import { listRepositoryRows } from '@throughline/contract';
import { expect, test } from 'vitest';
import { expectAccessible } from '../testing/find-violations.ts';
import { readFocus, tabTo } from '../testing/keyboard.ts';
import { addLinkedPerson, addUser, connectByApi, setUpByApi } from '../testing/prepare-workspace.ts';
import { seeAllLoaded, seeHeading, seeText } from '../testing/read-page.ts';
import { startWorld } from '../testing/start-github.ts';
import { tellStory } from '../testing/tell-story.ts';

// Finding anything: by words, number, name and address, from the palette, the page of search and what one pastes.
const member = { name: 'Mel Member', email: 'mel@acme.example', password: 'seven quiet rivers run' };
let repository = '';
const story = tellStory({
  startGithub: () => startWorld('acme', Date.now()),
  prepare: async ({ product, github }) => {
    const reader = await setUpByApi(product);
    await connectByApi(reader, github, 'acme');
    await addLinkedPerson(reader, { name: 'Bob Barker', email: 'bob@acme.example', login: 'bob' });
    await addUser(reader, member, 'member');
    const { repositories } = await reader.call(listRepositoryRows, { query: { q: 'acme/api' } });
    repository = repositories[0]?.path ?? '';
    return reader;
  },
});

const openPalette = async () => {
  await story.admin.page.keyboard.press('Control+k');
  const field = story.admin.page.getByRole('combobox', { name: 'Find or do anything' });
  await field.waitFor();
  return field;
};

test('the palette opens by key from anywhere, and finds a pull request by words of its title', async () => {
  const { page } = story.admin;
  await page.goto('/people');
  await seeHeading(page, 'People');

  const field = await openPalette();
  await expectAccessible(page);
  await field.fill('queue name');
  const hit = page.getByRole('option', { name: /Name the queue, part/ }).first();
  await hit.waitFor();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await page.getByRole('combobox', { name: 'Find or do anything' }).waitFor({ state: 'detached' });
  await tabTo(page, /^Jump to/);
  await page.keyboard.press('Enter');
  await page.getByRole('combobox', { name: 'Find or do anything' }).waitFor();
  await page.keyboard.press('Escape');

  await expect.poll(() => readFocus(page)).toMatchObject({ name: expect.stringMatching(/^Jump to/) });
});

test('it opens people, repositories and addresses, and forgets nothing that was open', async () => {
  const { page } = story.admin;
  await (await openPalette()).fill('@bob');
  await page.getByRole('option', { name: /Bob Barker/ }).waitFor();
  await page.keyboard.press('Enter');
  await seeHeading(page, 'Bob Barker');
  await page.waitForTimeout(1_700);

  await (await openPalette()).fill(`${story.github.origin}/acme/api/pulls?q=is%3Aopen`);
  await page.getByRole('option', { name: 'Pull requests of acme/api' }).waitFor();
  await page.keyboard.press('Enter');
  await seeHeading(page, 'Pull requests');

  await openPalette();
  await page.getByRole('option', { name: 'Bob Barker' }).waitFor();
  await page.keyboard.press('Escape');
});

test('it leads to what lies beneath the navigation, as to users, keys and the audit log', async () => {
  const { page } = story.admin;
  for (const [typed, heading] of [
    ['users', 'Users'],
    ['api keys', 'API keys'],
    ['audit', 'Audit log'],
  ] as const) {
    await (await openPalette()).fill(typed);
    await page.getByRole('option', { name: `Settings: ${heading}` }).click();
    await seeHeading(page, heading);
  }
});

test('it does what pages offer: commands by name, with their keys', async () => {
  const { page } = story.admin;
  await (await openPalette()).fill('>compact');
  await page.getByRole('option', { name: 'Make rows compact' }).waitFor();
  await page.keyboard.press('Enter');

  await expect.poll(() => page.evaluate(() => document.documentElement.dataset['rows'])).toBe('compact');
  await page.reload();
  expect(await page.evaluate(() => document.documentElement.dataset['rows'])).toBe('compact');
});

test('whatever a page offers by a button is in the palette by its name', async () => {
  const { page } = story.admin;
  await page.goto('/sync');
  await seeHeading(page, 'Sync');
  await page.getByRole('button', { name: 'Plan a backfill' }).waitFor();

  await (await openPalette()).fill('backfill');
  await page.getByRole('option', { name: 'Plan a backfill' }).click();

  await page.getByRole('dialog').waitFor();
  await seeText(page, 'Everything again');
  await page.keyboard.press('Escape');
});

test('the keys of a page are one key away, and closing them gives the focus back', async () => {
  const { page } = story.admin;
  await page.goto('/repositories');
  await seeHeading(page, 'Repositories');
  await seeAllLoaded(page);
  await page.keyboard.press('j');
  const first = await readFocus(page);
  await page.keyboard.press('?');

  await page.getByRole('dialog', { name: 'Keys of this page' }).waitFor();
  await seeText(page, 'Next row');
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  expect(first.name).toMatch(/^acme\//);
  await expect.poll(() => readFocus(page)).toMatchObject({ name: first.name, isSeen: true });
  await page.keyboard.press('j');
  expect((await readFocus(page)).name).not.toBe(first.name);
  await page.keyboard.press('k');
  expect((await readFocus(page)).name).toBe(first.name);
});

test('a repository has its page, and every figure on it its rows', async () => {
  const { page } = story.admin;
  await page.goto(repository);
  await seeHeading(page, 'acme/api');
  const figure = page.getByRole('link', { name: /\d+ pull requests/ }).last();
  const count = Number(/\d+/.exec((await figure.textContent()) ?? '')?.[0]);

  await figure.click();

  await seeHeading(page, 'Pull requests');
  await seeText(page, new RegExp(`^${count} pull request`));
});

test('any address at GitHub behind /gh/ opens what it names, or says why it can’t', async () => {
  const { page } = story.admin;
  await page.goto(`/gh/${story.github.origin}/acme/api/tree/main/src?x=1`);
  await seeHeading(page, 'acme/api');
  await page.goto('/gh/acme/api');
  await seeHeading(page, 'acme/api');
  await page.goto('/gh/acme/api/wiki');
  await seeHeading(page, 'This address leads nowhere here');
  await seeText(page, /no page about wiki/);
  await page.goto('/gh/https://github.com/notifications');
  await seeText(page, /a page of GitHub itself/);
  story.admin.takeRefusals();
  story.admin.expectQuiet();
});

test('who sees no repository learns of none: a hidden one reads like one that does not exist', async () => {
  const visitor = await story.welcome();
  const { page } = visitor;
  await page.goto('/signin');
  await page.getByLabel('E-mail address').fill(member.email);
  await page.getByLabel('Password').fill(member.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await seeHeading(page, 'Home');
  const read = async (name: string) => {
    await page.goto(`/gh/acme/${name}/pull/1`);
    await seeHeading(page, 'This address leads nowhere here');
    const text = await page.locator('[data-nothing-here] p').textContent();
    return text?.replaceAll(`acme/${name}`, '…');
  };

  expect(await read('api')).toBe(await read('no-such'));
  await page.goto('/search?q=queue');
  await seeText(page, 'Nothing that you can see has “queue” in it.');
  expect(visitor.faults).toEqual([]);
});
