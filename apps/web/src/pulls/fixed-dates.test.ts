import { describe, expect, test } from 'vitest';
import { toFixedDates } from './fixed-dates.ts';

const days = { from: '2026-11-16', until: '2026-11-22' };

describe('fixed dates of a period', () => {
  test.each(['last-30-days', 'this-week', 'last-week'])('are those it has today for %s', (text) => {
    expect(toFixedDates({ text, ...days })).toBe('2026-11-16..2026-11-22');
  });

  test.each(['2026-W47', '2026-11', '2026-Q4', '2026', '2026-11-16..2026-11-22'])(
    'are none for %s',
    (text) => {
      expect(toFixedDates({ text, ...days })).toBeUndefined();
    },
  );

  test('are none without a period', () => {
    expect(toFixedDates(undefined)).toBeUndefined();
  });
});
