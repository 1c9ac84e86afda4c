import type { MetricAnswer } from '@throughline/contract';
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
