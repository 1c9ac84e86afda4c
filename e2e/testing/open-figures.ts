import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { toFirstNumber } from './read-page.ts';

/**
 * Opens every number of a person's page that is open, and expects the list it leads to to hold as many rows. Resolves
 * with how many numbers there were.
 */
export async function openEachFigure(page: Page): Promise<number> {
  const links = page.getByRole('main').locator('a[href*="/pulls?"], a[href*="/reviews?"]');
  await links.first().waitFor();
  const figures = await links.evaluateAll((found) =>
    found.map((link) => ({ text: link.textContent, path: link.getAttribute('href') ?? '' })),
  );
  for (const { text, path } of figures) {
    await page.goto(path);
    const sentence = page.getByText(/^(At least )?\d[\d,]* (pull requests?|reviews?)/).first();
    expect(`${toFirstNumber(await sentence.textContent())} at ${path}`).toBe(
      `${toFirstNumber(text)} at ${path}`,
    );
  }
  return figures.length;
}
