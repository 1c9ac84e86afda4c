import { request as httpRequest, type IncomingHttpHeaders, type RequestOptions } from 'node:http';
import { Writable } from 'node:stream';
import { defineRoute } from '@throughline/contract';
import { afterAll } from 'vitest';
import * as z from 'zod';
import { createLogger, createSecretMask } from '../../logging/index.ts';
import { createHttpServer, type HttpServer } from '../create-http-server.ts';
import type { HttpConfiguration } from '../http-configuration.ts';
import type { HttpLimits } from '../http-limits.ts';
import { createHandles, type HttpReader, type RouteHandler } from '../route-handler.ts';

/** A reader of these tests: what they may is what they are called. */
export interface TestReader extends HttpReader {
  readonly rank: 'administrator' | 'manager' | 'member';
}

export const { handle, handleAnyone, handleStream } = createHandles<TestReader>();

const text = z.object({ text: z.string() });
const route = { summary: 'A route of a test.', answer: text } as const;

export const testRoutes = {
  open: defineRoute({ ...route, id: 'open', method: 'GET', path: '/api/open', policy: 'anyone' }),
  own: defineRoute({ ...route, id: 'own', method: 'GET', path: '/api/own', policy: 'signed-in' }),
  led: defineRoute({ ...route, id: 'led', method: 'GET', path: '/api/led', policy: 'manager' }),
  ruled: defineRoute({ ...route, id: 'ruled', method: 'GET', path: '/api/ruled', policy: 'administrator' }),
  thing: defineRoute({
    ...route,
    id: 'thing',
    method: 'GET',
    path: '/api/things/:id',
    policy: 'signed-in',
    params: z.strictObject({ id: z.coerce.number().int().positive() }),
  }),
  write: defineRoute({
    ...route,
    id: 'write',
    method: 'POST',
    path: '/api/write',
    policy: 'signed-in',
    body: z.strictObject({ text: z.string(), more: z.array(z.number()).optional() }),
  }),
  remove: defineRoute({ ...route, id: 'remove', method: 'DELETE', path: '/api/write', policy: 'signed-in' }),
  ruledWrite: defineRoute({
    ...route,
    id: 'ruledWrite',
    method: 'PUT',
    path: '/api/ruled',
    policy: 'administrator',
    body: z.strictObject({ text: z.string() }),
  }),
  // Named like operations of the contract that keys may ask: scopes are told by an operation's name.
  keyed: defineRoute({ ...route, id: 'listReviews', method: 'GET', path: '/api/keyed', policy: 'manager' }),
  keyedWrite: defineRoute({
    ...route,
    id: 'pauseSync',
    method: 'POST',
    path: '/api/keyed',
    policy: 'signed-in',
    body: z.strictObject({ text: z.string() }),
  }),
  enter: defineRoute({
    ...route,
    id: 'enter',
    method: 'POST',
    path: '/api/enter',
    policy: 'anyone',
    body: z.strictObject({ name: z.string() }),
  }),
} as const;

interface TestServerOptions {
  readonly routes: readonly RouteHandler<TestReader>[];
  readonly configuration?: Partial<HttpConfiguration>;
  readonly limits?: Partial<HttpLimits>;
  readonly webDirectory?: string;
}

export interface TestServer extends HttpServer {
  readonly origin: string;
  readonly port: number;
  readonly log: readonly string[];
  /** Session tokens that speak for somebody; a test removes one to end the session. */
  readonly sessions: Map<string, TestReader>;
}

/** A server of these routes, whose sessions are a table: `member`, `manager` and `administrator` are tokens. */
export async function startTestServer(options: TestServerOptions): Promise<TestServer> {
  const log: string[] = [];
  const destination = new Writable({ write: (chunk, _, done) => (log.push(String(chunk)), done()) });
  const ranks = ['administrator', 'manager', 'member'] as const;
  const sessions = new Map<string, TestReader>(
    ranks.map((rank, i) => [rank, { rank, userId: i + 1, sessionId: `session of ${rank}` }]),
  );
  const keys = new Map<string, TestReader>(
    ranks.flatMap((rank, i) =>
      (['read', 'sync'] as const).map((keyScope) => [
        `tl_${keyScope}_${rank}`,
        { rank, userId: i + 1, sessionId: `key of ${rank}`, keyScope },
      ]),
    ),
  );
  const server = await createHttpServer<TestReader>({
    configuration: {
      publicUrl: undefined,
      host: '127.0.0.1',
      port: 0,
      trustedProxies: [],
      ...options.configuration,
    },
    routes: options.routes,
    authenticator: {
      authenticate: (token) => Promise.resolve(sessions.get(token)),
      authenticateKey: (text) => Promise.resolve(keys.get(text)),
      allows: (policy, { rank }) =>
        policy === 'manager' ? rank !== 'member' : policy !== 'administrator' || rank === 'administrator',
      findAlive: () => Promise.resolve(new Set([...sessions.values()].map(({ sessionId }) => sessionId))),
    },
    session: { cookieName: 'test', maxAgeSeconds: 60 },
    logger: createLogger({ level: 'debug', secrets: createSecretMask(), destination }),
    webDirectory: options.webDirectory ?? '/nowhere',
    limits: { callsPerMinute: 100_000, ...options.limits },
  });
  const origin = await server.listen();
  afterAll(() => server.close());
  return { ...server, origin, port: Number(new URL(origin).port), log, sessions };
}

export interface RawAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** A request with exactly these headers; `fetch` would choose some itself. */
export function sendRaw(port: number, options: RequestOptions, body?: string | Buffer): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const request = httpRequest({ host: '127.0.0.1', port, ...options }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text: Buffer.concat(chunks).toString(),
        }),
      );
    });
    request.on('error', reject);
    if (body !== undefined && !request.hasHeader('transfer-encoding')) {
      request.setHeader('content-length', Buffer.byteLength(body));
    }
    request.end(body);
  });
}
