import { describe, expect, it } from 'vitest';
import { toWeeksAround } from './team-week-periods.ts';

describe('toWeeksAround', () => {
  it('names weeks by their own year across its turn', () => {
    const around = toWeeksAround({ from: '2027-01-04' });

    expect([around.week.text, around.before.text, around.after.text]).toEqual([
      '2027-W01',
      '2026-W53',
      '2027-W02',
    ]);
  });

  it('has twelve weeks before, oldest first', () => {
    const { past, pastDays, allDays } = toWeeksAround({ from: '2026-11-16' });

    expect([past.length, past[0]?.text, past.at(-1)?.text]).toEqual([12, '2026-W35', '2026-W46']);
    expect([pastDays, allDays]).toEqual(['2026-08-24..2026-11-15', '2026-08-24..2026-11-22']);
  });
});
