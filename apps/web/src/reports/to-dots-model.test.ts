import type { MetricSpread } from '@throughline/contract';
import { expect, it } from 'vitest';
import { toDotsModel } from './to-dots-model.ts';

const row = {
  repository: { repositoryId: 1, fullName: 'acme/api', hostName: 'github.com' },
  title: 'Round once',
  path: '/gh/github.com/acme/api/pull/7',
};
const spread = {
  metric: { unit: 'seconds' },
  period: { from: '2026-11-01', until: '2026-11-30', zone: 'Europe/Paris' },
  bars: [
    { from: 3_600, until: 7_200 },
    { from: 7_200, until: 14_400 },
  ],
  far: { least: 10_000 },
  dots: [
    { ...row, number: 8, value: 10_000, at: '2026-11-30T23:30:00.000Z' },
    { ...row, number: 7, value: 3_600, at: '2026-11-02T10:00:00.000Z' },
  ],
} as unknown as MetricSpread; // as: what the picture reads

it('lays each pull request, the first first, where clocks in the zone of the period stood', () => {
  const model = toDotsModel(spread);

  expect(model?.dots.map(({ at, label, isFar }) => [new Date(at).toISOString(), label, isFar])).toEqual([
    ['2026-11-02T11:00:00.000Z', 'acme/api #7, Round once, 1 h, 2026-11-02', false],
    ['2026-12-01T00:30:00.000Z', 'acme/api #8, Round once, 2.8 h, 2026-12-01, far from the rest', true],
  ]);
  expect(model?.edges).toEqual([3_600, 7_200, 14_400]);
});

it('has no dots where they are too many', () => {
  expect(toDotsModel({ ...spread, dots: undefined })).toBeUndefined();
});
