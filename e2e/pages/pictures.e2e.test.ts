import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { listPeople, startDemo } from '@throughline/contract';
import { describe, test } from 'vitest';
import type { ApiReader } from '../api-reader.ts';
import { giveHost, testToken } from '../testing/acts.ts';
import { checkoutFolder } from '../testing/checkout-folder.ts';
import { setUpByApi, waitUntilRead } from '../testing/prepare-workspace.ts';
import { seeAllLoaded, seeHeading, seeText } from '../testing/read-page.ts';
import { startWorld } from '../testing/start-github.ts';
import { tellStory } from '../testing/tell-story.ts';

const folder = join(checkoutFolder, 'docs/screenshots');

// `THROUGHLINE_SCREENSHOTS=1 npx vitest run --project browser pictures` makes the pictures of README and the guides.
describe.skipIf(process.env['THROUGHLINE_SCREENSHOTS'] !== '1')('pictures for the documents', () => {
  let reader: ApiReader;
  const story = tellStory({
    startGithub: () => startWorld('acme', Date.now()),
    prepare: async ({ product, admin }) => {
      reader = await setUpByApi(product);
      await admin.page.setViewportSize({ width: 1280, height: 800 });
      await mkdir(folder, { recursive: true });
      return reader;
    },
  });
  const take = async (name: string) => {
    const { page } = story.admin;
    await seeAllLoaded(page);
    await page.screenshot({ path: join(folder, `${name}.png`) });
  };

  test('welcome', async () => {
    await story.admin.page.goto('/welcome');
    await seeHeading(story.admin.page, 'Welcome. Let’s see your team’s work.');
    await take('welcome');
  });

  test('the token tested', async () => {
    const { page } = story.admin;
    await page.goto('/settings/github/new');
    await giveHost(page, story.github.origin);
    await testToken(page, story.github.token);
    await seeText(page, 'Successfully connected via ada.');
    await take('connect');
  });

  test('the demo while it is read, and one of its people', async () => {
    const { page } = story.admin;
    await reader.call(startDemo);
    await page.goto('/sync');
    await seeText(page, /[1-9]\d % of its history is here/);
    await page
      .getByRole('row', { name: /complete/ })
      .first()
      .waitFor();
    await take('sync');
    await waitUntilRead(reader, 150_000);
    const [person] = (await reader.call(listPeople, { query: {} })).people;
    await page.goto(`/people/${person?.slug}`);
    await seeText(page, /shipped/);
    await take('person-page');
  }, 180_000);
});
