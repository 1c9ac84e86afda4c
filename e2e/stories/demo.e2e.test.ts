import {
  getSync,
  listConnections,
  listPeople,
  listPullRequests,
  listRepositories,
} from '@throughline/contract';
import { expect, test } from 'vitest';
import type { ApiReader } from '../api-reader.ts';
import { addLinkedPerson, connectByApi, setUpByApi } from '../testing/prepare-workspace.ts';
import { seeHeading, seeText } from '../testing/read-page.ts';
import { startWorld } from '../testing/start-github.ts';
import { tellStory } from '../testing/tell-story.ts';

let reader: ApiReader;
const story = tellStory({
  startGithub: () => startWorld('acme', Date.now()),
  prepare: async ({ product, github }) => {
    reader = await setUpByApi(product);
    await connectByApi(reader, github, 'acme');
    await addLinkedPerson(reader, { name: 'Bob Barker', email: 'bob@acme.example', login: 'bob' });
    return reader;
  },
});
let before: unknown;

test('the demo is started with one click and shows its first pull requests within seconds', async () => {
  const { page } = story.admin;
  before = await countEverything();
  await page.goto('/welcome');

  await page.getByRole('button', { name: 'Start the demo' }).click();
  const clickedAt = performance.now();
  await page.waitForURL('/sync');
  await expect
    .poll(async () => (await reader.call(listPullRequests, { query: {} })).total, {
      timeout: 15_000,
      interval: 100,
    })
    .toBeGreaterThan(127);

  expect(performance.now() - clickedAt).toBeLessThan(10_000);
  await page.getByRole('region', { name: 'Demo data' }).waitFor();
  story.admin.expectQuiet();
});

test('people of the demo are marked and their pages are full', async () => {
  const { page } = story.admin;
  await page.getByRole('link', { name: 'People' }).click();
  const made = page.getByRole('row').filter({ hasText: 'demo' });
  await made.first().waitFor();

  await made.first().getByRole('link').first().click();

  const sentence = page.getByText(/shipped/).first();
  await sentence.waitFor();
  story.admin.expectQuiet();
});

test('one click removes the demo with everything that came with it, and nothing else', async () => {
  const { page } = story.admin;

  await page.getByRole('button', { name: 'Remove the demo' }).click();

  await seeText(page, 'The demo organisation is removed, with everything that came with it.');
  await expect.poll(() => page.getByRole('region', { name: 'Demo data' }).count()).toBe(0);
  expect(await countEverything()).toEqual(before);
  // The page that was open belonged to somebody of the demo.
  await seeHeading(page, 'Nothing here that you can see.');
  await page.goto('/people');
  await seeText(page, /^1 person\./);
  // Once, and its rows once where both were asked for again before either was refused.
  const [page404, ...rows404] = story.admin.takeRefusals().toSorted();
  expect(page404).toMatch(/^404 GET .api.people.[a-z-]+.page$/);
  expect([[], [page404?.replace(/page$/, 'rows')]]).toContainEqual(rows404);
  await page.goto('/pulls');
  await seeText(page, /^127 pull requests\.$/);
  story.admin.expectQuiet();
});

async function countEverything() {
  const [people, pulls, repositories, connections, sync] = await Promise.all([
    reader.call(listPeople, { query: {} }),
    reader.call(listPullRequests, { query: {} }),
    reader.call(listRepositories),
    reader.call(listConnections),
    reader.call(getSync),
  ]);
  return {
    people: people.total,
    pulls: pulls.total,
    repositories: repositories.repositories.map(({ fullName }) => fullName),
    connections: connections.connections.map(({ name }) => name),
    hasDemo: sync.hasDemo,
  };
}
