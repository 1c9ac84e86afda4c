import { join } from 'node:path';
import { ensureWebBuilt } from '@throughline/tools/launch-web.mjs';
import { checkoutFolder } from './checkout-folder.ts';
import { type BrowserProgram, unpackBrowser } from './unpack-browser.ts';

/** Builds the pages as `npm start` does, and unpacks the browser. */
export async function prepareBrowser(): Promise<BrowserProgram> {
  ensureWebBuilt(checkoutFolder, process.execPath);
  return unpackBrowser(join(checkoutFolder, '.tmp/browser'), process.env['THROUGHLINE_BROWSER']);
}
