import { expect, it } from 'vitest';
import { pickQuestion, toRowsPath } from './metric-address.ts';

it('keeps what is asked of a metric and nothing else', () => {
  expect(pickQuestion({ repo: 'acme/api', label: ['bug', 'ci'], as: 'table', by: 'week', team: '' })).toEqual(
    {
      repo: 'acme/api',
      label: ['bug', 'ci'],
      by: 'week',
    },
  );
});

it('leads from a week to its rows', () => {
  const path = toRowsPath(
    'cycle-time',
    { team: 'payments', period: 'last-90-days', by: 'week' },
    { period: '2026-11-09..2026-11-15' },
  );

  expect(path).toBe('/reports/cycle-time/rows?team=payments&period=2026-11-09..2026-11-15');
});
