import type { Page } from 'playwright-core';

/** Where the focus is: what it is called, and whether one sees that it is there. */
interface Focus {
  readonly name: string;
  readonly isSeen: boolean;
  /** True when nothing in the page has it. */
  readonly isPage: boolean;
}

const mostStops = 60;

/** Presses Tab until something of this name has the focus. Throws with the stops on the way when nothing has. */
export async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const stops: string[] = [];
  for (let pressed = 0; pressed < mostStops; pressed += 1) {
    await page.keyboard.press('Tab');
    const focus = await readFocus(page);
    // Past the last thing to choose Tab leaves the page, for the browser's own, and comes back to the first.
    if (focus.isPage) continue;
    if (!focus.isSeen) throw new Error(`The focus on "${focus.name}" cannot be seen.`);
    if (typeof name === 'string' ? focus.name === name : name.test(focus.name)) return;
    stops.push(focus.name);
  }
  throw new Error(`Tab never came to ${String(name)}, but to ${stops.join(' → ')}`);
}

/** Tabs to a field and types. */
export async function typeInto(page: Page, name: string | RegExp, text: string): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.type(text);
}

/** So many stops of Tab are looked at on each page. */
const stopsAPage = 12;

/** Things that Tab comes to first on this page and whose focus cannot be seen. */
export async function findUnseenFocus(page: Page): Promise<readonly string[]> {
  const unseen: string[] = [];
  for (let pressed = 0; pressed < stopsAPage; pressed += 1) {
    await page.keyboard.press('Tab');
    const { name, isSeen, isPage } = await readFocus(page);
    if (!isPage && !isSeen) unseen.push(name);
  }
  return unseen;
}

/**
 * What has the focus now. It is seen where it lies on the screen and has an outline or a shadow around it or its frame,
 * at the latest after twenty frames: some slide in.
 */
export const readFocus = (page: Page): Promise<Focus> =>
  page.evaluate(async () => {
    const toSeen = (element: Element, labels: readonly Element[]): boolean => {
      const { top, bottom, left, right } = element.getBoundingClientRect();
      const isOnScreen = bottom > 0 && top < window.innerHeight && right > 0 && left < window.innerWidth;
      const hasRing = [element, element.parentElement, ...labels].some((one) => {
        if (one === null) return false;
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
        return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) || boxShadow !== 'none';
      });
      return isOnScreen && hasRing;
    };
    const element = document.activeElement ?? document.body;
    const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
    const name = element.getAttribute('aria-label') ?? labels[0]?.textContent ?? element.textContent;
    for (let frame = 0; frame < 20 && !toSeen(element, labels); frame += 1)
      await new Promise(requestAnimationFrame);
    return { name: name.trim(), isSeen: toSeen(element, labels), isPage: element === document.body };
  });
