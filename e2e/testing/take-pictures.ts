import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { checkoutFolder } from './checkout-folder.ts';
import { seeAllLoaded } from './read-page.ts';

/** Where the pictures of stories are put; nothing in it is kept. */
const folder = join(checkoutFolder, '.tmp/e2e/stories');

const themes = [
  { name: 'light', colorScheme: 'light', contrast: 'no-preference' },
  { name: 'dark', colorScheme: 'dark', contrast: 'no-preference' },
  { name: 'light-high', colorScheme: 'light', contrast: 'more' },
  { name: 'dark-high', colorScheme: 'dark', contrast: 'more' },
] as const;

const widths = [1440, 390] as const;

/**
 * A moment of a story as it is seen in the four themes at both widths, for people to look at: eight pictures of the whole
 * page. They are taken only where `THROUGHLINE_SCREENSHOTS=1`, so that they cost other runs nothing; the page is then as
 * it was before.
 */
export async function takePictures(page: Page, moment: string): Promise<void> {
  if (process.env['THROUGHLINE_SCREENSHOTS'] !== '1') return;
  await mkdir(folder, { recursive: true });
  const before = page.viewportSize();
  await seeAllLoaded(page);
  for (const width of widths) {
    await page.setViewportSize({ width, height: width === 390 ? 844 : 900 });
    for (const { name, colorScheme, contrast } of themes) {
      await page.emulateMedia({ colorScheme, contrast });
      const theme = `${colorScheme}${contrast === 'more' ? '_high_contrast' : ''}`;
      await page.locator(`html[data-${colorScheme}-theme=${theme}]`).waitFor();
      await page.screenshot({ path: join(folder, `${moment}-${name}-${width}.png`), fullPage: true });
    }
  }
  await page.emulateMedia({ colorScheme: null, contrast: null });
  if (before !== null) await page.setViewportSize(before);
}
