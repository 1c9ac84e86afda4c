import { describe, expect, test } from 'vitest';
import { allMetrics } from '../metrics/all-metrics.metric.ts';
import { type Standing, toFigures } from './to-figures.ts';

const repository = { repositoryId: 1, fullName: 'acme/api', hostName: 'github.com' };
const figureOf = (standing: Standing, state: 'open' | 'draft' | 'merged' | 'closed') =>
  toFigures(allMetrics, [standing], { state, repository })[0];
const of = (id: string, facts: Partial<Standing> = {}): Standing => ({
  id,
  isOfIt: true,
  isPresent: true,
  day: '2026-11-10',
  ...facts,
});

describe('the figures of a pull request', () => {
  test('that it counts in open their rows of that day', () => {
    expect(figureOf(of('cycle-time'), 'merged')).toEqual({
      metric: 'cycle-time',
      name: 'Cycle time',
      standing: 'counted',
      path: '/reports/cycle-time/rows?repo=acme/api&period=2026-11-10..2026-11-10',
    });
  });

  test('about what is open now have no day', () => {
    expect(figureOf(of('open-now'), 'open')?.path).toBe('/reports/open-now/rows?repo=acme/api');
  });

  test('in which it has no value say what is missing, by the definition', () => {
    expect(figureOf(of('cycle-time', { isPresent: false }), 'merged')).toMatchObject({
      standing: 'missing',
      why: 'A pull request whose commits are not known has no value.',
      path: expect.stringMatching(/&rows=missing$/),
    });
  });

  test.each([
    ['cycle-time', 'open', 'It is not merged yet.'],
    ['cycle-time', 'closed', 'It was closed without a merge.'],
    ['closed-unmerged', 'merged', 'It was merged.'],
    ['responsiveness', 'draft', 'It is still open.'],
    ['reviewed', 'open', 'Nobody else has responded to it.'],
    ['open-now', 'merged', 'It is no longer open.'],
    ['review-load', 'open', 'No review of it is asked for now.'],
  ] as const)('that are not about it say why: %s of one that is %s', (id, state, why) => {
    expect(figureOf(of(id, { isOfIt: false, day: null }), state)).toMatchObject({
      standing: 'not-of-it',
      why,
      path: `/reports/${id}`,
    });
  });
});
