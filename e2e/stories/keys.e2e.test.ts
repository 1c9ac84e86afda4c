import { expect, test } from 'vitest';
import { setUpByApi } from '../testing/prepare-workspace.ts';
import { seeText } from '../testing/read-page.ts';
import { startWorld } from '../testing/start-github.ts';
import { tellStory } from '../testing/tell-story.ts';

const story = tellStory({
  startGithub: () => startWorld('acme', Date.now()),
  prepare: ({ product }) => setUpByApi(product),
});

const askWithKey = async (key: string): Promise<number> => {
  const headers = { authorization: `Bearer ${key}` };
  return (await fetch(`${story.product.origin}/api/sync`, { headers })).status;
};

test('a key is made, shown once, speaks for its maker, and is refused when it is revoked', async () => {
  const { admin } = story;
  const { page } = admin;
  await page.goto('/settings');
  await page.getByRole('link', { name: /API keys/ }).click();
  await seeText(page, 'You have no key.');

  await page.getByLabel('Name').fill('my laptop');
  await page.getByLabel('Scope').selectOption('sync');
  await seeText(page, 'Read, and run, pause and resume the sync.');
  await page.getByRole('button', { name: 'Make key' }).click();
  await seeText(page, 'Copy the key “my laptop” now');
  const key =
    (await page
      .locator('code')
      .filter({ hasText: /^tl_.{43}$/ })
      .textContent()) ?? '';
  const worked = await askWithKey(key);
  await page.reload();
  await page.getByRole('row', { name: /my laptop/ }).waitFor();
  const isShownAgain = (await page.content()).includes(key.slice(9));
  await page.getByRole('button', { name: 'Revoke the key my laptop' }).click();
  await page.getByRole('button', { name: 'Revoke key' }).click();
  await seeText(page, 'The key my laptop is revoked.');
  await seeText(page, 'You have no key.');

  expect(worked).toBe(200);
  expect(isShownAgain).toBe(false);
  expect(await askWithKey(key)).toBe(401);
  admin.expectQuiet();
});
