import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { AppError } from '../errors/index.ts';
import type { Logger } from '../logging/index.ts';
import { answerFailures } from './answer-failures.ts';
import type { Authenticator } from './authenticator.ts';
import { addPlugins, createFastify } from './create-fastify.ts';
import { type DeclaredRoute, guardRoutes, type RouteGuard } from './declared-routes.ts';
import { createGate } from './gate.ts';
import { type HttpConfiguration, isSecure } from './http-configuration.ts';
import { defaultLimits, type HttpLimits } from './http-limits.ts';
import { isLoopbackHost } from './known-host.ts';
import { createOpenStreams } from './open-streams.ts';
import { createLimiters } from './rate-limits.ts';
import { registerRoutes } from './register-routes.ts';
import { decorateState } from './request-state.ts';
import type { HttpReader, RouteHandler } from './route-handler.ts';
import { createSessionCookies } from './session-cookies.ts';
import { serveWeb } from './web-files.ts';

export interface HttpServerOptions<Reader extends HttpReader> {
  readonly configuration: HttpConfiguration;
  readonly routes: readonly RouteHandler<Reader>[];
  readonly authenticator: Authenticator<Reader>;
  readonly session: { readonly cookieName: string; readonly maxAgeSeconds: number };
  readonly logger: Logger;
  /** Where the built web lies. */
  readonly webDirectory: string;
  readonly limits?: Partial<HttpLimits>;
}

export interface HttpServer {
  /** Every address it answers, with its policy. */
  readonly routes: readonly DeclaredRoute[];
  /** Begins to listen and returns where, such as `http://127.0.0.1:8080`. */
  listen(): Promise<string>;
  /** Ends streams, lets running requests finish, and stops listening. */
  close(): Promise<void>;
}

/** The server with all its routes; it fails to be made when one of them, or of a plug-in, has no policy. */
export async function createHttpServer<Reader extends HttpReader>(
  options: HttpServerOptions<Reader>,
): Promise<HttpServer> {
  const { configuration } = options;
  const limits = { ...defaultLimits, ...options.limits };
  refuseOpenPlainHttp(configuration);
  const server = createFastify(configuration, options.logger, limits.bodyBytes);
  const guard = guardRoutes(server);
  answerFailures(server);
  await addPlugins(server, configuration);
  addRoutes(server, guard, options, limits);
  await serveWeb(server, guard, options.webDirectory);
  await server.ready();
  return {
    routes: guard.routes,
    listen: async () => {
      await server.listen({ host: configuration.host, port: configuration.port });
      return toAddress(server.server.address());
    },
    close: () => server.close(),
  };
}

function addRoutes<Reader extends HttpReader>(
  server: FastifyInstance,
  guard: RouteGuard,
  { configuration: { publicUrl }, routes, authenticator, session, logger }: HttpServerOptions<Reader>,
  limits: HttpLimits,
): void {
  const streams = createOpenStreams({
    findAlive: (sessionIds) => authenticator.findAlive(sessionIds),
    perUser: limits.streamsPerUser,
    checkEveryMs: limits.sessionCheckMs,
    onError: (error) => logger.warn({ err: error }, 'sessions of open streams could not be checked'),
  });
  const cookies = createSessionCookies({
    name: session.cookieName,
    isSecure: isSecure(publicUrl),
    maxAgeSeconds: session.maxAgeSeconds,
  });
  const createLimiter = createLimiters(server);
  const limit = createLimiter(limits.callsPerMinute);
  decorateState(server);
  server.addHook('preClose', async () => streams.endAll());
  server.addHook('onRequest', createGate({ publicUrl, authenticator, cookies, limit }));
  registerRoutes(guard, routes, {
    publicUrl,
    cookies,
    streams,
    createLimiter,
    heartbeatMs: limits.heartbeatMs,
  });
}

/** Without a public https address nobody else may reach us: passwords would travel in the clear. */
function refuseOpenPlainHttp({ publicUrl, host }: HttpConfiguration): void {
  if (publicUrl !== undefined || isLoopbackHost(host.includes(':') ? `[${host}]` : host)) return;
  throw new AppError(
    'configuration-invalid',
    `THROUGHLINE_HOST is ${host}, and others could reach Throughline without https. Set PUBLIC_URL to the https ` +
      'address people use, or leave THROUGHLINE_HOST out.',
    { context: { variable: 'THROUGHLINE_HOST' } },
  );
}

function toAddress(address: AddressInfo | string | null): string {
  if (address === null || typeof address === 'string') throw new Error('The server listens on no port.');
  const host = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return `http://${host}:${address.port}`;
}
