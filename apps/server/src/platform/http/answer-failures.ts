import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { notFound } from '../errors/index.ts';
import { toFailureAnswer } from './failure-answer.ts';

/** Every failure leaves through here, and so does every address where nothing is. */
export function answerFailures(server: FastifyInstance): void {
  server.setErrorHandler((error, request, reply) => sendFailure(error, request, reply));
  server.setNotFoundHandler((request, reply) => sendFailure(notFound(), request, reply));
}

function sendFailure(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const { status, headers, body, isOurs } = toFailureAnswer(error, request.id);
  const { id: route, failurePage } = request.routeOptions.config?.declaration ?? {};
  if (isOurs) request.log.error({ err: error, route, code: body.code }, 'a request failed');
  // Without the error: the framework's own repeat the address, and an address may hold the token of a link.
  else request.log.debug({ route, code: body.code }, 'a request was refused');
  // Who was led here reads no JSON. The page has its own words for a code: nothing of the request goes along.
  if (failurePage !== undefined) {
    void reply.header('cache-control', 'no-store').redirect(`${failurePage}?refused=${body.code}`, 303);
    return;
  }
  void reply
    .status(status)
    .headers({ 'cache-control': 'no-store', ...headers })
    .type('application/json; charset=utf-8')
    .send(JSON.stringify(body));
}

/** For requests so malformed that no hook has seen them: what protects a browser is put on by hand. */
export function sendFrameworkFailure(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  void reply.headers({
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
  });
  sendFailure(error, request, reply);
}
