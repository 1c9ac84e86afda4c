import { describe, expect, it } from 'vitest';
import { toWeeks } from './period-weeks.ts';

const period = (from: string, until: string, isOver: boolean) => ({
  text: `${from}..${until}`,
  label: '',
  from,
  until,
  zone: 'UTC',
  isOver,
});

describe('toWeeks', () => {
  it('cuts the first and the last week to the period', () => {
    const weeks = toWeeks(period('2026-11-05', '2026-11-17', true));

    expect(weeks.map(({ startsOn, from, until, isPartial }) => [startsOn, from, until, isPartial])).toEqual([
      ['2026-11-02', '2026-11-05', '2026-11-08', true],
      ['2026-11-09', '2026-11-09', '2026-11-15', false],
      ['2026-11-16', '2026-11-16', '2026-11-17', true],
    ]);
  });

  it('marks a running week even when the period ends on its Sunday', () => {
    expect(toWeeks(period('2026-11-16', '2026-11-22', false))[0]?.isPartial).toBe(true);
    expect(toWeeks(period('2026-11-16', '2026-11-22', true))[0]?.isPartial).toBe(false);
  });

  it('names weeks across the turn of the year by their own number', () => {
    expect(toWeeks(period('2026-12-28', '2027-01-10', true)).map((week) => week.label)).toEqual([
      'week 53',
      'week 1',
    ]);
  });
});
