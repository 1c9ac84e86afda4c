import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * The token that a page must send back with whatever changes something: bound to the cookie `bearer`, from which it can
 * be made and which cannot be made from it.
 */
export const toCsrfToken = (bearer: string): string =>
  createHmac('sha256', bearer).update('csrf').digest('base64url');

/** Compares in constant time. */
export function isCsrfToken(given: unknown, bearer: string): boolean {
  if (typeof given !== 'string') return false;
  const [actual, expected] = [Buffer.from(given), Buffer.from(toCsrfToken(bearer))];
  return actual.length === expected.length && timingSafeEqual(actual, expected);
}
