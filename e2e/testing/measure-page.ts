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
