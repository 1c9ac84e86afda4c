import { findKeyScopes } from '@throughline/contract';
import type { RouteHandlerMethod } from 'fastify';
import { type AnswerOptions, answerRoute } from './answer-route.ts';
import type { RouteGuard } from './declared-routes.ts';
import { fileRoute } from './file-route.ts';
import { pageRoute } from './page-route.ts';
import type { Limiter } from './rate-limits.ts';
import type { HttpReader, RouteHandler } from './route-handler.ts';
import { streamRoute } from './stream-route.ts';

interface RegisterOptions extends AnswerOptions {
  readonly heartbeatMs: number;
  readonly createLimiter: (perMinute: number) => Limiter;
}

/** Gives the server every route with its policy, its limit and what answers it. */
export function registerRoutes<Reader extends HttpReader>(
  guard: RouteGuard,
  routes: readonly RouteHandler<Reader>[],
  options: RegisterOptions,
): void {
  for (const handler of routes) {
    const { route, kind, options: own } = handler;
    const limit = own.limit === undefined ? undefined : options.createLimiter(own.limit.perMinute);
    guard.declare(
      {
        id: route.id,
        policy: route.policy,
        keyScopes: findKeyScopes(route.id),
        kind: kind === 'stream' ? 'stream' : 'answer',
        isAnyHostAllowed: own.isAnyHostAllowed === true,
        ...(kind === 'page' ? { failurePage: handler.failurePage } : {}),
      },
      {
        method: route.method,
        url: route.path,
        handler: toAnswering(handler, limit, options),
      },
    );
  }
}

function toAnswering<Reader extends HttpReader>(
  handler: RouteHandler<Reader>,
  limit: Limiter | undefined,
  options: RegisterOptions,
): RouteHandlerMethod {
  switch (handler.kind) {
    case 'answer':
      return answerRoute(handler, limit, options);
    case 'stream':
      return streamRoute(handler, options);
    case 'file':
      return fileRoute(handler, options);
    case 'page':
      return pageRoute(handler, options);
  }
}
