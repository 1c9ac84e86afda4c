import type { QuotaResource, QuotaSnapshot } from '../quota/quota-gate.ts';
import type { Answer } from './answer.ts';

/** GitHub's clock may be ahead of ours this much without anyone minding: we come a little later than we might. */
const tolerableLeadMs = 30_000;
/** It may be behind by less: we would come too early. Its `date` is in whole seconds, and took its time to come. */
const tolerableLagMs = 2_000;

/** What is left, in our own clock; undefined where the host counts nothing ("0 of 0", no headers, no reset). */
export function parseSnapshot(headers: Answer['headers'], now: Date): QuotaSnapshot | undefined {
  const limit = toCount(headers['x-ratelimit-limit']);
  const remaining = toCount(headers['x-ratelimit-remaining']);
  const resetSeconds = toCount(headers['x-ratelimit-reset']);
  if (limit === undefined || remaining === undefined || resetSeconds === undefined) return undefined;
  if (limit === 0 || resetSeconds === 0) return undefined;
  const used = toCount(headers['x-ratelimit-used']) ?? Math.max(0, limit - remaining);
  return { limit, remaining, used, resetAt: toOurClock(new Date(resetSeconds * 1000), headers, now) };
}

const resources: readonly QuotaResource[] = ['core', 'graphql', 'search'];

/** The bucket GitHub says it charged. */
export const parseResource = (headers: Answer['headers']): QuotaResource | undefined =>
  resources.find((resource) => resource === headers['x-ratelimit-resource']);

/** `retry-after` in milliseconds: seconds, or a date of GitHub's clock. */
export function parseRetryAfterMs(headers: Answer['headers'], now: Date): number | undefined {
  const text = headers['retry-after'];
  if (text === undefined) return undefined;
  const seconds = toCount(text);
  if (seconds !== undefined) return seconds * 1000;
  const at = Date.parse(text);
  if (Number.isNaN(at)) return undefined;
  return Math.max(0, toOurClock(new Date(at), headers, now).getTime() - now.getTime());
}

/** When GitHub wrote the answer, by its own clock; ours when it does not say. */
export function parseObservedAt(headers: Answer['headers'], now: Date): Date {
  const at = Date.parse(headers['date'] ?? '');
  return Number.isNaN(at) ? now : new Date(at);
}

function toOurClock(theirs: Date, headers: Answer['headers'], now: Date): Date {
  const skewMs = parseObservedAt(headers, now).getTime() - now.getTime();
  const isTolerable = skewMs <= tolerableLeadMs && skewMs >= -tolerableLagMs;
  return isTolerable ? theirs : new Date(theirs.getTime() - skewMs);
}

function toCount(text: string | undefined): number | undefined {
  if (text === undefined || !/^\d{1,15}$/.test(text.trim())) return undefined;
  return Number(text);
}
