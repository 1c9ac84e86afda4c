import { expect, test } from 'vitest';
import { toSeconds } from '../../world/instant.ts';
import { offsetAt, type Zone } from './zone.ts';

const berlin: Zone = { offsetMinutes: 60, summerTime: 'europe' };
const newYork: Zone = { offsetMinutes: -300, summerTime: 'america' };
const kolkata: Zone = { offsetMinutes: 330, summerTime: 'none' };

test.each([
  [berlin, '2026-03-29T00:59:59Z', 60],
  [berlin, '2026-03-29T01:00:00Z', 120],
  [berlin, '2026-10-25T00:59:59Z', 120],
  [berlin, '2026-10-25T01:00:00Z', 60],
  [berlin, '2024-03-31T01:00:00Z', 120],
  [newYork, '2026-03-08T06:59:59Z', -300],
  [newYork, '2026-03-08T07:00:00Z', -240],
  [newYork, '2026-11-01T05:59:59Z', -240],
  [newYork, '2026-11-01T06:00:00Z', -300],
  [kolkata, '2026-07-01T00:00:00Z', 330],
  [berlin, '2026-12-31T23:59:59Z', 60],
  [berlin, '2027-01-01T00:00:00Z', 60],
])('%j at %s is %i minutes east', (zone, at, minutes) => {
  expect(offsetAt(zone, toSeconds(at))).toBe(minutes);
});

test('every hour of twenty years agrees with the calendar of the machine', () => {
  const zones = [
    [berlin, 'Europe/Berlin'],
    [newYork, 'America/New_York'],
  ] as const;
  for (const [zone, timeZone] of zones) {
    const format = new Intl.DateTimeFormat('en', { timeZone, hour: 'numeric', hourCycle: 'h23' });
    for (
      let at = toSeconds('2010-01-01T00:30:00Z');
      at < toSeconds('2030-01-01T00:00:00Z');
      at += 3_600 * 13
    ) {
      const local = new Date((at + offsetAt(zone, at) * 60) * 1000).getUTCHours();
      expect([at, local]).toEqual([at, Number(format.format(at * 1000))]);
    }
  }
});
