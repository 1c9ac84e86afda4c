import { setTimeout as sleep } from 'node:timers/promises';
import { defineRoute } from '@throughline/contract';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { AppError } from '../errors/index.ts';
import {
  handle,
  handleAnyone,
  type RawAnswer,
  sendRaw,
  startTestServer,
  testRoutes,
} from './testing/start-test-server.ts';

const route = { method: 'GET', policy: 'anyone', summary: 'A route of a test.' } as const;
const wide = defineRoute({
  ...route,
  id: 'wide',
  path: '/api/wide',
  answer: z.object({
    name: z.string(),
    items: z.array(z.object({ id: z.number() })),
    note: z.string().optional(),
  }),
});
const broken = defineRoute({ ...route, id: 'broken', path: '/api/broken', answer: z.object({}) });
const wrong = defineRoute({
  ...route,
  id: 'wrong',
  path: '/api/wrong',
  answer: z.object({ name: z.string() }),
});
const slow = defineRoute({ ...route, id: 'slow', path: '/api/slow', answer: z.object({}) });
const away = defineRoute({ ...route, id: 'away', path: '/api/away', answer: z.object({}) });
const known = defineRoute({
  ...route,
  id: 'known',
  path: '/api/known',
  answer: z.object({ ip: z.string(), origin: z.string() }),
});

let isSlowAborted = false;
const leaky = {
  name: 'n',
  passwordHash: 'hidden-1',
  items: [{ id: 1, secret: 'hidden-2' }],
  note: undefined,
};
const routes = [
  handleAnyone(testRoutes.open, () => ({ text: 'open' })),
  handle(testRoutes.own, () => ({ text: 'own' })),
  handleAnyone(wide, () => leaky),
  handleAnyone(broken, () => {
    throw new Error('select password_hash from app_user');
  }),
  handleAnyone(wrong, () => JSON.parse('{"name":5,"secret":"hidden-3"}') as { name: string }),
  handleAnyone(slow, async ({ request }) => {
    await new Promise((resolve) => request.signal.addEventListener('abort', resolve));
    isSlowAborted = true;
    return {};
  }),
  handleAnyone(away, () => {
    throw new AppError('unavailable', 'The database does not answer.');
  }),
  handleAnyone(known, ({ request: { ip, origin } }) => ({ ip, origin })),
];
const server = await startTestServer({ routes });
const get = (path: string, headers: Record<string, string> = {}, port = server.port): Promise<RawAnswer> =>
  sendRaw(port, { path, headers });

describe('an answer', () => {
  test('holds what its schema names and nothing else', async () => {
    const { text } = await get('/api/wide');

    expect(text).toBe('{"name":"n","items":[{"id":1}]}');
  });

  test('that is not what its schema says is not sent', async () => {
    const { status, text } = await get('/api/wrong');

    expect(status).toBe(500);
    expect(text).not.toContain('hidden');
  });

  test('to an error nobody foresaw has a number to find it by, and nothing of the error', async () => {
    const { status, headers, text } = await get('/api/broken');

    const id = String(headers['x-request-id']);
    expect(status).toBe(500);
    expect(JSON.parse(text)).toMatchObject({ code: 'internal', message: expect.stringContaining(id) });
    expect(text).not.toMatch(/select|stack|at |\.ts/);
    expect(server.log.find((line) => line.includes(id) && line.includes('password_hash'))).toBeDefined();
  });

  test('while the database is away says when to try again', async () => {
    const { status, headers } = await get('/api/away');

    expect([status, headers['retry-after']]).toEqual([503, '5']);
  });

  test('is kept by nobody on the way', async () => {
    expect((await get('/api/open')).headers['cache-control']).toBe('no-store');
    expect((await get('/api/nothing')).headers['cache-control']).toBe('no-store');
  });

  test('tells its handler when the caller has gone', async () => {
    const abort = new AbortController();
    const request = fetch(`${server.origin}/api/slow`, { signal: abort.signal }).catch(() => undefined);
    await sleep(100);
    expect(isSlowAborted).toBe(false);

    abort.abort();
    await request;
    await expect.poll(() => isSlowAborted).toBe(true);
  });
});

