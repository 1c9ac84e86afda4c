import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { lookAgain } from './look-again.ts';

interface Violation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

interface Looking {
  /** True while a menu lies over the page: it stands outside of the page's landmarks, as it should. */
  readonly isMenuOpen?: boolean;
  /** True to look at colours alone: the same page in another theme differs in nothing else. */
  readonly isColoursOnly?: boolean;
}

/** What axe finds wrong with the page as it is now, a line each; its rule about the size of targets is switched on. */
export async function findViolations(
  page: Page,
  { isMenuOpen = false, isColoursOnly = false }: Looking = {},
): Promise<readonly string[]> {
  const hasAxe = await page.evaluate(() => 'axe' in window);
  if (!hasAxe) await page.evaluate(await readFile(axePath, 'utf8'));
  const only = isColoursOnly ? `runOnly: ['color-contrast', 'link-in-text-block'],` : '';
  const violations = await page.evaluate<readonly Violation[]>(
    `axe.run({ resultTypes: ['violations'], ${only} rules: { 'target-size': { enabled: true }, region: { enabled: ${!isMenuOpen} } } })
      .then(({ violations }) => violations)`,
  );
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ html, failureSummary }) => `${id}: ${help} in ${html.slice(0, 200)} ${failureSummary ?? ''}`,
    ),
  );
}

/** What axe still finds after three seconds: words fade from one theme's colours into the other's one after another. */
export const findLastingViolations = (page: Page, looking: Looking = {}): Promise<readonly string[]> =>
  lookAgain(page, () => findViolations(page, looking));

/** Fails when axe still finds something after two seconds: a button whose work is done fades its words in again. */
export async function expectAccessible(page: Page, looking: Looking = {}): Promise<void> {
  expect(await lookAgain(page, () => findViolations(page, looking), 8)).toEqual([]);
}
