import { locale } from '../ui/locale.ts';

const dayFormat = new Intl.DateTimeFormat(locale, {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

/** A day as pages say it: "21 Nov 2026". */
export const toDayWords = (day: string): string => dayFormat.format(Date.parse(`${day}T00:00:00Z`));

/** The day before, which is the last one of a time that ends with `day`. */
export const toDayBefore = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);

/** The day after, on which a time that lasts through `day` is over. */
export const toDayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