describe('every answer protects the browser', () => {
  const paths = [
    '/api/open',
    '/api/own',
    '/api/nothing',
    '/api/broken',
    '/api/things/%',
    '/%',
    '/',
    '/people/x',
    '/assets/x.js',
  ];

  test.each(paths)('%s', async (path) => {
    const { headers } = await get(path);

    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers['server'] ?? headers['x-powered-by']).toBeUndefined();
    expect(headers['access-control-allow-origin']).toBeUndefined();
  });

  test('with all that helmet and we know', async () => {
    const { headers } = await get('/api/open');

    expect(headers).toMatchObject({
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'same-origin',
      'x-frame-options': 'DENY',
      'permissions-policy': expect.stringContaining('camera=()'),
      'x-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    expect(headers['strict-transport-security']).toBeUndefined();
  });

  test('and asks for https where we are reached by it', async () => {
    const publicUrl = new URL('https://throughline.example.com');
    const secure = await startTestServer({ routes, configuration: { publicUrl } });

    const { headers } = await get('/api/known', { host: 'throughline.example.com' }, secure.port);

    expect(headers['strict-transport-security']).toBe('max-age=31536000');
    expect(headers['content-security-policy']).toContain('upgrade-insecure-requests');
  });
});

describe('who calls', () => {
  const forwarded = {
    'x-forwarded-for': '203.0.113.9',
    'x-forwarded-host': 'evil.example',
    'x-forwarded-proto': 'https',
  };

  test('is the other end of the connection, whatever it says', async () => {
    const { text } = await get('/api/known', forwarded);

    expect(JSON.parse(text)).toEqual({ ip: '127.0.0.1', origin: server.origin });
  });

  test('is whom a trusted proxy names', async () => {
    const publicUrl = new URL('https://throughline.example.com');
    const behind = await startTestServer({
      routes,
      configuration: { publicUrl, trustedProxies: ['127.0.0.1'] },
    });

    const { text } = await get('/api/known', forwarded, behind.port);

    expect(JSON.parse(text)).toEqual({ ip: '203.0.113.9', origin: 'https://throughline.example.com' });
  });

  test('is nobody’s proxy when only another address is trusted', async () => {
    const publicUrl = new URL('https://throughline.example.com');
    const behind = await startTestServer({
      routes,
      configuration: { publicUrl, trustedProxies: ['10.0.0.1'] },
    });

    const { text } = await get('/api/known', forwarded, behind.port);

    expect(JSON.parse(text)).toMatchObject({ ip: '127.0.0.1' });
  });
});

describe('calls', () => {
  test('are counted for each user, and for each address without one', async () => {
    const strict = await startTestServer({ routes, limits: { callsPerMinute: 3 } });
    const statuses = async (headers: Record<string, string>): Promise<number[]> => {
      const answers: number[] = [];
      for (let i = 0; i < 4; i += 1) answers.push((await get('/api/open', headers, strict.port)).status);
      return answers;
    };

    expect(await statuses({})).toEqual([200, 200, 200, 429]);
    expect(await statuses({ cookie: 'test=member' })).toEqual([200, 200, 200, 429]);
    expect(await statuses({ cookie: 'test=manager' })).toEqual([200, 200, 200, 429]);
    expect(await statuses({ cookie: 'test=made-up', 'x-forwarded-for': '203.0.113.1' })).toEqual([
      429, 429, 429, 429,
    ]);
  });
});

describe('the log', () => {
  test('names routes and never addresses, which may hold a link’s token', async () => {
    await get('/api/open?token=hidden-4');
    await get('/api/hidden-5');
    await get('/hidden-6');
    await get('/%hidden-7');

    expect(server.log.join('')).toContain('"route":"open"');
    expect(server.log.join('')).not.toMatch(/hidden-[4567]/);
  });
});

test('nobody else is let near plain http', async () => {
  const open = startTestServer({ routes, configuration: { host: '0.0.0.0' } });

  await expect(open).rejects.toThrow(/PUBLIC_URL/);
});
