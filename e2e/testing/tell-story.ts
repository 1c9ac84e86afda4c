import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, inject, onTestFinished, type TestContext } from 'vitest';
import type { ApiReader } from '../api-reader.ts';
import { checkoutFolder } from './checkout-folder.ts';
import { openBrowser } from './open-browser.ts';
import type { Github } from './start-github.ts';
import { type Product, startProduct } from './start-product.ts';
import { type Visitor, welcomeVisitor } from './visitor.ts';

/** What a story is played with; there from the first test on. */
export interface Story {
  browser: Browser;
  github: Github;
  product: Product;
  /** Who sets Throughline up; their browser stays open through all steps. */
  admin: Visitor;
  /** Somebody with a browser of their own, for one test. */
  readonly welcome: (options?: BrowserContextOptions) => Promise<Visitor>;
}

interface StoryOptions {
  readonly startGithub: () => Promise<Github>;
  /** What was done over the API before; the administrator's browser is then signed in as who is returned. */
  readonly prepare?: (story: Story) => Promise<ApiReader>;
  /** False where each test stands for itself; default true. */
  readonly isStory?: boolean;
  /** Further origins on this machine that may be taken for GitHub. */
  readonly otherHosts?: readonly string[];
  /** True where the product starts with nothing at all; default false: it has been started before, and nobody set it up. */
  readonly isFirstStart?: boolean;
}

const pictures = join(checkoutFolder, '.tmp/e2e');

/**
 * Prepares the tests of a file to be one story told in steps: each goes on where the one before it ended, so after a
 * failed one the rest is skipped. A failed step leaves a picture and the words of every open page.
 */
export function tellStory({
  startGithub,
  prepare,
  isStory = true,
  otherHosts = [],
  isFirstStart = false,
}: StoryOptions): Story {
  let hasBroken = false;
  const parts: Partial<Story> = {};
  // as: what is missing is added before the first test, or the story fails.
  const story = Object.assign(parts as Story, {
    welcome: (options?: BrowserContextOptions) => welcome(story, options),
  });

  beforeAll(async () => {
    const starting = [openBrowser(), startGithub()] as const;
    story.browser = await starting[0];
    story.github = await starting[1];
    story.product = await startProduct({
      githubOrigins: [story.github.origin, ...otherHosts],
      template: isFirstStart ? undefined : inject('dataTemplate'),
    });
    story.admin = await welcomeVisitor(story.browser, story.product.origin);
    const reader = await prepare?.(story);
    if (reader !== undefined) await story.admin.page.context().addCookies([...reader.cookies()]);
  });
  afterAll(async () => {
    // The last first, and each though another does not end.
    await using ending = new AsyncDisposableStack();
    ending.use(parts.github);
    ending.use(parts.product);
    ending.defer(async () => parts.browser?.close());
  });
  beforeEach((context) => {
    if (hasBroken) context.skip('an earlier step of the story failed');
  });
  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail') return;
    hasBroken = isStory;
    await picture(story, task);
  });
  return story;
}

async function welcome({ browser, product }: Story, options?: BrowserContextOptions): Promise<Visitor> {
  const visitor = await welcomeVisitor(browser, product.origin, options);
  onTestFinished(() => visitor[Symbol.asyncDispose]());
  return visitor;
}

async function picture({ browser, product }: Story, task: TestContext['task']): Promise<void> {
  await mkdir(pictures, { recursive: true });
  const name = task.name.replaceAll(/[^\w]+/g, '-').slice(0, 60);
  const pages = browser.contexts().flatMap((context) => context.pages());
  for (const [index, page] of pages.entries()) {
    const path = join(pictures, `${name}-${index}.png`);
    await page.screenshot({ path, fullPage: true });
    console.error(`${page.url()}, seen in ${path}\n${await page.locator('body').ariaSnapshot()}`);
  }
  console.error(product.output());
}
