import { describe, expect, it } from 'vitest';
import { parsePeriod } from './period.ts';

const saturday = { zone: 'Europe/Paris', on: '2026-11-21' };

describe('parsePeriod', () => {
  it.each([
    ['last-30-days', '2026-10-23', '2026-11-21', 'the last 30 days', false],
    ['last-1-days', '2026-11-21', '2026-11-21', 'today', false],
    ['this-week', '2026-11-16', '2026-11-22', 'this week', false],
    ['last-week', '2026-11-09', '2026-11-15', 'last week', true],
    ['2026-W47', '2026-11-16', '2026-11-22', 'week 47 of 2026', false],
    ['2020-W53', '2020-12-28', '2021-01-03', 'week 53 of 2020', true],
    ['2026-W01', '2025-12-29', '2026-01-04', 'week 1 of 2026', true],
    ['2024-02', '2024-02-01', '2024-02-29', 'February 2024', true],
    ['2026-Q4', '2026-10-01', '2026-12-31', 'Q4 2026', false],
    ['2025', '2025-01-01', '2025-12-31', '2025', true],
    ['2026-11-01..2026-11-15', '2026-11-01', '2026-11-15', '1 November 2026 to 15 November 2026', true],
    ['2026-11-21..2026-11-21', '2026-11-21', '2026-11-21', '21 November 2026', false],
  ])('reads %s', (text, ...[from, until, label, isOver]) => {
    expect(parsePeriod(text, saturday)).toEqual({
      kind: 'period',
      period: { text, from, until, label, isOver, zone: 'Europe/Paris' },
    });
  });

  it.each([
    ['2026-11-15..2026-11-01', 'It ends before it starts.'],
    ['2026-13', 'There is no such date.'],
    ['2026-02-30..2026-03-01', 'There is no such date.'],
    ['2025-W53', '2025 has no week 53.'],
    ['2026-W00', '2026 has no week 0.'],
    ['last-0-days', 'A period has between 1 and 3660 days.'],
  ])('refuses %s', (text, reason) => {
    expect(parsePeriod(text, saturday)).toEqual({ kind: 'refused', reason });
  });

  it('refuses what is no period and shows how one is written', () => {
    expect(parsePeriod("'; drop table", saturday)).toMatchObject({ kind: 'refused', reason: /2026-W47/ });
  });
});
