import type { MetricAnswer } from '@throughline/contract';
import type { FlowModel } from '../ui/chart-flow-model.ts';
import { toNumber } from '../ui/number-words.ts';

/** How many came, how many went and how, and which was more. It says "at least" while data are missing. */
export function writeFlow(answers: readonly MetricAnswer[]): string {
  const [opened = 0, merged = 0, closed = 0] = answers.map(({ figure }) => figure.n);
  const isPart = answers.some(({ scope }) => scope.gaps.length > 0);
  const say = (n: number) => `${isPart ? 'at least ' : ''}${n === 0 && !isPart ? 'none' : toNumber(n)}`;
  const found = `Opened ${say(opened)}, merged ${say(merged)}, closed unmerged ${say(closed)}`;
  return isPart ? `${found}.` : `${found}: ${writeBalance(opened - merged - closed)}.`;
}

function writeBalance(more: number): string {
  if (more === 0) return 'as many came as went';
  return more > 0 ? `${toNumber(more)} more came than went` : `${toNumber(-more)} more went than came`;
}

/** What came and went in the last place of time that is whole; undefined where none is. */
export function writeLastWhole({ points, names }: FlowModel): string | undefined {
  const last = points.findLast(({ isPartial }) => !isPartial);
  if (last === undefined) return undefined;
  const counts = last.amounts.map(
    ({ n }, series) => `${n === 0 ? 'none' : toNumber(n)} ${names[series] ?? ''}`,
  );
  return `In ${last.label}, the last that is whole: ${counts.join(', ')}.`;
}
