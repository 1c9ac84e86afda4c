import { findKeyScopes } from '@throughline/contract';
import { type AnswerOptions, answerRoute } from './answer-route.ts';
import type { RouteGuard } from './declared-routes.ts';
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
        kind,
        isAnyHostAllowed: own.isAnyHostAllowed === true,
      },
      {
        method: route.method,
        url: route.path,
        handler:
          handler.kind === 'answer' ? answerRoute(handler, limit, options) : streamRoute(handler, options),
      },
    );
  }
}
