import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { addPerson, connect, setUp } from '../testing/acts.ts';
import { openEachFigure } from '../testing/open-figures.ts';
import { seeRow, seeText } from '../testing/read-page.ts';
import { startEmulatorCommand } from '../testing/start-github.ts';
import { tellStory } from '../testing/tell-story.ts';

const recorded = process.env['THROUGHLINE_RECORDED'];

describe.skipIf(recorded === undefined)(
  'a repository recorded from GitHub (needs THROUGHLINE_RECORDED)',
  () => {
    const story = tellStory({
      startGithub: () => startEmulatorCommand(['--recorded', join(recorded ?? '', 'ants')]),
    });

    test('its 49 pull requests arrive, and sizes that were not recorded are said as not known', async () => {
      const { page } = story.admin;
      await setUp(page, story.product.setupPath);
      await connect(page, story.github);
      await seeRow(page, 'ants', '49', 'read, with gaps');

      await page.getByRole('link', { name: 'Pull requests' }).click();
      await seeText(page, /^49 pull requests\.$/);
      const rows = page.getByRole('table', { name: 'Pull requests' }).locator('tbody tr');

      await expect.poll(() => rows.filter({ hasText: 'Size not known.' }).count()).toBe(49);
      story.admin.expectQuiet();
    });

    test('who wrote most of it has a page on which every number opens its rows', async () => {
      const { page } = story.admin;
      await addPerson(page, 'Andy Pan', 'panjf2000');

      await page.goto(`${new URL(page.url()).pathname}?period=2018-01-01..2026-12-31`);
      await page.getByText('1 pull request shipped, 14 reviews given').waitFor();

      expect(await openEachFigure(page)).toBeGreaterThan(3);
      story.admin.expectQuiet();
    });
  },
);
