import { expect, test } from 'vitest';
import { administrator, setUp } from '../testing/acts.ts';
import { seeHeading, seeText } from '../testing/read-page.ts';
import { startWorld } from '../testing/start-github.ts';
import { tellStory } from '../testing/tell-story.ts';

const nowMs = Math.floor(Date.now() / 3_600_000) * 3_600_000;
const story = tellStory(() => startWorld('acme', nowMs));

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
