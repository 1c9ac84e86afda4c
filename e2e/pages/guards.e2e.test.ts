import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findViolations } from '../testing/find-violations.ts';
import { findOverflow, findSmallTargets } from '../testing/measure-page.ts';
import { openBrowser } from '../testing/open-browser.ts';
import { type Visitor, welcomeVisitor } from '../testing/visitor.ts';

// The checks of pages on pages made to fail them: a guard that never fired is not known to work.
const pages: Readonly<Record<string, string>> = {
  '/sound': '<h1>Sound</h1><main><a href="/" style="display:block;height:30px">Home</a></main>',
  '/nameless': '<main><h1>Nameless</h1><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw="></main>',
  '/small': '<main><h1>Small</h1><button style="width:10px;height:10px;padding:0">x</button></main>',
  '/broad': '<main><h1>Broad</h1><div style="width:2000px">x</div></main>',
  '/script': '<main><h1>Script</h1></main><script>document.title = "ran"</script>',
  '/elsewhere': '<main><h1>Elsewhere</h1><img alt="" src="http://127.0.0.1:9/x.png"></main>',
};
const server = createServer((request, response) => {
  const body = pages[request.url ?? ''];
  response.writeHead(body === undefined ? 404 : 200, {
    'content-type': 'text/html',
    'content-security-policy': "script-src 'self'",
  });
  response.end(`<!doctype html><html lang="en"><title>Planted</title><body>${body ?? ''}</body></html>`);
});
let browser: Browser;
let visitor: Visitor;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  browser = await openBrowser();
  const { port } = server.address() as AddressInfo; // as: it listens on TCP
  visitor = await welcomeVisitor(browser, `http://127.0.0.1:${port}`);
});
afterAll(async () => {
  await browser?.close();
  server.close();
});

test('a sound page passes them all', async () => {
  await visitor.page.goto('/sound');

  expect(await findOverflow(visitor.page)).toEqual([]);
  expect(await findSmallTargets(visitor.page)).toEqual([]);
});

test('axe finds a picture without a name', async () => {
  await visitor.page.goto('/nameless');

  expect(await findViolations(visitor.page)).toEqual([expect.stringMatching(/^image-alt: /)]);
});

test('a target of 10 pixels and a page of 2,000 are measured', async () => {
  await visitor.page.goto('/small');
  expect(await findSmallTargets(visitor.page)).toEqual([expect.stringMatching(/^10 × 10 <button/)]);
  await visitor.page.goto('/broad');
  expect(await findOverflow(visitor.page)).toContain('2008 of 1440 pixels');
});

test('a breach of the content policy and a request to elsewhere are faults, a refusal is kept until taken', async () => {
  await visitor.page.goto('/script');
  await expect.poll(() => visitor.faults.join('\n')).toMatch(/content policy: script-src-elem inline/);
  await visitor.page.goto('/elsewhere');
  await expect
    .poll(() => visitor.faults.join('\n'))
    .toMatch(/request to elsewhere: http:..127.0.0.1:9.x.png/);
  await visitor.page.goto('/missing');

  expect(() => visitor.expectQuiet()).toThrow();
  await visitor.page.goto('/missing');
  expect(visitor.takeRefusals()).toEqual(['404 GET /missing']);
});
