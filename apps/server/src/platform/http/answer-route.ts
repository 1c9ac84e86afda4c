import type { Route } from '@throughline/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { toBrowserId } from './browser-id.ts';
import { toCsrfToken } from './csrf-token.ts';
import { toOrigin } from './known-host.ts';
import type { OpenStreams } from './open-streams.ts';
import { parseInput } from './parse-input.ts';
import { type Limiter, toAddressKey } from './rate-limits.ts';
import { getState } from './request-state.ts';
import type { AnswerHandler, Asked, HttpReader, HttpRequest, RouteHandler } from './route-handler.ts';
import type { SessionCookies } from './session-cookies.ts';

export interface AnswerOptions {
  readonly publicUrl: URL | undefined;
  readonly cookies: SessionCookies;
  readonly streams: OpenStreams;
}

/** Answers with what the handler returns, and of that only what the route's answer schema names. */
export function answerRoute<Reader extends HttpReader>(
  handler: AnswerHandler<Reader>,
  limit: Limiter | undefined,
  options: AnswerOptions,
) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const asked = toAsked<Reader>(handler.route, request, toHttpRequest(request, reply, options));
    await countCall(handler, limit, request, asked);
    const answer = await handler.run(asked);
    return reply
      .header('cache-control', 'no-store')
      .type('application/json; charset=utf-8')
      .send(toAnswerText(handler.route, answer));
  };
}

/** Input parsed by the route's schemas, with the reader whom the gate found. */
export function toAsked<Reader>(
  route: Route,
  request: FastifyRequest,
  http: HttpRequest,
): Asked<Route, Reader | undefined> {
  const { params, query, body } = request;
  return {
    ...parseInput(route, { params, query, body }),
    reader: getState<Reader>(request).reader,
    request: http,
  };
}

/** The text of an answer: an allow-list, because a schema drops what it does not name. */
export const toAnswerText = (route: Route, answer: unknown): string =>
  JSON.stringify(route.answer.parse(answer));

async function countCall<Reader extends HttpReader>(
  { options }: RouteHandler<Reader>,
  limit: Limiter | undefined,
  request: FastifyRequest,
  asked: Asked<Route, Reader | undefined>,
): Promise<void> {
  if (limit === undefined || options.limit === undefined) return;
  await limit(request, `${toAddressKey(request.ip)} ${options.limit.key(asked, asked.reader?.userId)}`);
}

export function toHttpRequest(
  request: FastifyRequest,
  reply: FastifyReply,
  options: AnswerOptions,
): HttpRequest {
  const { cookies, streams, publicUrl } = options;
  const state = getState<HttpReader>(request);
  const getBearer = (): string =>
    state.sessionToken ?? cookies.findVisitor(request) ?? cookies.setVisitor(reply);
  return {
    id: request.id,
    ip: request.ip,
    origin: toOrigin(request.headers.host, publicUrl),
    signal: toSignal(reply),
    log: request.log,
    csrfToken: () => toCsrfToken(getBearer()),
    browserId: () => toBrowserId(getBearer()),
    startSession: (token) => {
      cookies.setSession(reply, token);
      return toCsrfToken(token);
    },
    endSession: () => {
      cookies.clearSession(reply);
      if (state.reader !== undefined) streams.endSession(state.reader.sessionId);
    },
  };
}

/** Aborted when the answer is complete or the caller has gone, whichever is first. */
function toSignal(reply: FastifyReply): AbortSignal {
  const abort = new AbortController();
  reply.raw.once('close', () => abort.abort());
  return abort.signal;
}
