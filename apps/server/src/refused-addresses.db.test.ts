import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo, connect, createServer } from 'node:net';
import { routes } from '@throughline/contract';
import { afterAll, describe, expect, test } from 'vitest';
import { openAccessDependencies } from './github-access/testing/access-dependencies.ts';
import { composeRoutes } from './http/index.ts';
import { startTestApi, type TestClient } from './http/testing/index.ts';
import { parseConfiguration } from './platform/configuration/index.ts';
import { hostileAddresses, hostileTypings } from './platform/egress/testing/hostile-addresses.data.ts';
import { createJobs } from './platform/jobs/index.ts';
import { testDatabase } from './platform/sql/testing/index.ts';
import { listQueues } from './queues.ts';
import {
  type AddressField,
  addressFields,
  otherFields,
  sentSecret,
} from './testing/refused/address-fields.data.ts';
import { listAddressFields } from './testing/refused/list-address-fields.ts';
import { pickSome } from './testing/refused/pick-some.ts';
import { watchConnections } from './testing/refused/watch-connections.ts';

/** Listens where nobody may connect, and counts whoever does. */
let knocks = 0;
const canary = createServer((socket) => {
  knocks += 1;
  socket.destroy();
});
canary.listen(0, '127.0.0.1');
await once(canary, 'listening');
// as: it listens on TCP.
const canaryPort = (canary.address() as AddressInfo).port;

/** Another host that may be spoken to, but was not asked for: no secret may come here. */
const elsewhere: string[] = [];
const other = createHttpServer((request, response) => {
  let body = '';
  request.on('data', (piece) => (body += String(piece)));
  request.on('end', () => {
    elsewhere.push(`${request.url} ${JSON.stringify(request.headers)} ${body}`);
    response.end('{}');
  });
}).listen(0, '127.0.0.1');
await once(other, 'listening');
// as: it listens on TCP.
const otherOrigin = `http://127.0.0.1:${(other.address() as AddressInfo).port}`;

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** The host that is asked, which leads astray. */
let answer: Answer = (_request, response) => response.end();
const host = createHttpServer((request, response) => answer(request, response)).listen(0, '127.0.0.1');
await once(host, 'listening');
// as: it listens on TCP.
const hostPort = (host.address() as AddressInfo).port;
const hostOrigin = `http://127.0.0.1:${hostPort}`;

/** What names lead to now. */
let resolved: readonly (readonly string[])[] = [];
let asked = 0;
const resolve = async () => {
  const addresses = resolved[Math.min(asked, resolved.length - 1)] ?? [];
  asked += 1;
  if (addresses[0] === 'fails')
    throw Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' });
  return addresses.map((address) => ({
    address,
    family: address.includes(':') ? (6 as const) : (4 as const),
  }));
};

const database = await testDatabase();
const deps = openAccessDependencies(database, { loopbackOrigins: [hostOrigin, otherOrigin], resolve });
const jobs = createJobs({ url: database.url, role: 'sender', queues: listQueues(), onFailure: () => {} });
await jobs.start();
const configuration = parseConfiguration({ DATABASE_URL: database.url }, '/nowhere');
const api = await startTestApi({ database, routes: () => composeRoutes({ ...deps, jobs, configuration }) });
const connections = watchConnections([
  ...[api.origin, database.url].map((url) => Number(new URL(url).port)),
  hostPort,
]);

/** How often one user asks is counted; nobody asks as often as this test. */
const asksPerUser = 10;
let administrator: TestClient | undefined;
let asks = 0;

async function findAdministrator(): Promise<TestClient> {
  if (administrator === undefined || asks % asksPerUser === 0)
    administrator = await api.signIn('administrator');
  asks += 1;
  return administrator;
}

afterAll(async () => {
  await jobs.stop();
  await deps.close();
  for (const server of [canary, other, host]) server.close();
});

/** Asks with an address in a field; returns the status of the answer that tells what became of it. */
async function ask(field: AddressField, address: string, isPrivateAllowed = true): Promise<number> {
  const client = await findAdministrator();
  const send = async (method: string, path: string, body: object) => {
    const headers = { 'content-type': 'application/json' };
    const response = await client.fetch(path, { method, headers, body: JSON.stringify(body) });
    return { status: response.status, answer: await response.json() };
  };
  const { status, answer } = await send(field.method, field.path, field.toBody(address, isPrivateAllowed));
  if (field.asked === undefined || status !== 200) return status;
  return (await send('POST', field.asked.path, field.asked.toBody(answer))).status;
}

/** What a refusal answers: neither done, nor broken, nor asked too often to be judged. */
const isRefused = (status: number): boolean => status >= 400 && status !== 429 && status !== 500;

/** Everything that went where it should not have gone since the last look. */
const takeAstray = () => {
  const astray = { attempts: connections.take(), knocks, elsewhere: elsewhere.splice(0) };
  knocks = 0;
  return astray;
};

/** Each run tries a part of the corpus in each field, by a seed that a failure names; `THROUGHLINE_WHOLE=1` tries all. */
const seed = Number(process.env['THROUGHLINE_SEED'] ?? randomInt(1_000_000));
const sample = process.env['THROUGHLINE_WHOLE'] === '1' ? Infinity : 25;
const pickFor = <T>(field: AddressField, vectors: readonly T[]): readonly T[] =>
  pickSome(vectors, sample, seed + addressFields.indexOf(field));

const nothing = { attempts: [], knocks: 0, elsewhere: [] };

