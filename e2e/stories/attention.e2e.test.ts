import { changeMembership, createTeam, getSession, updatePerson } from '@throughline/contract';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { ApiReader } from '../api-reader.ts';
import { findOverflow } from '../testing/measure-page.ts';
import { addLinkedPerson, connectByApi, setUpByApi } from '../testing/prepare-workspace.ts';
import { seeHeading, seeRowCount, seeText } from '../testing/read-page.ts';
import { startWorld } from '../testing/start-github.ts';
import { tellStory } from '../testing/tell-story.ts';

const readers: ApiReader[] = [];
const story = tellStory({
  startGithub: () => startWorld('waiting', Date.now()),
  prepare: async ({ product, github }) => {
    const reader = await setUpByApi(product);
    readers.push(reader);
    await connectByApi(reader, github, 'acme');
    return reader;
  },
});

/** Makes the administrator Bob, who works in Payments. */
async function becomeBob(): Promise<void> {
  const [reader] = readers;
  if (reader === undefined) throw new Error('The story has no reader.');
  const { user } = await reader.call(getSession);
  if (user === undefined) throw new Error('Nobody is signed in.');
  const bob = await addLinkedPerson(reader, { name: 'Bob Barker', email: 'bob@acme.example', login: 'bob' });
  await addLinkedPerson(reader, { name: 'Ada Novak', email: 'ada@acme.example', login: 'ada' });
  await reader.call(updatePerson, { params: { slug: bob }, body: { userId: user.userId } });
  await reader.call(createTeam, { body: { name: 'Payments' } });
  await reader.call(changeMembership, {
    params: { slug: 'payments', person: bob },
    body: { kind: 'member', part: 'contributor', isLead: false, fromOn: '2025-01-01' },
  });
}

const nextMonth = new Date(Date.now() + 30 * 24 * 3_600_000).toISOString().slice(0, 10);
const openMenu = (page: Page, number: number) =>
  page.getByRole('button', { name: `Commands for acme/payouts #${number}` }).click();
const seeNoOverflow = async (page: Page) => expect(await findOverflow(page)).toEqual([]);

test('Home says why it cannot know what waits, and leads to what helps', async () => {
  const { page } = story.admin;

  await page.goto('/');

  await seeText(page, 'What waits for you is not known yet.');
  await page.getByRole('link', { name: 'Choose my person' }).waitFor();
  story.admin.expectQuiet();
});

test('once an account is linked, Home says what waits for its owner and why', async () => {
  const { page } = story.admin;
  await becomeBob();

  await page.reload();

  await seeText(page, '2 things wait for you.');
  await seeRowCount(page, 'Waiting for you', 2);
  await seeText(page, /Waiting because it was approved 4\sd ago and is not merged\./);
  await seeText(page, 'Payments has agreed on nothing yet');
  await page.getByRole('link', { name: 'You wait for others: 2' }).waitFor();
  await seeNoOverflow(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await seeNoOverflow(page);
  await page.setViewportSize({ width: 1440, height: 900 });
  story.admin.expectQuiet();
});

test('what waits for others opens into as many rows, each with whose turn it is', async () => {
  const { page } = story.admin;

  await page.getByRole('link', { name: 'You wait for others: 2' }).click();

  await seeText(page, '2 things of yours wait for others.');
  await seeText(page, /it was asked of Ada Novak/);
  await page.getByRole('link', { name: 'What waits for you' }).click();
  await seeText(page, '2 things wait for you.');
  story.admin.expectQuiet();
});

test('what is snoozed goes until its day, and comes back with an undo', async () => {
  const { page } = story.admin;

  await openMenu(page, 3);
  await page.getByRole('menuitem', { name: /^Tomorrow/ }).click();
  await seeText(page, '1 thing waits for you.');
  await seeText(page, /acme\/payouts #3 is snoozed until/);
  await page.getByRole('button', { name: 'Undo' }).click();
  await seeText(page, '2 things wait for you.');

  await openMenu(page, 3);
  await page.getByRole('menuitem', { name: 'Until a day…' }).click();
  await page.getByLabel('Back on').fill('2020-01-01');
  await page.getByRole('button', { name: 'Snooze it' }).click();
  await seeText(page, 'Choose a day to come.');
  await page.getByLabel('Back on').fill(nextMonth);
  await page.getByRole('button', { name: 'Snooze it' }).click();
  await seeText(page, '1 thing waits for you.');
  story.admin.expectQuiet();
});

test('everything that is snoozed is listed, and is brought back by hand', async () => {
  const { page } = story.admin;

  await page.getByRole('link', { name: '1 snoozed' }).click();
  await seeText(page, '1 thing is snoozed by you.');
  await openMenu(page, 3);
  await page.getByRole('menuitem', { name: 'Bring back now' }).click();
  await seeText(page, 'Nothing is snoozed by you.');

  await page.getByRole('link', { name: 'What waits for you' }).click();
  await seeText(page, '2 things wait for you.');
  story.admin.expectQuiet();
});

test('a repository says what is beyond limits by kind, bots apart, and each count opens its rows', async () => {
  const { page } = story.admin;

  await page.getByLabel('Whose').selectOption('acme/payouts');

  await seeHeading(page, 'Attention now in acme/payouts');
  const group = page.getByRole('heading', { name: 'Opened by bots and AI agents' });
  await group.waitFor();
  await page.locator('section').filter({ has: group }).getByRole('link', { name: '1', exact: true }).click();
  await seeText(page, '1 thing is beyond Throughline’s own limits in acme/payouts.');
  await seeText(page, /dependabot\[bot\], (a )?bot/);
  story.admin.expectQuiet();
});

test('an agreement that the team sets makes an exception, and taking it back unmakes it', async () => {
  const { page } = story.admin;
  await page.goto('/teams/payments/agreements');
  await seeText(page, 'Payments has set no agreement of its own.');

  await page.getByLabel('First review within', { exact: true }).selectOption('A limit of our own');
  await page.getByLabel('First review within, in hours').fill('soon');
  await page.getByRole('button', { name: 'Save agreements' }).click();
  await seeText(page, 'Enter a whole number.');
  await page.getByLabel('First review within, in hours').fill('4');
  await page.getByRole('button', { name: 'Save agreements' }).click();
  await seeText(page, 'The agreements of Payments are saved.');
  await seeText(page, 'Payments has set 1 of its 7 agreements itself.');
  await page.getByRole('button', { name: 'Undo' }).click();
  await seeText(page, 'Payments has set no agreement of its own.');
  await page.getByLabel('First review within', { exact: true }).selectOption('A limit of our own');
  await page.getByLabel('First review within, in hours').fill('4');
  await page.getByRole('button', { name: 'Save agreements' }).click();
  await seeText(page, 'Payments has set 1 of its 7 agreements itself.');

  await page.goto('/');
  await seeRowCount(page, 'Payments, beyond its own agreements', 2);
  await seeText(page, /Payments agreed on 4\sh; that was/);
  await page.goto('/teams/payments/exceptions?period=last-7-days');
  await seeText(page, /exceptions? to talk about, the last 7 days\./);
  await seeText(page, /The first review came after 20\sh\. Payments agreed on 4\sh\./);
  await seeNoOverflow(page);
  story.admin.expectQuiet();
});
