import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo, createServer as createTcpServer } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ResolvedAddress } from './create-dispatcher.ts';
import { createEgress } from './create-egress.ts';
import { hostileAddresses, hostileOrigins } from './testing/hostile-addresses.data.ts';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

let answer: Answer = (_request, response) => response.end();
let seen: string[] = [];
const server = createServer((request, response) => {
  seen.push(`${request.method} ${request.url}`);
  answer(request, response);
});

/** Counts whoever connects, whatever they say. */
let knocks = 0;
const canary = createTcpServer((socket) => {
  knocks += 1;
  socket.destroy();
});

let origin = '';
let canaryPort = 0;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  await new Promise<void>((resolve) => canary.listen(0, '::', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  canaryPort = (canary.address() as AddressInfo).port;
});

afterAll(() => {
  server.close();
  canary.close();
});

const answerWith = (handler: Answer): void => {
  seen = [];
  answer = handler;
};

/** The server stands for the demo; everything else about the policy is a customer's. */
const fetchDemo = (more: { maxBytes?: number; timeoutMs?: number } = {}) =>
  createEgress().fetchFor({ origins: [origin], exactLoopbackAddress: origin, ...more });

describe('an address that is not to be reached', () => {
  test.each(hostileAddresses)(
    '%s behind a name brings no connection, not even with private hosts allowed',
    async (...addresses) => {
      knocks = 0;
      let asked = 0;
      const egress = createEgress({
        resolve: async () => {
          asked += 1;
          return addresses.map(
            (address): ResolvedAddress => ({ address, family: address.includes(':') ? 6 : 4 }),
          );
        },
      });
      const name = `https://github.acme.com:${canaryPort}`;
      const fetch = egress.fetchFor({ origins: [name], allowPrivateHosts: true });

      await expect(fetch(`${name}/api/v3/meta`)).rejects.toMatchObject({ code: 'address-refused' });

      expect({ knocks, asked }).toEqual({ knocks: 0, asked: 1 });
    },
  );

  test.each(hostileOrigins)('%s given as it stands brings no connection', async (template) => {
    knocks = 0;
    const target = template.replace('PORT', String(canaryPort));
    const fetch = createEgress().fetchFor({ origins: [new URL(target).origin], allowPrivateHosts: true });

    await expect(fetch(target)).rejects.toMatchObject({ code: 'address-refused' });

    expect(knocks).toBe(0);
  });

  test('is seen by the canary when nothing forbids it, so the canary is awake', async () => {
    knocks = 0;
    const open = `http://127.0.0.1:${canaryPort}`;
    const fetch = createEgress({ allow: { loopbackOrigins: [open] } }).fetchFor({ origins: [open] });

    await expect(fetch(open)).rejects.toMatchObject({ code: 'github-unreachable' });

    expect(knocks).toBe(1);
  });

  test.each(['10.1.2.3', '192.168.0.7', '100.64.3.4', 'fd12::1'])(
    '%s is private: refused unless an administrator named the host',
    async (address) => {
      const egress = createEgress({
        resolve: async () => [{ address, family: address.includes(':') ? 6 : 4 }],
      });
      const fetch = egress.fetchFor({ origins: ['https://github.acme.com'] });

      await expect(fetch('https://github.acme.com/')).rejects.toMatchObject({
        code: 'address-refused',
        message: expect.stringContaining('mark “It lies in our private network”'),
      });
    },
  );

  test('does not slip in when the name’s answer flips after the check', async () => {
    knocks = 0;
    const answers = ['127.0.0.1', '127.0.0.1'];
    const egress = createEgress({
      resolve: async () => [{ address: answers.shift() ?? '8.8.8.8', family: 4 }],
    });
    const name = `https://github.acme.com:${canaryPort}`;
    const fetch = egress.fetchFor({ origins: [name], allowPrivateHosts: true });

    await expect(fetch(name)).rejects.toMatchObject({ code: 'address-refused' });
    await expect(fetch(name)).rejects.toMatchObject({ code: 'address-refused' });

    expect(knocks).toBe(0);
  });

  test('of the demo is that one port of this machine and no other', async () => {
    knocks = 0;
    const egress = createEgress();
    const other = `http://127.0.0.1:${canaryPort}`;

    await expect(
      egress.fetchFor({ origins: [origin], exactLoopbackAddress: origin })(other),
    ).rejects.toMatchObject({ code: 'address-refused' });
    await expect(
      egress.fetchFor({ origins: [other], exactLoopbackAddress: origin })(other),
    ).rejects.toMatchObject({ code: 'address-refused' });

    expect(knocks).toBe(0);
  });
});

describe('the token', () => {
  test('is never sent to another host, whatever a Link or a redirect says', async () => {
    const fetch = fetchDemo();
    for (const elsewhere of [
      'https://evil.example/x',
      'http://127.0.0.1:1/x',
      'https://user@evil.example/',
      origin.replace('http', 'https'),
    ]) {
      await expect(fetch(elsewhere, { headers: { authorization: 'bearer ghp_x' } })).rejects.toMatchObject({
        code: 'address-refused',
      });
    }
  });
});

