import { rm } from 'node:fs/promises';
import type { TestProject } from 'vitest/node';
import { prepareBrowser } from './prepare-browser.ts';
import { makeDataTemplate } from './start-product.ts';
import type { BrowserProgram } from './unpack-browser.ts';

declare module 'vitest' {
  // What the stories are given: `inject('browser')`.
  interface ProvidedContext {
    browser: BrowserProgram;
    /** A data directory to start on copies of. */
    dataTemplate: string;
  }
}

/** Once for all stories. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  project.provide('browser', await prepareBrowser());
  const template = await makeDataTemplate();
  project.provide('dataTemplate', template);
  return () => rm(template, { recursive: true, force: true });
}
