import { describe, expect, it } from 'vitest';
import { type QuotaHour, toFinding } from './to-quota-hours.ts';

const hour = (spent: Partial<QuotaHour['spent']>): QuotaHour => ({
  hourAt: '2026-11-21T13:00:00Z',
  resource: 'graphql',
  spent: { person: 0, lookup: 0, incremental: 0, backfill: 0, ...spent },
});

describe('what a day of quota comes to', () => {
  it.each([
    [[hour({})], 'No points in the last 24 hours'],
    [
      [hour({ backfill: 2_000 }), hour({ backfill: 310 })],
      '2,310 points in the last 24 hours, all of them for backfill',
    ],
    [
      [hour({ backfill: 10 }), hour({ incremental: 30 })],
      '40 points in the last 24 hours, most of them for sync',
    ],
  ])('%#', (hours, finding) => {
    expect(toFinding(hours, 'points')).toBe(finding);
  });
});
