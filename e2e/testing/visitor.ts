import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';

/** Somebody with a browser of their own: their page, and everything about it that must not be. */
export interface Visitor extends AsyncDisposable {
  readonly page: Page;
  /** Answers of 400 and above since the last look, as `404 GET /api/people/x`; each once however often it was asked. */
  readonly takeRefusals: () => readonly string[];
  /** Errors and warnings of the console, exceptions, breaches of the content policy, requests to elsewhere, dialogs. */
  readonly faults: readonly string[];
  /** Fails when there were faults, or refusals that nobody took. */
  readonly expectQuiet: () => void;
}

/** How fast pages are is measured elsewhere; a machine that does several things at once is waited for. */
const patienceMs = 20_000;

/** Where who looks is, and what they make the workspace's zone. */
export const readersZone = 'Europe/Paris';

/** Opens a page at `origin` that nobody has used before. */
export async function welcomeVisitor(
  browser: Browser,
  origin: string,
  options: BrowserContextOptions = {},
): Promise<Visitor> {
  const context = await browser.newContext({
    baseURL: origin,
    locale: 'en-GB',
    timezoneId: readersZone,
    reducedMotion: 'reduce',
    viewport: { width: 1440, height: 900 },
    ...options,
  });
  context.setDefaultTimeout(patienceMs);
  const page = await context.newPage();
  const faults: string[] = [];
  const refusals = new Set<string>();
  await watch(page, origin, { faults, refuse: (refusal) => refusals.add(refusal) });
  const takeRefusals = () => {
    const taken = [...refusals];
    refusals.clear();
    return taken;
  };
  return {
    page,
    faults,
    takeRefusals,
    expectQuiet: () => expect({ faults, refusals: takeRefusals() }).toEqual({ faults: [], refusals: [] }),
    [Symbol.asyncDispose]: () => context.close(),
  };
}

interface Watching {
  readonly faults: string[];
  readonly refuse: (refusal: string) => void;
}

async function watch(page: Page, origin: string, { faults, refuse }: Watching): Promise<void> {
  page.on('console', (message) => {
    const text = message.text();
    // Said of every refused request, which `response` tells in full.
    if (text.startsWith('Failed to load resource')) return;
    if (message.type() === 'error' || message.type() === 'warning') faults.push(`console: ${text}`);
  });
  page.on('pageerror', (error) => faults.push(`exception: ${error.stack ?? error.message}`));
  page.on('dialog', (dialog) => {
    faults.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(`${origin}/`) && !request.url().startsWith('data:')) {
      faults.push(`request to elsewhere: ${request.url()}`);
    }
  });
  page.on('response', (response) => {
    if (response.status() < 400) return;
    refuse(`${response.status()} ${response.request().method()} ${new URL(response.url()).pathname}`);
  });
  await page.exposeFunction('tellBreach', (text: string) => faults.push(`content policy: ${text}`));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const told: unknown = Reflect.get(window, 'tellBreach');
      if (typeof told === 'function') told(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
    });
  });
}
