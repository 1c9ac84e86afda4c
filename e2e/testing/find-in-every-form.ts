import type { Page } from 'playwright-core';
import { findLastingViolations } from './find-violations.ts';
import { lookAgain } from './look-again.ts';
import { findOverflow, findSmallTargets } from './measure-page.ts';

const forms = [
  { colorScheme: 'light', width: 1440 },
  { colorScheme: 'light', width: 390 },
  { colorScheme: 'dark', width: 390 },
  { colorScheme: 'dark', width: 1440 },
] as const;

/**
 * What is wrong with the page as it is now, in both themes, wide and narrow: what axe finds, what is too small to hit,
 * what is wider than the screen. Leaves it dark and wide, as 1440 × 900.
 */
export async function findInEveryForm(page: Page): Promise<readonly string[]> {
  const found: string[] = [];
  for (const { colorScheme, width } of forms) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    const wrong = [
      ...(await findLastingViolations(page)),
      ...(await lookAgain(page, () => findSmallTargets(page))),
      ...(await lookAgain(page, () => findOverflow(page))),
    ];
    found.push(...wrong.map((text) => `${colorScheme}, ${width} px: ${text}`));
  }
  return found;
}