describe('a redirect', () => {
  test('of a renamed repository on the same host is followed with the same headers', async () => {
    const tokens: (string | undefined)[] = [];
    answerWith((request, response) => {
      tokens.push(request.headers.authorization);
      if (request.url === '/repos/acme/old') response.writeHead(301, { location: '/repositories/7' }).end();
      else response.writeHead(200, { 'content-type': 'application/json' }).end('{"id":7}');
    });

    const response = await fetchDemo()(`${origin}/repos/acme/old`, {
      headers: { authorization: 'bearer t' },
    });

    expect(await response.json()).toEqual({ id: 7 });
    expect(response.url).toBe(`${origin}/repositories/7`);
    expect(tokens).toEqual(['bearer t', 'bearer t']);
  });

  test.each([
    ['301 to another host', 'GET', 301, 'https://evil.example/'],
    ['301 to a cloud’s metadata', 'GET', 301, 'http://169.254.169.254/latest'],
    ['301 to another port', 'GET', 301, 'http://127.0.0.1:1/'],
    ['301 with a user in it', 'GET', 301, `http://x@127.0.0.1/`],
    ['301 without an address', 'GET', 301, undefined],
    ['301 to no address', 'GET', 301, 'http://['],
    ['301 of a query', 'POST', 301, '/graphql2'],
    ['302', 'GET', 302, '/elsewhere'],
    ['303', 'GET', 303, '/elsewhere'],
    ['307', 'GET', 307, '/elsewhere'],
    ['308', 'GET', 308, '/elsewhere'],
    ['protocol-relative 301', 'GET', 301, '//evil.example/x'],
  ])('%s is refused after one request', async (_name, method, status, location) => {
    answerWith((_request, response) =>
      response.writeHead(status, location === undefined ? {} : { location }).end('private'),
    );

    await expect(fetchDemo()(`${origin}/start`, { method })).rejects.toMatchObject({
      code: 'redirect-refused',
    });

    expect(seen).toEqual([`${method} /start`]);
  });

  test('in a circle ends after three requests', async () => {
    answerWith((_request, response) => response.writeHead(301, { location: '/again' }).end());

    await expect(fetchDemo()(`${origin}/again`)).rejects.toMatchObject({ code: 'redirect-refused' });

    expect(seen).toHaveLength(3);
  });
});

describe('an answer', () => {
  test('comes decompressed and whole', async () => {
    answerWith((_request, response) =>
      response
        .writeHead(200, { 'content-encoding': 'gzip', 'content-type': 'application/json' })
        .end(gzipSync('{"a":1}')),
    );

    const response = await fetchDemo()(origin);

    expect(await response.json()).toEqual({ a: 1 });
    expect(response.headers.get('content-encoding')).toBeNull();
  });

  test.each([
    ['plain', (size: number) => ({ headers: {}, body: Buffer.alloc(size) })],
    [
      'compressed',
      (size: number) => ({ headers: { 'content-encoding': 'gzip' }, body: gzipSync(Buffer.alloc(size)) }),
    ],
  ])('that is too large is dropped: %s', async (_name, make) => {
    const { headers, body } = make(3_000_000);
    answerWith((_request, response) => response.writeHead(200, headers).end(body));

    await expect(fetchDemo({ maxBytes: 1_000_000 })(origin)).rejects.toMatchObject({
      code: 'github-unreadable',
    });
    await expect(fetchDemo({ maxBytes: 3_000_000 })(origin)).resolves.toMatchObject({ status: 200 });
  });

  test.each<[string, string, Answer]>([
    [
      'cut off in the middle',
      'github-unreachable',
      (_request, response) => {
        response.writeHead(200, { 'content-length': '100' });
        response.write('{"a":');
        setTimeout(() => response.destroy(), 20);
      },
    ],
    ['cut off before the first byte', 'github-unreachable', (_request, response) => response.destroy()],
    [
      'with broken compression',
      'github-unreadable',
      (_request, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end('not gzip at all'),
    ],
    [
      'with half of its compression',
      'github-unreadable',
      (_request, response) =>
        response
          .writeHead(200, { 'content-encoding': 'gzip' })
          .end(gzipSync('x'.repeat(9_999)).subarray(0, 20)),
    ],
    ['that stalls', 'github-unreachable', (_request, response) => void response.writeHead(200).write('{')],
    ['that never begins', 'github-unreachable', () => {}],
  ])('%s is an error, never half an answer: %s', async (_name, code, handler) => {
    answerWith(handler);

    await expect(fetchDemo({ timeoutMs: 400 })(origin)).rejects.toMatchObject({ code });
  });

  test('is not waited for once the caller gave up', async () => {
    answerWith(() => {});
    const reason = new Error('shutting down');

    await expect(fetchDemo()(origin, { signal: AbortSignal.timeout(50) })).rejects.toMatchObject({
      name: 'TimeoutError',
    });
    await expect(fetchDemo()(origin, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });
});

describe('a host that cannot be reached', () => {
  test.each([
    ['ENOTFOUND', 'does not exist'],
    ['EAI_AGAIN', 'name server does not answer'],
  ])('because of %s is a sentence with a repair', async (code, what) => {
    const egress = createEgress({
      resolve: async () => {
        throw Object.assign(new Error(`getaddrinfo ${code}`), { code });
      },
    });

    await expect(
      egress.fetchFor({ origins: ['https://github.acme.com'] })('https://github.acme.com/'),
    ).rejects.toMatchObject({
      code: 'github-unreachable',
      message: expect.stringContaining(what),
    });
  });

  test('because nothing listens says so', async () => {
    const closed = 'http://127.0.0.1:1';
    const fetch = createEgress().fetchFor({ origins: [closed], exactLoopbackAddress: closed });

    await expect(fetch(closed)).rejects.toMatchObject({
      message: expect.stringContaining('nothing listens there'),
    });
  });
});
