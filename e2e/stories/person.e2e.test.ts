import { readFile } from 'node:fs/promises';
import { listPeople, listRepositories, listUsers, setGrants, updatePerson } from '@throughline/contract';
import { expect, test } from 'vitest';
import { type Account, signIn } from '../testing/acts.ts';
import { openEachFigure } from '../testing/open-figures.ts';
import { addLinkedPerson, addUser, connectByApi, setUpByApi } from '../testing/prepare-workspace.ts';
import { seeHeading, seeRow, seeText } from '../testing/read-page.ts';
import { startWorld } from '../testing/start-github.ts';
import { takePictures } from '../testing/take-pictures.ts';
import { tellStory } from '../testing/tell-story.ts';
import { readersZone, type Visitor } from '../testing/visitor.ts';
import { countDoneLately } from '../worlds/acme.ts';

const bob: Account = { name: 'Bob Barker', email: 'bob@acme.example', password: 'seven quiet rivers run' };
const manager: Account = { name: 'Mia Lead', email: 'mia@acme.example', password: 'eight loud rivers rest' };
const stranger: Account = { name: 'Sam Else', email: 'sam@acme.example', password: 'nine slow rivers walk' };
const nowMs = Date.now();

const story = tellStory({
  startGithub: () => startWorld('acme', nowMs),
  prepare: async ({ product, github }) => {
    const reader = await setUpByApi(product);
    await connectByApi(reader, github, 'acme');
    const slug = await addLinkedPerson(reader, { name: bob.name, email: bob.email, login: 'bob' });
    await addLinkedPerson(reader, { name: 'Cyd Öz', email: 'cyd@acme.example', login: 'cyd' });
    await addUser(reader, bob, 'member');
    await addUser(reader, manager, 'manager');
    await addUser(reader, stranger, 'member');
    const { users } = await reader.call(listUsers);
    const { repositories } = await reader.call(listRepositories);
    const repositoryIds = repositories.map(({ repositoryId }) => repositoryId);
    for (const { userId, email } of users) {
      if (email === bob.email) await reader.call(updatePerson, { params: { slug }, body: { userId } });
      await reader.call(setGrants, { params: { userId }, body: { repositoryIds } });
    }
    expect((await reader.call(listPeople, { query: {} })).total).toBe(2);
    return reader;
  },
});

async function comeIn(account: Account, path: string): Promise<Visitor> {
  const visitor = await story.welcome({ permissions: ['clipboard-read', 'clipboard-write'] });
  await visitor.page.goto(path);
  await signIn(visitor.page, account);
  return visitor;
}

test('my page says what I shipped, gave and unblocked, and each number opens its rows', async () => {
  const { shipped, reviews } = countDoneLately('bob', nowMs, readersZone);
  const me = await comeIn(bob, '/people/me');
  const { page } = me;

  await seeHeading(page, bob.name);
  await seeText(page, `${shipped} pull requests shipped, ${reviews} reviews given`);
  await seeText(page, 'This page is yours first.');
  await seeText(page, 'Nobody did in the last 30 days.');
  await takePictures(page, '7-my-page');
  await page.getByLabel('What was shipped, by').selectOption('by label');
  await page.waitForURL(/by=label/);
  await seeText(page, 'No label');
  await page.getByRole('link', { name: /moved on within a day/ }).click();
  await seeHeading(page, 'Pull requests of others unblocked');
  await page.goBack();
  expect(await openEachFigure(page)).toBeGreaterThan(8);
  me.expectQuiet();
});

test('my manager opens it and is told that I see it; I see who, when and what', async () => {
  const lead = await comeIn(manager, '/people/bob-barker');
  await seeHeading(lead.page, bob.name);
  await seeText(lead.page, 'They can see that you looked.');
  await takePictures(lead.page, '7-by-my-manager');
  await lead.page.getByRole('button', { name: 'Copy what was shipped' }).click();
  await seeText(lead.page, `What ${bob.name} shipped`);
  lead.expectQuiet();

  const me = await comeIn(bob, '/people/me');
  await seeText(me.page, '1 person did in the last 30 days.');
  await me.page.getByRole('link', { name: 'See who and when' }).click();
  await seeRow(me.page, `${manager.name}, manager`, 'your page', 'what you shipped, to copy');
  me.expectQuiet();
});

