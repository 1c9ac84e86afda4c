import type { MetricSpread } from '@throughline/contract';
import { expect, it } from 'vitest';
import { writeSpread } from './write-spread.ts';

const toSpread = (given: Partial<MetricSpread>) =>
  ({
    metric: { name: 'Cycle time', unit: 'seconds' },
    n: 84,
    missing: 0,
    bars: [],
    scope: { visibleRepositories: 1, gaps: [], isMoving: false },
    ...given,
  }) as unknown as MetricSpread; // as: what the sentence reads

it.each<[Partial<MetricSpread>, string]>([
  [
    { median: 22_320, p90: 280_000 },
    'Cycle time: half of 84 pull requests up to 6.2 h, nine in ten up to 3.2 d.',
  ],
  [{ n: 7, median: 3_600 }, 'Cycle time: half of 7 pull requests up to 1 h.'],
  [
    { n: 7, median: 3_600, scope: { visibleRepositories: 1, gaps: ['acme/web'], isMoving: false } },
    'Cycle time: half of at least 7 pull requests up to 1 h.',
  ],
  [{ n: 3 }, 'Cycle time: too few for a median, 3 pull requests.'],
  [{ n: 0, missing: 2 }, 'Not enough data: none of the 2 pull requests has a value.'],
  [{ n: 0 }, 'Not enough data: no pull request is in this.'],
])('%j', (given, sentence) => {
  expect(writeSpread(toSpread(given))).toBe(sentence);
});
