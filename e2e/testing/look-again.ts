import type { Page } from 'playwright-core';

/** A quarter of a second lies between looks; how long one takes, which of axe on a busy machine is seconds, is no matter. */
const betweenMs = 250;

/**
 * What a page still shows after so many looks, three seconds of them by default; nothing as soon as one finds nothing. A page
 * is on its way for a moment when its theme or its window changes: words fade in, columns go.
 */
export async function lookAgain(
  page: Page,
  look: () => Promise<readonly string[]>,
  atMost = 12,
): Promise<readonly string[]> {
  for (let times = 1; times < atMost; times += 1) {
    if ((await look()).length === 0) return [];
    await page.waitForTimeout(betweenMs);
  }
  return look();
}
