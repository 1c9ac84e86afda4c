import type { MetricAnswer } from '@throughline/contract';
import { expect, it } from 'vitest';
import { writeSentence } from './write-sentence.ts';

const toAnswer = (
  metric: Partial<MetricAnswer['metric']>,
  figure: Partial<MetricAnswer['figure']>,
  gaps: string[] = [],
): MetricAnswer => ({
  metric: {
    id: 'cycle-time',
    name: 'Cycle time',
    group: 'time',
    unit: 'seconds',
    summary: 'median',
    definition: '',
    formula: '',
    inputs: [],
    exclusions: [],
    version: 1,
    event: 'merged',
    presets: [],
    stages: [],
    bands: [],
    ...metric,
  },
  by: 'week',
  period: { text: '', label: 'the last 90 days', from: '', until: '', zone: 'UTC', isOver: false },
  ignored: [],
  nothingSeen: [],
  finding: '',
  figure: { n: 0, missing: 0, ...figure },
  leftOut: [],
  buckets: [],
  scope: { visibleRepositories: 1, gaps, isMoving: false },
});
const count = { name: 'Opened', unit: 'pull-requests', summary: 'count', event: 'opened' } as const;
const share = { name: 'Unreviewed', unit: 'percent', summary: 'share' } as const;

it.each([
  [{}, { n: 84, value: 22_320 }, 'Cycle time: 6.2 h, the median of 84 pull requests, the last 90 days.'],
  [share, { n: 30, value: 40 }, 'Unreviewed: 40 % over 30 pull requests, the last 90 days.'],
  [
    {},
    { n: 2, values: [3_600, 7_200] },
    'Cycle time: too few for a median, 1 h, 2 h of 2 pull requests, the last 90 days.',
  ],
  [{}, { missing: 3 }, 'Not enough data: none of the 3 pull requests has a value, the last 90 days.'],
  [{}, {}, 'Not enough data: no pull request is in this, the last 90 days.'],
  [count, { n: 1, value: 1 }, 'Opened: 1 pull request, the last 90 days.'],
  [count, { value: 0 }, 'Opened: none, the last 90 days.'],
  [
    { ...count, name: 'Open now', summary: 'distribution' as const, event: 'now' as const },
    { n: 7, value: 7 },
    'Open now: 7 pull requests.',
  ],
])('%j with %j', (metric, figure, sentence) => {
  expect(writeSentence(toAnswer(metric, figure))).toBe(sentence);
});

it('says at least, and never a plain none, while something is still being read', () => {
  expect(writeSentence(toAnswer(count, { n: 7, value: 7 }, ['acme/web']))).toBe(
    'Opened: at least 7 pull requests, the last 90 days.',
  );
  expect(writeSentence(toAnswer(count, { value: 0 }, ['acme/web']))).toBe(
    'Opened: none so far, the last 90 days.',
  );
});
