import type { TestProject } from 'vitest/node';
import { prepareBrowser } from './prepare-browser.ts';
import type { BrowserProgram } from './unpack-browser.ts';

declare module 'vitest' {
  // What the stories are given: `inject('browser')`.
  interface ProvidedContext {
    browser: BrowserProgram;
  }
}

/** Once for all stories. */
export default async function setUp(project: TestProject): Promise<void> {
  project.provide('browser', await prepareBrowser());
}
