import '@fastify/rate-limit';
import { normalizeIP } from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { AppError } from '../errors/index.ts';

const minuteMs = 60_000;
const keyName = 'throughlineLimitKey';

/** Counts a call and throws `too-many-requests` when it is one too many in this minute. */
export type Limiter = (request: FastifyRequest, key: string) => Promise<void>;

/**
 * Makes limiters of so many calls a minute for a key. Each process counts for itself: on n processes a caller who
 * reaches all of them has n times as many.
 */
export function createLimiters(server: FastifyInstance): (perMinute: number) => Limiter {
  server.decorateRequest(keyName, '');

  return (perMinute) => {
    const count = server.createRateLimit({
      max: perMinute,
      timeWindow: minuteMs,
      keyGenerator: (request) => request.getDecorator<string>(keyName),
    });
    return async (request, key) => {
      request.setDecorator(keyName, key);
      const result = await count(request);
      if (!result.isAllowed && result.isExceeded) throw tooMany(result.ttlInSeconds);
    };
  };
}

/** An address as a key: of IPv6 the network of 64 bits, of which one caller has all. */
export const toAddressKey = (ip: string): string => normalizeIP(ip);

function tooMany(retryAfterSeconds: number): AppError {
  return new AppError(
    'too-many-requests',
    `That was too often within a minute. Wait ${retryAfterSeconds} seconds and try again.`,
    { context: { retryAfterSeconds } },
  );
}
