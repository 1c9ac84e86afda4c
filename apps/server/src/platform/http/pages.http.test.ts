import { defineRoute } from '@throughline/contract';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { AppError } from '../errors/index.ts';
import { createHandles } from './route-handler.ts';
import { sendRaw, startTestServer, type TestReader } from './testing/start-test-server.ts';

const led = defineRoute({
  id: 'led',
  method: 'GET',
  path: '/api/led/:how',
  policy: 'manager',
  summary: 'A page of a test.',
  media: 'text/html',
  params: z.strictObject({ how: z.string().max(20) }),
  answer: z.string(),
});
const failures: Readonly<Record<string, () => Error>> = {
  broken: () => new Error('at //evil.example'),
  busy: () => new AppError('conflict', 'https://evil.example'),
};
const server = await startTestServer({
  routes: [
    createHandles<TestReader>().handlePage(led, '/where', ({ params: { how } }) => {
      throw failures[how]?.() ?? new Error('unheard of');
    }),
  ],
  limits: { callsPerMinute: 20 },
});
const ask = async (path: string, token = 'manager', host = `127.0.0.1:${server.port}`) => {
  const { status, headers, text } = await sendRaw(server.port, {
    path,
    headers: { host, cookie: `test=${token}` },
  });
  return [status, headers['location'], text];
};

test.each([
  ['breaks', '/api/led/broken', 'manager', 'internal'],
  ['is refused', '/api/led/busy', 'manager', 'conflict'],
  ['is asked for wrongly', '/api/led/busy?to=https://evil.example', 'manager', 'input-invalid'],
  ['is asked for at length', `/api/led/${'x'.repeat(99)}`, 'manager', 'not-found'],
  ['is not for who asks', '/api/led/busy', 'member', 'not-found'],
  ['is asked for by nobody', '/api/led/busy', 'ended', 'not-signed-in'],
])('a page that %s leads to the one that says so, and takes nothing along', async (_, path, token, code) => {
  expect(await ask(path, token)).toEqual([303, `/where?refused=${code}`, '']);
});

test('a page under a strange name, or asked for too often, leads to it as well', async () => {
  expect(await ask('/api/led/busy', 'manager', 'evil.example')).toEqual([
    303,
    '/where?refused=not-found',
    '',
  ]);
  for (let calls = 0; calls < 20; calls += 1) await ask('/api/led/busy', 'administrator');

  expect(await ask('/api/led/busy', 'administrator')).toEqual([303, '/where?refused=too-many-requests', '']);
});
