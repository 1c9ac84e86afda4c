import { type Browser, chromium } from 'playwright-core';
import type { BrowserProgram } from './unpack-browser.ts';

/** Starts a browser that looks alike on every machine. */
export const launchBrowser = ({ path, env }: BrowserProgram): Promise<Browser> =>
  chromium.launch({
    executablePath: path,
    // As root Chromium has no sandbox, and every page here is ours. Fonts are drawn alike on every machine.
    args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'],
    env: { ...toEnvironment(), ...env },
  });

const toEnvironment = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
