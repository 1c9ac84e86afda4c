import { expect, test } from 'vitest';
import { toDay, toRelative } from './moment-words.ts';

const now = new Date('2026-11-21T12:00:00Z');

test.each([
  ['2026-11-21T12:00:00Z', 'now'],
  ['2026-11-21T11:59:56Z', '4 s ago'],
  ['2026-11-21T11:48:00Z', '12 min ago'],
  ['2026-11-20T00:00:00Z', '36 h ago'],
  ['2026-11-12T12:00:00Z', '9 d ago'],
  ['2027-02-19T12:00:00Z', 'in 90 d'],
])('%s is told as %s', (at, words) => {
  expect(toRelative(at, now)).toBe(words);
});

test('a day has its year', () => {
  expect(toDay('2027-02-19T12:00:00Z')).toBe('19 February 2027');
});
