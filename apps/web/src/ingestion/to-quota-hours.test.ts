import { describe, expect, it } from 'vitest';
import { type QuotaHour, toDescription, toFinding, toHourLine } from './to-quota-hours.ts';

const hour = (spent: Partial<QuotaHour['spent']>): QuotaHour => ({
  hourAt: '2026-11-21T13:00:00Z',
  resource: 'graphql',
  spent: { person: 0, lookup: 0, incremental: 0, backfill: 0, ...spent },
});

describe('what a day of quota comes to', () => {
  it.each([
    [[hour({})], 'No points in the last 24 hours'],
    [[hour({ person: 1 })], '1 point in the last 24 hours, for someone waiting'],
    [
      [hour({ backfill: 2_000 }), hour({ backfill: 310 })],
      '2,310 points in the last 24 hours, all of them for backfill',
    ],
    [
      [hour({ backfill: 10 }), hour({ incremental: 30 })],
      '40 points in the last 24 hours, most of them for sync',
    ],
  ])('%#', (hours, finding) => {
    expect(toFinding(hours, 'point')).toBe(finding);
  });
});

describe('the picture in words', () => {
  it('names an hour with what was spent for whom', () => {
    expect(toHourLine(hour({ person: 4, backfill: 1_200 }), 'point', 'UTC')).toBe(
      '13:00 to 14:00: 1,204 points: someone waiting 4, backfill 1,200',
    );
    expect(toHourLine(hour({}), 'point', 'UTC')).toBe('13:00 to 14:00: nothing');
  });

  it('says its kind, its highest bar and how many are empty', () => {
    expect(toDescription([hour({}), hour({ incremental: 30 })], 'request', 'UTC')).toBe(
      'Stacked bars, one for each of the last 2 hours, oldest first. Highest: 13:00 to 14:00: 30 requests: sync 30. ' +
        'Hours without any: 1. The arrow keys say each hour.',
    );
    expect(toDescription([hour({})], 'point')).toMatch(/No points in any\.$/);
  });
});
