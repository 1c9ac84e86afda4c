import { randomUUID } from 'node:crypto';
import fastifyCookie from '@fastify/cookie';
import fastifyHelmet from '@fastify/helmet';
import fastifyRateLimit from '@fastify/rate-limit';
import { type FastifyBaseLogger, type FastifyInstance, fastify, LogController } from 'fastify';
import { sendFrameworkFailure } from './answer-failures.ts';
import { type HttpConfiguration, isSecure } from './http-configuration.ts';
import { permissionsPolicy, toSecurityHeaders } from './security-headers.ts';

/** A bare server: reads JSON and nothing else, says little of itself, and logs no address, which may hold a link's token. */
export function createFastify(
  configuration: HttpConfiguration,
  logger: FastifyBaseLogger,
  bodyLimit: number,
): FastifyInstance {
  const server = fastify({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    genReqId: () => randomUUID(),
    bodyLimit,
    requestTimeout: 30_000,
    keepAliveTimeout: 65_000,
    exposeHeadRoutes: false,
    // Whoever still holds a connection while we stop gets their answer.
    return503OnClosing: false,
    routerOptions: { maxParamLength: 300 },
    trustProxy: configuration.trustedProxies.length === 0 ? false : [...configuration.trustedProxies],
    frameworkErrors: (error, request, reply) => sendFrameworkFailure(error, request, reply),
  });
  const parseJson = server.getDefaultJsonParser('error', 'error');
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body === '') done(null, undefined);
    else void parseJson(request, body.toString(), done);
  });
  return server;
}

/** Headers for browsers, cookies, counters, and one line in the log for each answer. */
export async function addPlugins(server: FastifyInstance, { publicUrl }: HttpConfiguration): Promise<void> {
  await server.register(fastifyHelmet, toSecurityHeaders(isSecure(publicUrl)));
  await server.register(fastifyCookie);
  await server.register(fastifyRateLimit, { global: false });
  server.addHook('onRequest', async (request, reply) => {
    void reply.headers({ 'permissions-policy': permissionsPolicy, 'x-request-id': request.id });
  });
  closeConnectionsWhileClosing(server);
  server.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.config?.declaration;
    if (route?.kind === 'files') return;
    const facts = { route: route?.id, status: reply.statusCode, ms: Math.round(reply.elapsedTime) };
    request.log.info(facts, 'answered');
  });
}

/** An answer given while the server stops is the last on its connection, which would else be waited for while idle. */
function closeConnectionsWhileClosing(server: FastifyInstance): void {
  let isClosing = false;
  server.addHook('preClose', async () => {
    isClosing = true;
  });
  server.addHook('onSend', async (_, reply) => {
    if (isClosing) void reply.header('connection', 'close');
  });
}
