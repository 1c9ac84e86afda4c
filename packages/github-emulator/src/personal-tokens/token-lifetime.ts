import { select } from '../web/markup.ts';

const offered = [7, 30, 60, 90, 366];
const longest = 366;
const dayMs = 86_400_000;

/** A number of days, for ever, or nothing that can be read. */
export type LifetimeReading = number | 'none' | undefined;

/** Reads `expires_in`, in days; thirty unless told. */
export function readLifetime(fields: URLSearchParams): LifetimeReading {
  const text = fields.get('expires_in') ?? '30';
  if (text === 'none') return 'none';
  const days = Number(text);
  return Number.isInteger(days) && days >= 1 && days <= longest ? days : undefined;
}

/** The choice of an expiration; one that the address asks for is among them. */
export function chooseLifetime(fields: URLSearchParams) {
  const chosen = readLifetime(fields) ?? 30;
  const days = typeof chosen === 'number' ? [...new Set([...offered, chosen])] : offered;
  const options = days
    .toSorted((left, right) => left - right)
    .map((one) => [String(one), `${one} days`] as const);
  return select({ label: 'Expiration', name: 'expires_in', value: String(chosen) }, [
    ...options,
    ['none', 'No expiration'],
  ]);
}

/** What a token's description says of its end; null is never. */
export function toExpiry(lifetime: number | 'none', nowMs: number): string | null {
  return lifetime === 'none' ? null : new Date(nowMs + lifetime * dayMs).toISOString();
}
