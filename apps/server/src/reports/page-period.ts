import type { Period } from '@throughline/contract';
import { defaultPeriodText, parsePeriod, type Today } from './period.ts';

/** What of an address was not understood: shown struck through, never dropped silently. */
export interface IgnoredParameter {
  readonly name: string;
  readonly value: string;
  readonly reason: string;
}

/** The period of a page that always has one; a malformed one falls back to the last 30 days and is named. */
export function parsePagePeriod(
  text: string | undefined,
  today: Today,
): { readonly period: Period; readonly ignored: readonly IgnoredParameter[] } {
  const parsed = parsePeriod(text ?? defaultPeriodText, today);
  if (parsed.kind === 'period') return { period: parsed.period, ignored: [] };
  const fallback = parsePeriod(defaultPeriodText, today);
  if (fallback.kind !== 'period') throw new Error('The default period is not understood.');
  return { period: fallback.period, ignored: [{ name: 'period', value: text ?? '', reason: parsed.reason }] };
}
