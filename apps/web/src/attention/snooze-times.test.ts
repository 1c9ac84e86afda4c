import { describe, expect, it } from 'vitest';
import { findMorning, toSnoozeTimes } from './snooze-times.ts';

const at = (day: number, hour: number, minute = 0): Date => new Date(2026, 10, day, hour, minute);
const times = (now: Date) => toSnoozeTimes(now).map((each) => [each.name, each.at] as const);

describe('toSnoozeTimes', () => {
  it('offers today, tomorrow and Monday', () => {
    expect(times(at(19, 10, 20))).toEqual([
      ['Later today', at(19, 13)],
      ['Tomorrow', at(20, 9)],
      ['Next week', at(23, 9)],
    ]);
  });

  it('offers no later of a day that is nearly over', () => {
    expect(times(at(19, 21)).map(([name]) => name)).toEqual(['Tomorrow', 'Next week']);
  });

  it.each([
    ['a Monday', 23, 30],
    ['a Sunday', 22, 23],
    ['a Saturday', 21, 23],
  ])('means the Monday after %s', (_, day, monday) => {
    expect(times(at(day, 8)).at(-1)?.[1]).toEqual(at(monday, 9));
  });
});

describe('findMorning', () => {
  it('is the morning of a day to come, and of no other', () => {
    expect(findMorning('2026-11-23', at(19, 10))).toEqual(at(23, 9));
    expect(findMorning('2026-11-19', at(19, 10))).toBeUndefined();
    expect(findMorning('', at(19, 10))).toBeUndefined();
  });
});
