import { type MetricUnit, type SpreadBar, writeMetricValue } from '@throughline/contract';

const wholeUnits: readonly MetricUnit[] = ['lines', 'files', 'rounds'];

/** A range of values: "4 h to 8 h", the end not in it; "10 to 19" of what is counted in whole numbers; "365 d and more". */
export function writeRange({ from, until }: Pick<SpreadBar, 'from' | 'until'>, unit: MetricUnit): string {
  const write = (value: number) => writeMetricValue(value, unit);
  if (until === undefined) return `${write(from)} and more`;
  if (wholeUnits.includes(unit))
    return until - 1 > from ? `${write(from)} to ${write(until - 1)}` : write(from);
  return from === 0 ? `below ${write(until)}` : `${write(from)} to ${write(until)}`;
}
