import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { handle, sendRaw, startTestServer, testRoutes } from './testing/start-test-server.ts';

const directory = mkdtempSync(join(tmpdir(), 'web-files-'));
afterAll(() => rmSync(directory, { recursive: true }));
mkdirSync(join(directory, 'web/assets'), { recursive: true });
const script = 'console.log("a script");'.repeat(50);
const files: Record<string, string | Buffer> = {
  'secret.txt': 'outside',
  'web/index.html': '<!doctype html><title>Throughline</title>',
  'web/icon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  'web/assets/index-a1.js': script,
  'web/assets/index-a1.js.br': brotliCompressSync(script),
  'web/assets/index-a1.js.gz': gzipSync(script),
  'web/assets/index-a1.js.map': '{}',
};
for (const [name, content] of Object.entries(files)) writeFileSync(join(directory, name), content);

const routes = [handle(testRoutes.own, () => ({ text: 'own' }))];
const server = await startTestServer({ routes, webDirectory: join(directory, 'web') });
const get = (path: string, headers: Record<string, string> = {}) => sendRaw(server.port, { path, headers });

describe('the web', () => {
  test.each([
    '/',
    '/people/ada.lovelace',
    '/settings/github/new',
    '/setup/abc',
    '/people?period=2026-W47',
    '/apiary',
  ])('%s is the one page, asked for anew each time', async (path) => {
    const { status, headers, text } = await get(path);

    expect([status, text]).toEqual([200, files['web/index.html']]);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(headers['cache-control']).toBe('public, max-age=0');
  });

  test('has files that never change and are kept', async () => {
    const { headers, text } = await get('/assets/index-a1.js');

    expect(text).toBe(script);
    expect(headers['content-type']).toBe('application/javascript; charset=utf-8');
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
  });

  test.each([
    ['br, gzip', 'br'],
    ['gzip', 'gzip'],
    ['identity', undefined],
  ])('sends %s as %s', async (accepted, encoding) => {
    const { headers } = await get('/assets/index-a1.js', { 'accept-encoding': accepted });

    expect(headers['content-encoding']).toBe(encoding);
    expect(headers['vary']).toContain('accept-encoding');
  });

  test('answers a page that is unchanged without sending it', async () => {
    const first = await get('/');

    const second = await get('/', { 'if-none-match': String(first.headers['etag']) });

    expect([second.status, second.text]).toEqual([304, '']);
  });

  test.each([
    '/assets/index-b2.js',
    '/assets/',
    '/assets',
    '/assets/index-a1.js.map',
    '/api',
    '/api/',
    '/api/nothing',
  ])('%s is not there', async (path) => {
    const { status, text } = await get(path);

    expect(status).toBe(404);
    expect(JSON.parse(text)).toMatchObject({ code: 'not-found' });
  });

  test.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '//secret.txt',
    '/assets/%00',
  ])('%s leads nowhere else', async (path) => {
    const { text } = await get(path);

    expect(text).not.toContain('outside');
  });

  test('that is built again while it is served is served as it is now', async () => {
    writeFileSync(join(directory, 'web/assets/index-c3.js'), script);

    const { status } = await get('/assets/index-c3.js');

    expect(status).toBe(200);
  });

  test('that is not built says so', async () => {
    const unbuilt = await startTestServer({ routes, webDirectory: '/nowhere' });

    const { status, text } = await sendRaw(unbuilt.port, { path: '/people' });

    expect(status).toBe(503);
    expect(text).toContain('npm start');
  });
});

test('a page’s address with the ending of a file leads to the API’s file of the same rows', async () => {
  const answer = await get('/pulls.csv?state=merged&label=-wip');

  expect([answer.status, answer.headers['location']]).toEqual([
    302,
    '/api/pulls.csv?state=merged&label=-wip',
  ]);
});
