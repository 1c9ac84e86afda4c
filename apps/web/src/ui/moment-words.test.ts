import { describe, expect, it } from 'vitest';
import { toClock, toDay, toExact, toRelative } from './moment-words.ts';

const now = new Date('2026-11-21T12:00:00Z');
const ago = (ms: number) => new Date(now.getTime() - ms);
const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

describe('a moment in words', () => {
  it.each([
    [4 * second, 'now'],
    [-4 * second, 'now'],
    [12 * second, '12 s ago'],
    [4 * minute + 59 * second, '4 min ago'],
    [59 * minute + 59 * second, '59 min ago'],
    [26 * hour, '1 d ago'],
    [23 * hour, '23 h ago'],
    [30 * day, '30 d ago'],
    [-6 * minute, 'in 6 min'],
    [-61 * day, '21 January 2027'],
  ])('says %d ms as %s', (distanceMs, words) => {
    const said = toRelative(ago(distanceMs), now, 'UTC');

    expect(said).toBe(words);
  });

  it('names the date beyond 30 days, with the year where it is another one', () => {
    const sameYear = toRelative(new Date('2026-03-03T12:00:00Z'), now, 'UTC');
    const otherYear = toRelative(new Date('2025-03-03T12:00:00Z'), now, 'UTC');

    expect([sameYear, otherYear]).toEqual(['3 March', '3 March 2025']);
  });

  it('decides the day and the year in the given zone', () => {
    const said = toDay(new Date('2026-12-31T23:30:00Z'), new Date('2027-01-02T00:00:00Z'), 'Europe/Paris');

    expect(said).toBe('1 January');
  });

  it('says the exact moment with its zone', () => {
    expect(toExact(now, 'Europe/Paris')).toBe('21 November 2026 at 13:00, Europe/Paris');
  });

  it('says the time of day', () => {
    expect(toClock(now, 'UTC')).toBe('12:00');
  });
});
