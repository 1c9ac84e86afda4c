import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { defineRoute } from '@throughline/contract';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { toCsrfToken } from './csrf-token.ts';
import { handle, handleStream, startTestServer } from './testing/start-test-server.ts';

const streamOf = (id: string) =>
  defineRoute({
    id,
    method: 'GET',
    path: `/api/${id}`,
    policy: 'signed-in',
    summary: 'A stream of a test.',
    answer: z.object({ n: z.number(), text: z.string().optional() }),
  });
const leave = defineRoute({
  id: 'leave',
  method: 'DELETE',
  path: '/api/session',
  policy: 'signed-in',
  summary: 'Signs out.',
  answer: z.object({}),
});

const ended: string[] = [];
let produced = 0;

const server = await startTestServer({
  limits: { heartbeatMs: 60, sessionCheckMs: 100, streamsPerUser: 3 },
  routes: [
    handleStream(streamOf('three'), 'count', async function* () {
      for (let n = 1; n <= 3; n += 1) yield { n, hidden: 'x' };
    }),
    handleStream(streamOf('silent'), 'count', async function* ({ reader, request }) {
      yield { n: 0 };
      if (!request.signal.aborted) await once(request.signal, 'abort');
      ended.push(reader.rank);
    }),
    handleStream(streamOf('flood'), 'count', async function* ({ request }) {
      for (; !request.signal.aborted; produced += 1) {
        yield { n: produced, text: 'x'.repeat(100_000) };
      }
    }),
    handleStream(streamOf('broken'), 'count', async function* () {
      yield { n: 1 };
      throw new Error('hidden reason');
    }),
    handleStream(streamOf('wide'), 'count', async function* () {
      yield JSON.parse('{"n":"hidden"}') as { n: number };
    }),
    handle(leave, ({ request }) => {
      request.endSession();
      return {};
    }),
  ],
});

const open = async (path: string, token: string) => {
  const abort = new AbortController();
  const response = await fetch(`${server.origin}/api/${path}`, {
    headers: { cookie: `test=${token}` },
    signal: abort.signal,
  });
  return { response, abort };
};

/** Everything a stream says until it ends. */
const readAll = async (response: Response): Promise<string> =>
  response.text().catch((error: unknown) => `broke: ${String(error)}`);

describe('a stream', () => {
  test('sends events through the answer’s schema, and ends when there are no more', async () => {
    const { response } = await open('three', 'member');

    expect(response.headers.get('content-type')).toBe('text/event-stream');
    expect(response.headers.get('cache-control')).toContain('no-store');
    expect(await readAll(response)).toBe(
      'retry: 2000\n\nevent: count\ndata: {"n":1}\n\nevent: count\ndata: {"n":2}\n\nevent: count\ndata: {"n":3}\n\n',
    );
  });

  test('is refused to who is not signed in', async () => {
    const { response } = await open('three', 'nobody');

    expect(response.status).toBe(401);
  });

  test('beats while nothing happens', async () => {
    const { response, abort } = await open('silent', 'member');
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();

    let text = '';
    while (text.split(': still here\n\n').length < 4) text += (await reader.read()).value ?? '';
    abort.abort();

    expect(text).toMatch(/^retry: 2000\n\nevent: count\ndata: \{"n":0\}\n\n(: still here\n\n)+$/);
  });

  test('ends its source when the reader leaves', async () => {
    await expect.poll(() => ended.length).toBe(1);
    ended.length = 0;
    const { response, abort } = await open('silent', 'manager');
    await response.body!.getReader().read();

    abort.abort();

    await expect.poll(() => ended).toEqual(['manager']);
  });

  test('that breaks or says something else than its schema ends and betrays nothing', async () => {
    const texts = [
      await readAll((await open('broken', 'member')).response),
      await readAll((await open('wide', 'member')).response),
    ];

    expect(texts.join('')).not.toContain('hidden');
    expect(server.log.join('')).toContain('hidden reason');
  });

  test('waits for a slow reader instead of piling up', async () => {
    const { response, abort } = await open('flood', 'administrator');
    const reader = response.body!.getReader();
    await reader.read();
    await sleep(500);
    const before = produced;

    await sleep(500);

    expect(produced).toBe(before);
    abort.abort();
  });
});

describe('a stream ends with its session', () => {
  test('when its reader signs out', async () => {
    ended.length = 0;
    const { response } = await open('silent', 'member');
    const text = readAll(response);

    await fetch(`${server.origin}/api/session`, {
      method: 'DELETE',
      headers: { cookie: 'test=member', 'x-csrf-token': toCsrfToken('member') },
    });

    expect(await text).toContain('data: {"n":0}');
    expect(ended).toEqual(['member']);
  });

  test('when its reader is no longer one', async () => {
    ended.length = 0;
    const gone = server.sessions.get('manager')!;
    const { response } = await open('silent', 'manager');
    const other = await open('silent', 'administrator');
    const text = readAll(response);

    server.sessions.delete('manager');
    await text;
    server.sessions.set('manager', gone);

    expect(ended).toEqual(['manager']);
    other.abort.abort();
  });
});

test('a user holds so many streams and no more, until one ends', async () => {
  const streams = [
    await open('silent', 'manager'),
    await open('silent', 'manager'),
    await open('silent', 'manager'),
  ];

  expect((await open('silent', 'manager')).response.status).toBe(429);
  expect((await open('three', 'administrator')).response.status).toBe(200);

  streams[0]!.abort.abort();
  await expect.poll(async () => (await open('three', 'manager')).response.status).toBe(200);
  for (const { abort } of streams) abort.abort();
});

test('a server that stops ends its streams and does not hang', async () => {
  const { response } = await open('silent', 'administrator');
  const text = readAll(response);

  await server.close();

  expect(await text).toContain('data: {"n":0}');
});
