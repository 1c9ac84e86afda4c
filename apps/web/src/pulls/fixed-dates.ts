import type { Period } from '@throughline/contract';

/** Whether a period means other days tomorrow. */
export const isRelative = (text: string | undefined): boolean => /^(?:last|this)-/.test(text ?? '');

/** A relative period as the days it has today, `2026-10-23..2026-11-21`; undefined for one that stays what it is. */
export const toFixedDates = (
  period: Pick<Period, 'text' | 'from' | 'until'> | undefined,
): string | undefined =>
  period !== undefined && isRelative(period.text) ? `${period.from}..${period.until}` : undefined;
