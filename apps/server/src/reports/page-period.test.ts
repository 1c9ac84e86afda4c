import { expect, it } from 'vitest';
import { parsePagePeriod } from './page-period.ts';

const today = { zone: 'UTC', on: '2026-11-21' };

it('falls back to the last 30 days and says so', () => {
  const { period, ignored } = parsePagePeriod('2026-11-15..2026-11-01', today);

  expect(period.text).toBe('last-30-days');
  expect(ignored).toEqual([
    { name: 'period', value: '2026-11-15..2026-11-01', reason: 'It ends before it starts.' },
  ]);
});
