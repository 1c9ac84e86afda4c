import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toWorkingRuns, type WorkingRuns } from './to-working-runs.ts';

const quarterS = 900;
const weekdayNames = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const untilAt = '2026-11-21T23:00Z';

const toSeconds = (text: string): number => Date.parse(text) / 1_000;

/** The seconds of a span that lie in runs, each run for itself. */
function count({ starts, ends }: WorkingRuns, from: number, until: number): number {
  return starts.reduce(
    (sum, start, at) => sum + Math.max(0, Math.min(until, ends[at]!) - Math.max(from, start)),
    0,
  );
}

/** The same by asking of each quarter of an hour which day of the week it is there. */
function countByQuarter(zone: string, days: readonly number[], from: number, until: number): number {
  const weekday = new Intl.DateTimeFormat('en', { timeZone: zone, weekday: 'short' });
  let seconds = 0;
  for (let at = from; at < until; at += quarterS) {
    if (days.includes(weekdayNames.indexOf(weekday.format(at * 1_000)) + 1)) seconds += quarterS;
  }
  return seconds;
}

// Clocks there change on Sundays, on Fridays, at and around midnight, by half an hour, twice around a month; one left out a day.
const zones = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kathmandu',
  'Asia/Jerusalem',
  'Africa/Cairo',
  'Africa/Casablanca',
  'America/Havana',
  'Atlantic/Azores',
  'Australia/Lord_Howe',
  'Pacific/Apia',
];
const someDays = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 });
const quarters = fc.integer({
  min: toSeconds('2008-01-01T00:00Z') / quarterS,
  max: toSeconds('2026-09-01T00:00Z') / quarterS,
});

describe('the working time of a span', () => {
  it('is the same as counted by quarters of an hour', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        someDays,
        quarters,
        fc.integer({ min: 0, max: 40 * 96 }),
        (zone, days, quarter, length) => {
          const [from, until] = [quarter * quarterS, (quarter + length) * quarterS];

          const seconds = count(toWorkingRuns({ zone, days, untilAt }), from, until);

          expect(seconds).toBe(countByQuarter(zone, days, from, until));
        },
      ),
      { numRuns: 150 },
    );
  });

  it.each([
    ['Europe/Berlin', '2026-03-29T00:00Z'],
    ['Asia/Jerusalem', '2026-03-27T00:00Z'],
    ['Africa/Cairo', '2025-10-30T21:00Z'],
    ['America/Havana', '2025-11-02T05:00Z'],
    ['Pacific/Apia', '2011-12-30T10:00Z'],
  ])('in %s is exact around a change of clocks at about %s', (zone, change) => {
    const [from, until] = [toSeconds(change) - 4 * 86_400, toSeconds(change) + 4 * 86_400];

    for (const day of [1, 2, 3, 4, 5, 6, 7]) {
      const seconds = count(toWorkingRuns({ zone, days: [day], untilAt }), from, until);
      expect([day, seconds]).toEqual([day, countByQuarter(zone, [day], from, until)]);
    }
  });

  it('is all of it where every day is worked, over changes of clocks and years', () => {
    const runs = toWorkingRuns({ zone: 'Europe/Berlin', days: [1, 2, 3, 4, 5, 6, 7], untilAt });

    expect(runs.starts).toHaveLength(2);
    expect(count(runs, toSeconds('2005-02-03T04:05Z'), toSeconds('2026-11-21T22:00Z'))).toBe(
      toSeconds('2026-11-21T22:00Z') - toSeconds('2005-02-03T04:05Z'),
    );
  });

  it('of ten years is that of its weekdays', () => {
    const runs = toWorkingRuns({ zone: 'UTC', days: [1, 2, 3, 4, 5], untilAt });

    expect(count(runs, toSeconds('2016-01-01T00:00Z'), toSeconds('2026-01-01T00:00Z'))).toBe(2_609 * 86_400);
  });

  it.each([
    ['a night over a weekend', '2026-11-13T16:00Z', '2026-11-16T08:00Z', 16],
    ['from a Saturday to a Sunday', '2026-11-14T10:00Z', '2026-11-15T20:00Z', 0],
    ['from a Saturday to a Monday', '2026-11-14T10:00Z', '2026-11-16T08:00Z', 9],
    ['from a Friday to a Sunday', '2026-11-13T16:00Z', '2026-11-15T20:00Z', 7],
    ['within a day', '2026-11-18T10:00Z', '2026-11-18T12:30Z', 2.5],
  ])('%s in Berlin, from %s to %s, is %d hours', (_, from, until, hours) => {
    const runs = toWorkingRuns({ zone: 'Europe/Berlin', days: [1, 2, 3, 4, 5], untilAt });

    expect(count(runs, toSeconds(from), toSeconds(until))).toBe(hours * 3_600);
  });

  it.each(['Pacific/Kiritimati', 'Asia/Tokyo', 'UTC', 'America/New_York', 'Etc/GMT+12'])(
    'in %s is all of it up to the end that is asked about, whatever day it is there',
    (zone) => {
      const runs = toWorkingRuns({ zone, days: [1, 2, 3, 4, 5, 6, 7], untilAt });

      expect(count(runs, toSeconds('2026-11-20T00:00Z'), toSeconds(untilAt))).toBe(47 * 3_600);
      expect(runs.ends.at(-1)).toBe(toSeconds(untilAt));
    },
  );
});
