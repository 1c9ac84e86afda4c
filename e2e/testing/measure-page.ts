import type { Page } from 'playwright-core';

/** What makes the page wider than the screen, the innermost last; nothing when it does not scroll sideways. */
export const findOverflow = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const isTooWide = (element: Element) => element.getBoundingClientRect().right > clientWidth + 1;
    const culprits = [...document.body.querySelectorAll('*')].filter(isTooWide);
    return [
      `${scrollWidth} of ${clientWidth} pixels`,
      ...culprits.map((element) => element.outerHTML.slice(0, 120)).slice(-4),
    ];
  });

/**
 * Everything that can be chosen and is smaller than 24 × 24 pixels, as `40 × 18 <a class=…>`. Links within a line of
 * text are as high as the line (WCAG 2.5.8 spares them), and a control that a label surrounds or names has the label.
 */
export const findSmallTargets = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const least = 24;
    const choosable = 'a[href], button, input, select, textarea, summary, [tabindex="0"], [role="button"]';
    const isInline = (element: Element) => getComputedStyle(element).display === 'inline';
    const findBlock = (element: Element): Element =>
      isInline(element) && element.parentElement !== null ? findBlock(element.parentElement) : element;
    const isInText = (element: Element) =>
      isInline(element) && findBlock(element).textContent.trim() !== element.textContent.trim();
    const isLabelled = (element: Element) =>
      element instanceof HTMLInputElement &&
      ['checkbox', 'radio'].includes(element.type) &&
      (element.labels?.length ?? 0) > 0;
    return [...document.querySelectorAll(choosable)].flatMap((element) => {
      const { width, height } = element.getBoundingClientRect();
      const isSeen = width > 1 && height > 1 && element.checkVisibility({ visibilityProperty: true });
      if (!isSeen || (width >= least && height >= least) || isInText(element) || isLabelled(element))
        return [];
      return [`${Math.round(width)} × ${Math.round(height)} ${element.outerHTML.slice(0, 160)}`];
    });
  });

/** Wider spacing of text, as WCAG 1.4.12 has readers set it. */
const wideSpacing = `* {
  line-height: 1.5 !important;
  letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important;
}
p { margin-bottom: 2em !important; }`;

/** What makes the page wider than the screen once its reader has set the text wider. */
export async function findSpacedOverflow(page: Page): Promise<readonly string[]> {
  await page.evaluate((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = [sheet];
  }, wideSpacing);
  const found = await findOverflow(page);
  await page.evaluate(() => {
    document.adoptedStyleSheets = [];
  });
  return found;
}

/** More than this much of the screen may not move under who has done nothing. */
const shiftAtMost = 0.02;

/** How much of the page has moved by itself since it was opened, and what; nothing where that is within the budget. */
export const findShifts = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async (most) => {
    interface Shift extends PerformanceEntry {
      readonly value: number;
      readonly hadRecentInput: boolean;
      readonly sources: readonly {
        readonly node: Node | null;
        readonly previousRect: DOMRectReadOnly;
        readonly currentRect: DOMRectReadOnly;
      }[];
    }
    const shifts = await new Promise<readonly Shift[]>((resolve) => {
      const observer = new PerformanceObserver((list) => resolve(list.getEntries() as unknown as Shift[])); // as: of this type
      observer.observe({ type: 'layout-shift', buffered: true });
      setTimeout(() => resolve([]), 100);
    });
    const own = shifts.filter(({ hadRecentInput }) => !hadRecentInput);
    const total = own.reduce((sum, { value }) => sum + value, 0);
    if (total <= most) return [];
    const moved = own.flatMap(({ sources, value }) =>
      sources.map(({ node, previousRect: { x, y }, currentRect }) => {
        const way = `from ${x}, ${y} to ${currentRect.x}, ${currentRect.y}`;
        return `${value.toFixed(3)} ${way} in ${(node?.parentElement?.outerHTML ?? '').slice(0, 120)}`;
      }),
    );
    return [`${total.toFixed(3)} moved`, ...moved.slice(0, 4)];
  }, shiftAtMost);
