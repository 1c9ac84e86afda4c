import { locale } from './locale.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** How long ago, or until when: relative to 30 days, then the date with its year where it is another one. */
export const toRelative = (at: Date, now: Date, zone?: string): string => {
  const distanceMs = now.getTime() - at.getTime();
  const words = toDistance(Math.abs(distanceMs));
  if (words === undefined) return toDay(at, now, zone);
  if (words === 'now') return words;
  return distanceMs > 0 ? `${words} ago` : `in ${words}`;
};

const toDistance = (distanceMs: number): string | undefined => {
  if (distanceMs < 10_000) return 'now';
  if (distanceMs < minuteMs) return `${Math.floor(distanceMs / 1_000)} s`;
  if (distanceMs < hourMs) return `${Math.floor(distanceMs / minuteMs)} min`;
  if (distanceMs < dayMs) return `${Math.floor(distanceMs / hourMs)} h`;
  if (distanceMs <= 30 * dayMs) return `${Math.floor(distanceMs / dayMs)} d`;
  return undefined;
};

/** "3 November", with the year where it is not this one. */
export const toDay = (at: Date, now: Date, zone?: string): string => {
  const year = new Intl.DateTimeFormat(locale, { year: 'numeric', timeZone: zone });
  const isThisYear = year.format(at) === year.format(now);
  return new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'long',
    timeZone: zone,
    ...(isThisYear ? {} : { year: 'numeric' }),
  }).format(at);
};

/** "21 November 2026 at 14:32, Europe/Paris". */
export const toExact = (at: Date, zone = readerZone()): string => {
  const text = new Intl.DateTimeFormat(locale, {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: zone,
  }).format(at);
  return `${text}, ${zone}`;
};

/** "21 Nov 2026, 14:32", for who wants exact times everywhere. */
export const toStamp = (at: Date, zone?: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: zone }).format(at);

/** "14:32". */
export const toClock = (at: Date, zone?: string): string =>
  new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: zone }).format(at);

const readerZone = (): string => new Intl.DateTimeFormat(locale).resolvedOptions().timeZone;
