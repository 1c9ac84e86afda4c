import { toDuration, type WeekMetric } from '@throughline/contract';

/** A time of a figure: "6.2 h". */
export const toTimeWords = (seconds: number): string => toDuration(seconds / 60, { isFigure: true });

/** What stands as the figure: the median, or with few the values themselves. */
export function toValueWords({ value, values, n }: WeekMetric['figure']): string {
  if (n === 0) return 'Not enough data';
  return value === undefined ? (values ?? []).map(toTimeWords).join(', ') : toTimeWords(value);
}

/** How it is spread, and what is missing: "p90 31 h · 2 not known · the usual is 8 h". */
export function toSpreadWords({ figure: { p90, n, value, missing }, usual }: WeekMetric): string {
  const parts = [
    value === undefined && n > 0 ? 'each of them' : undefined,
    p90 === undefined ? undefined : `p90 ${toTimeWords(p90)}`,
    missing === 0 ? undefined : `${missing} not known`,
    usual === undefined ? undefined : `the usual is ${toTimeWords(usual)}`,
  ];
  return parts.filter((part) => part !== undefined).join(' · ');
}