test('somebody who may not open it sees what one sees of nobody, and I see that it was tried', async () => {
  const other = await comeIn(stranger, '/people/bob-barker');
  await seeHeading(other.page, 'Nothing here that you can see.');
  await takePictures(other.page, '7-refused');
  expect(new Set(other.takeRefusals())).toEqual(new Set(['404 GET /api/people/bob-barker/page']));
  await other.page.goto('/people/nobody-at-all');
  await seeHeading(other.page, 'Nothing here that you can see.');
  other.takeRefusals();
  other.expectQuiet();

  const me = await comeIn(bob, '/settings/me?tab=looks');
  await seeRow(me.page, 'Somebody who may not open it', 'Refused');
  await takePictures(me.page, '7-who-looked');
  expect(await me.page.getByText(stranger.name).count()).toBe(0);
  me.expectQuiet();
});

test('what I shipped is edited and copied, as text and as Markdown', async () => {
  const me = await comeIn(bob, '/people/me');
  const { page } = me;
  await page.getByRole('button', { name: 'Copy what I shipped' }).click();
  const text = page.getByLabel('What will be copied');
  await text.waitFor();
  expect(await text.inputValue()).toContain('without a model');
  await page.getByRole('checkbox', { name: 'Reviews given' }).uncheck();
  await expect.poll(() => text.inputValue()).not.toContain('Reviews given');
  await takePictures(page, '8-what-i-shipped');
  await page.getByRole('button', { name: 'Markdown' }).click();
  await expect.poll(() => text.inputValue()).toMatch(/^# What I shipped/);
  await text.fill(`${await text.inputValue()}\nAnd I fixed the coffee machine.`);
  await page.getByRole('button', { name: 'Copy', exact: true }).click();
  await page.getByRole('status').filter({ hasText: 'Copied' }).waitFor({ state: 'attached' });

  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(/^# What I shipped/);
  expect(copied).toContain('](http');
  expect(copied.endsWith('And I fixed the coffee machine.')).toBe(true);
  me.expectQuiet();
});

test('my data are counted, exported and put right', async () => {
  const me = await comeIn(bob, '/settings/me?tab=stored');
  const { page } = me;
  await seeText(page, 'Everything that is stored about you; it is yours to take away.');
  await seeRow(page, 'Pull requests you wrote');
  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Export my data' }).click();
  const download = await downloading;
  const file = JSON.parse(await readFile(await download.path(), 'utf8')) as {
    kinds: { id: string; rows: unknown[] }[];
  };
  const rows = file.kinds.find(({ id }) => id === 'pull-requests')?.rows.length ?? 0;
  await seeRow(page, 'Pull requests you wrote', String(rows));
  expect(rows).toBeGreaterThan(10);

  await page.getByRole('navigation').getByRole('link', { name: 'Corrections' }).click();
  await page.getByLabel('Its address, or owner/name#number').fill('acme/web#3');
  await page.getByRole('button', { name: 'Ask an administrator' }).click();
  await seeRow(page, 'Not my pull request: acme/web#3', 'Waiting for an administrator');
  me.expectQuiet();

  const { admin } = story;
  await admin.page.goto('/people/corrections');
  await seeText(admin.page, '1 request to answer.');
  await admin.page.getByRole('button', { name: 'Refuse' }).click();
  await admin.page.getByLabel('Why not').fill('Your account opened it.');
  await admin.page.getByRole('button', { name: 'Refuse it' }).click();
  await seeText(admin.page, 'Nothing waits for an answer.');
  admin.expectQuiet();

  await page.reload();
  await seeRow(page, 'Refused by', 'Your account opened it.');
});

test('an account that is not me is unlinked at once, and who may look is for all to read', async () => {
  const { admin } = story;
  await admin.page.goto('/settings/workspace');
  await admin.page.getByRole('radio', { name: 'Nobody else' }).check();
  await admin.page.getByRole('button', { name: 'Save who may open pages' }).click();
  await seeText(admin.page, 'Who may open pages is saved.');
  await admin.page.goto('/people/bob-barker');
  await seeHeading(admin.page, 'Nothing here that you can see.');
  admin.takeRefusals();

  const me = await comeIn(bob, '/settings/me?tab=stored');
  await seeText(me.page, 'It is yours first. Nobody else may open it.');
  await me.page.getByRole('button', { name: 'This is not me' }).click();
  await me.page.getByRole('button', { name: 'Unlink it' }).click();
  await seeText(me.page, '@bob is unlinked from you.');
  await me.page.goto('/people/me');
  await seeText(me.page, 'No GitHub account is linked to you');
  me.expectQuiet();
});
