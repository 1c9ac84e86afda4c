import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** Waits until this text is seen, wherever it stands. */
export const seeText = (page: Page, text: string | RegExp): Promise<void> =>
  page.getByText(text).filter({ visible: true }).first().waitFor();

/** Waits until the page with this heading has come. */
export const seeHeading = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('heading', { level: 1, name }).waitFor();

/** Waits until nothing on the page is still awaited. */
export const seeAllLoaded = (page: Page): Promise<void> =>
  page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' });

/** Waits until there is a row of a table that holds all these words. */
export async function seeRow(page: Page, ...words: readonly string[]): Promise<void> {
  let rows = page.getByRole('row');
  for (const word of words) rows = rows.filter({ hasText: word });
  await rows.first().waitFor();
}

/** Waits until the table has so many rows beneath its head. */
export const seeRowCount = (page: Page, table: string, count: number): Promise<void> =>
  expect
    .poll(() => page.getByRole('table', { name: table }).locator('tbody tr').count(), { timeout: 10_000 })
    .toBe(count);

/** Waits for what went wrong, where it went wrong, and returns its sentence. */
export async function readFailure(page: Page): Promise<string> {
  const failure = page.locator('[role=alert], [data-failure]').first();
  await failure.waitFor();
  return (await failure.locator('p').first().textContent()) ?? '';
}

/** The first whole number of a text: `1 to 50 of 1,204` has 1. */
export function toFirstNumber(text: string | null): number {
  return Number(/\d[\d,]*/.exec(text ?? '')?.[0].replaceAll(',', ''));
}
