import { type Browser, chromium } from 'playwright-core';
import { inject } from 'vitest';

/** A browser of its own for a story. */
export function openBrowser(): Promise<Browser> {
  const { path, env } = inject('browser');
  return chromium.launch({
    executablePath: path,
    // As root Chromium has no sandbox, and every page here is ours. Fonts are drawn alike on every machine.
    args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'],
    env: { ...toEnvironment(), ...env },
  });
}

const toEnvironment = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
