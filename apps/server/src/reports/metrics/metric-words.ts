import {
  type MetricBucket,
  type MetricFigure,
  type MetricUnit,
  writeMetricValue,
} from '@throughline/contract';
import type { MetricDeclaration } from './metric.ts';

interface Found {
  readonly figure: MetricFigure;
  readonly buckets: readonly MetricBucket[];
}

/** What a metric says of a period, in a sentence. */
export function writeFinding(told: MetricDeclaration, { figure, buckets }: Found): string {
  const { name, unit, measure } = told;
  const pulls = writePulls(figure.n);
  if (figure.n === 0 && figure.missing > 0) {
    return `Not enough data: none of ${writePulls(figure.missing)} has what it takes.`;
  }
  if (measure.kind === 'count') return writeCount(told, figure);
  if (figure.n === 0) return 'Not enough data: there are no pull requests in this.';
  if (figure.values !== undefined) {
    return `Too few for a median: ${pulls} with ${figure.values.map((value) => writeMetricValue(value, unit)).join(', ')}.`;
  }
  if (figure.value === undefined) return `Not enough data: ${pulls}.`;
  return `${name}: ${writeMetricValue(figure.value, unit)} over ${pulls}${writeMove(buckets, unit)}.`;
}

function writeCount(
  { name, bands = [] }: MetricDeclaration,
  { n, bands: counted = [] }: MetricFigure,
): string {
  const [largest] = counted.toSorted((left, right) => right.n - left.n);
  const label = bands.find(({ id }) => id === largest?.id)?.label;
  const share = n === 0 || label === undefined ? '' : `, ${largest?.n.toLocaleString('en')} of them ${label}`;
  return `${name}: ${writePulls(n)}${share}.`;
}

const writePulls = (n: number): string =>
  n === 1 ? '1 pull request' : `${n.toLocaleString('en')} pull requests`;

/** From the first whole division of time to the last, where they are several. */
function writeMove(buckets: readonly MetricBucket[], unit: MetricUnit): string {
  const whole = buckets.filter(
    ({ isPartial, value, from }) => !isPartial && value !== undefined && from !== undefined,
  );
  const [first] = whole;
  const last = whole.at(-1);
  if (first?.value === undefined || last?.value === undefined || whole.length < 2) return '';
  return `, ${writeMetricValue(first.value, unit)} in ${first.label} and ${writeMetricValue(last.value, unit)} in ${last.label}`;
}
