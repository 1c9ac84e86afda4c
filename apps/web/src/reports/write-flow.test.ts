import type { MetricAnswer } from '@throughline/contract';
import { expect, it } from 'vitest';
import type { FlowPoint } from '../ui/chart-flow-model.ts';
import { writeFlow, writeLastWhole } from './write-flow.ts';

const toAnswers = (counts: readonly number[], gaps: readonly string[] = []) =>
  counts.map((n) => ({ figure: { n }, scope: { gaps } }) as unknown as MetricAnswer); // as: what the sentence reads

it.each([
  [[1_204, 900, 4], 'Opened 1,204, merged 900, closed unmerged 4: 300 more came than went.'],
  [[3, 5, 0], 'Opened 3, merged 5, closed unmerged none: 2 more went than came.'],
  [[0, 0, 0], 'Opened none, merged none, closed unmerged none: as many came as went.'],
])('%j', (counts, sentence) => {
  expect(writeFlow(toAnswers(counts))).toBe(sentence);
});

it('says at least, and nothing of the balance, while something is still being read', () => {
  expect(writeFlow(toAnswers([7, 0, 1], ['acme/web']))).toBe(
    'Opened at least 7, merged at least 0, closed unmerged at least 1.',
  );
});

it('says what came and went in the last week that is whole', () => {
  const names = ['opened', 'merged'];
  const toPoint = (label: string, isPartial: boolean) =>
    ({ label, isPartial, amounts: [{ n: 9 }, { n: 0 }] }) as unknown as FlowPoint; // as: what the sentence reads
  const points = [toPoint('2026-W45', false), toPoint('2026-W46', false), toPoint('2026-W47', true)];

  expect(writeLastWhole({ names, points })).toBe(
    'In 2026-W46, the last that is whole: 9 opened, none merged.',
  );
  expect(writeLastWhole({ names, points: points.slice(2) })).toBeUndefined();
});
