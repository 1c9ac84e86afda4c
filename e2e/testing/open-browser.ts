import type { Browser } from 'playwright-core';
import { inject } from 'vitest';
import { launchBrowser } from './launch-browser.ts';

/** A browser of its own for a story. */
export const openBrowser = (): Promise<Browser> => launchBrowser(inject('browser'));
