import { describe, expect, it } from 'vitest';
import { toDayAfter, toDayBefore, toDayWords } from './day-words.ts';

describe('days', () => {
  it('are said with their month', () => {
    expect(toDayWords('2026-11-21')).toBe('21 Nov 2026');
  });

  it.each([
    ['2026-03-01', '2026-02-28'],
    ['2027-01-01', '2026-12-31'],
  ])('%s follows %s', (day, before) => {
    expect([toDayBefore(day), toDayAfter(before)]).toEqual([before, day]);
  });
});
