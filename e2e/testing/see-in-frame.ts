/// <reference lib="dom" />
import type { Page } from 'playwright-core';

/** Waits for the first frame that shows it; a locator waits ever longer between its looks, at last half a second. */
export async function seeInFrame(page: Page, selector: string): Promise<void> {
  await page.waitForFunction((content) => document.querySelector(content)?.checkVisibility(), selector);
}
