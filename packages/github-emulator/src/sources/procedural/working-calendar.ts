import { distributions } from './distributions.data.ts';
import { offsetAt, type Zone } from './zone.ts';

const hour = 3_600;
const week = 168 * hour;
/** The first Monday of Unix time. */
const firstMonday = 4 * 24 * hour;

/** Local hours of a week (Monday midnight is 0) by how likely people work in them; the busiest is 1. */
const localWeek: readonly number[] = toLocalWeek();
/** Working weight of a week in UTC up to each hour, people's zones mixed; by winter time all year. */
const weekSums: readonly number[] = toWeekSums();
const weekTotal = weekSums.at(-1) ?? 1;

/** How likely somebody of this zone works at the instant, 1 in the busiest hour. */
export function workingWeight(atSeconds: number, zone: Zone): number {
  const local = atSeconds - firstMonday + offsetAt(zone, atSeconds) * 60;
  return localWeek[Math.floor(modulo(local, week) / hour)] ?? 0;
}

/**
 * The instant that has passed `share` of the work between two instants: monotonic, so that numbers follow time, dense on
 * weekdays and by day.
 */
export function instantOfWork(startSeconds: number, endSeconds: number, share: number): number {
  const [start, end] = [workUntil(startSeconds), workUntil(endSeconds)];
  return Math.floor(instantOf(start + (end - start) * share));
}

/** Moves a weekend instant to the same time on Monday. */
export function toMonday(atSeconds: number): number {
  const day = Math.floor(modulo(atSeconds - firstMonday, week) / (24 * hour));
  return day < 5 ? atSeconds : atSeconds + (7 - day) * 24 * hour;
}

function workUntil(atSeconds: number): number {
  const since = atSeconds - firstMonday;
  const weeks = Math.floor(since / week);
  const place = (since - weeks * week) / hour;
  const index = Math.floor(place);
  const before = weekSums[index] ?? 0;
  return weeks * weekTotal + before + ((weekSums[index + 1] ?? weekTotal) - before) * (place - index);
}

function instantOf(work: number): number {
  const weeks = Math.floor(work / weekTotal);
  const rest = work - weeks * weekTotal;
  let [low, high] = [0, 167];
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((weekSums[middle] ?? 0) <= rest) low = middle;
    else high = middle - 1;
  }
  const before = weekSums[low] ?? 0;
  const part = (rest - before) / ((weekSums[low + 1] ?? weekTotal) - before);
  return firstMonday + weeks * week + (low + part) * hour;
}

function toLocalWeek(): readonly number[] {
  const busiest = Math.max(...distributions.weekdays) * Math.max(...distributions.dayHours);
  return distributions.weekdays.flatMap((day) =>
    distributions.dayHours.map((share) => (day * share) / busiest),
  );
}

function toWeekSums(): readonly number[] {
  const sums = [0];
  for (let index = 0; index < 168; index += 1) {
    const weight = distributions.zones.reduce((sum, { offsetMinutes, share }) => {
      const local = modulo(index * hour + offsetMinutes * 60, week) / hour;
      return sum + share * (localWeek[Math.floor(local)] ?? 0);
    }, 0);
    sums.push((sums[index] ?? 0) + weight);
  }
  return sums;
}

function modulo(value: number, by: number): number {
  return ((value % by) + by) % by;
}