test('the corpus holds 150 vectors and more, each once', () => {
  const vectors = [...hostileTypings, ...hostileAddresses.map(String)];

  expect(new Set(vectors).size).toBe(vectors.length);
  expect(vectors.length).toBeGreaterThanOrEqual(150);
});

test('every field of the contract that takes an address is tried here, or is said to be none', () => {
  const known = [...addressFields.map(({ field }) => field), ...Object.keys(otherFields)];

  expect(listAddressFields(routes).toSorted()).toEqual(known.toSorted());
});

test('who connects to the canary is seen, by the canary and by the watch', async () => {
  const socket = connect(canaryPort, '127.0.0.1').on('error', () => undefined);
  await once(socket, 'close');

  expect(takeAstray()).toEqual({ attempts: [`127.0.0.1:${canaryPort}`], knocks: 1, elsewhere: [] });
});

describe.each(addressFields)('$name', (field) => {
  test('takes no spelling of this machine or its like, and connects to nothing', async () => {
    resolved = [['127.0.0.1']];
    const wrong: string[] = [];
    for (const typing of pickFor(field, hostileTypings)) {
      asked = 0;
      const status = await ask(field, typing.replaceAll('PORT', String(canaryPort)));
      const astray = takeAstray();
      if (!isRefused(status) || astray.attempts.length + astray.knocks > 0) {
        wrong.push(`${typing}: ${status} ${JSON.stringify(astray)}`);
      }
    }

    expect(wrong, `THROUGHLINE_SEED=${seed}`).toEqual([]);
  });

  test('connects to no name that leads to what is refused, private hosts allowed', async () => {
    const wrong: string[] = [];
    for (const addresses of pickFor(field, hostileAddresses)) {
      resolved = [addresses];
      asked = 0;
      const status = await ask(field, 'https://github.acme.test');
      const astray = takeAstray();
      if (!isRefused(status) || astray.attempts.length > 0 || asked === 0) {
        wrong.push(`${addresses.join()}: ${status} ${JSON.stringify(astray)}, asked ${asked} times`);
      }
    }

    expect(wrong, `THROUGHLINE_SEED=${seed}`).toEqual([]);
  });

  test.each(['10.1.2.3', '172.16.0.1', '192.168.0.7', '100.64.3.4', 'fd12::1'])(
    'connects to no name that leads to %s in the private network unless it was allowed',
    async (address) => {
      resolved = [[address]];
      asked = 0;

      const status = await ask(field, 'https://github.acme.test', false);

      expect({ isRefused: isRefused(status), ...takeAstray() }).toEqual({
        isRefused: true,
        ...nothing,
      });
    },
  );

  test.each([
    ['whose answer flips', [['127.0.0.1'], ['140.82.121.4'], ['127.0.0.1']]],
    ['that has no address', [[]]],
    ['that cannot be looked up', [['fails']]],
    ['that has IPv6 alone, and a refused one', [['::1']]],
  ])('connects to no name %s', async (_why, answers) => {
    resolved = answers;
    asked = 0;

    const status = await ask(field, 'https://github.acme.test');

    expect({ isRefused: isRefused(status), ...takeAstray() }).toEqual({
      isRefused: true,
      ...nothing,
    });
  });

  test.each([301, 302, 303, 307, 308])(
    'follows no %i to this machine, to metadata or to another host',
    async (status) => {
      const targets = [
        `http://127.0.0.1:${canaryPort}/`,
        'http://169.254.169.254/latest/meta-data/',
        `${otherOrigin}/user`,
        `//127.0.0.1:${canaryPort}/`,
        'https://metadata.google.internal/',
      ];
      resolved = [['169.254.169.254']];
      for (const location of targets) {
        answer = (_request, response) => response.writeHead(status, { location }).end();
        await ask(field, hostOrigin);
      }

      expect(takeAstray()).toEqual(nothing);
    },
  );

  test('follows no chain of five that ends at this machine', async () => {
    answer = (request, response) => {
      const hop = Number(/hop=(?<hop>\d)/.exec(request.url ?? '')?.groups?.['hop'] ?? 0);
      const location = hop < 5 ? `${hostOrigin}/?hop=${hop + 1}` : `http://127.0.0.1:${canaryPort}/`;
      response.writeHead(301, { location }).end();
    };

    await ask(field, hostOrigin);

    expect(takeAstray()).toEqual(nothing);
  });

  test('asks no other host that an answer names, and sends it no secret', async () => {
    const everything = {
      login: 'ada',
      id: 1,
      url: `${otherOrigin}/users/ada`,
      issuer: hostOrigin,
      authorization_endpoint: `${otherOrigin}/authorize`,
      token_endpoint: `http://127.0.0.1:${canaryPort}/token`,
      jwks_uri: `http://127.0.0.1:${canaryPort}/keys`,
      userinfo_endpoint: `${otherOrigin}/userinfo`,
    };
    answer = (request, response) => {
      const isList = /orgs|repos|installations|memberships/.test(request.url ?? '');
      response
        .writeHead(200, {
          'content-type': 'application/json',
          link: `<${otherOrigin}/next?page=2>; rel="next", <http://127.0.0.1:${canaryPort}/>; rel="last"`,
          'x-oauth-scopes': 'repo, read:org',
        })
        .end(JSON.stringify(isList ? [] : everything));
    };

    await ask(field, hostOrigin);
    const astray = takeAstray();

    expect(astray.knocks).toBe(0);
    expect(JSON.stringify(astray.elsewhere)).not.toContain(sentSecret);
    expect(astray).toEqual(nothing);
  });
});
