/** Where somebody sits: minutes east of Greenwich in winter, and whose summer time they keep. */
export interface Zone {
  readonly offsetMinutes: number;
  readonly summerTime: 'europe' | 'america' | 'none';
}

const hour = 3_600;
const day = 24 * hour;
const firstYear = 1970;

interface SummerDays {
  /** Seconds of Unix time at midnight UTC. */
  readonly europe: readonly [start: number, end: number];
  readonly america: readonly [start: number, end: number];
}

/** By years since 1970, until 2150. */
const summers: readonly SummerDays[] = Array.from({ length: 180 }, (_, index) => {
  const year = firstYear + index;
  return {
    europe: [sundayBefore(year, 3, 1), sundayBefore(year, 10, 1)],
    america: [sundayFrom(year, 2, 8), sundayFrom(year, 10, 1)],
  };
});

/** Minutes east of Greenwich at an instant, by the rules of today whatever the year. */
export function offsetAt({ offsetMinutes, summerTime }: Zone, atSeconds: number): number {
  if (summerTime === 'none') return offsetMinutes;
  // Off by a day at a new year, when it is winter on either side.
  const summer = summers[Math.floor(atSeconds / (365.2425 * day))];
  if (summer === undefined) return offsetMinutes;
  const [start, end] = summer[summerTime];
  // Europe changes at 1:00 UTC everywhere, America at 2:00 by the local clock.
  const [startsAt, endsAt] =
    summerTime === 'europe'
      ? [start + hour, end + hour]
      : [start + 2 * hour - offsetMinutes * 60, end + hour - offsetMinutes * 60];
  return atSeconds >= startsAt && atSeconds < endsAt ? offsetMinutes + 60 : offsetMinutes;
}

/** The first Sunday on or after a day; months from 0. */
function sundayFrom(year: number, month: number, dayOfMonth: number): number {
  const date = new Date(Date.UTC(year, month, dayOfMonth));
  return date.getTime() / 1000 + ((7 - date.getUTCDay()) % 7) * day;
}

function sundayBefore(year: number, month: number, dayOfMonth: number): number {
  return sundayFrom(year, month, dayOfMonth) - 7 * day;
}
