import { join } from 'node:path';
import { ensureWebBuilt } from '@throughline/tools/launch-web.mjs';
import type { TestProject } from 'vitest/node';
import { checkoutFolder } from './checkout-folder.ts';
import { type BrowserProgram, unpackBrowser } from './unpack-browser.ts';

declare module 'vitest' {
  // What the stories are given: `inject('browser')`.
  interface ProvidedContext {
    browser: BrowserProgram;
  }
}

/** Once for all stories: builds the pages as `npm start` does, and unpacks the browser. */
export default async function setUp(project: TestProject): Promise<void> {
  ensureWebBuilt(checkoutFolder, process.execPath);
  const folder = join(checkoutFolder, '.tmp/browser');
  project.provide('browser', await unpackBrowser(folder, process.env['THROUGHLINE_BROWSER']));
}
