import { writeMetricValue } from './metric-value.ts';
import type { MetricAnswer } from './metrics.ts';

const dayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

type Told = Pick<MetricAnswer, 'figure' | 'workingTime'>;

/**
 * "In working hours 3.1 h · p90 12 h · Monday to Friday, Europe/Berlin": the second figure of a time, named as that.
 * Undefined where none is told.
 */
export function writeWorkingHours({ figure, workingTime }: Told): string | undefined {
  if (figure.working === undefined || workingTime === undefined) return undefined;
  const { value, p90, values } = figure.working;
  const amounts = value === undefined ? (values ?? []) : [value];
  return [
    `In working hours ${amounts.map(writeTime).join(', ')}`,
    ...(p90 === undefined ? [] : [`p90 ${writeTime(p90)}`]),
    `${writeDays(workingTime.days)}, ${workingTime.zone}`,
  ].join(' · ');
}

const writeTime = (seconds: number): string => writeMetricValue(seconds, 'seconds');

/** Days in a row by their first and last, others one by one. */
function writeDays(days: readonly number[]): string {
  const sorted = days.toSorted((one, other) => one - other);
  const [first = 1] = sorted;
  const last = sorted.at(-1) ?? first;
  const toName = (day: number): string => dayNames[day - 1] ?? '';
  const isRow = sorted.length > 2 && last - first === sorted.length - 1;
  return isRow ? `${toName(first)} to ${toName(last)}` : sorted.map(toName).join(', ');
}
