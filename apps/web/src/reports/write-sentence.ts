import { type MetricAnswer, writeMetricValue } from '@throughline/contract';
import { toCount } from '../ui/number-words.ts';
import { unitWords } from './unit-words.data.ts';

/** What a metric's page answers: what was found, over how much, when. It says "at least" while data are missing. */
export function writeSentence(answer: MetricAnswer): string {
  const { metric, period } = answer;
  const when = metric.event === 'now' ? '' : `, ${period.label}`;
  return `${writeFound(answer)}${when}.`;
}

function writeFound(answer: MetricAnswer): string {
  const { metric, figure, scope } = answer;
  const isPart = scope.gaps.length > 0;
  if (figure.n === 0 && figure.missing > 0) return writeMissing(figure.missing);
  const pulls = `${isPart ? 'at least ' : ''}${toCount(figure.n, 'pull request')}`;
  if (metric.summary === 'count' || metric.summary === 'distribution') {
    return `${metric.name}: ${figure.n > 0 ? pulls : `none${isPart ? ' so far' : ''}`}`;
  }
  return figure.n === 0 ? 'Not enough data: no pull request is in this' : writeValue(answer, pulls);
}

const writeMissing = (missing: number): string =>
  missing === 1
    ? 'Not enough data: the only pull request has no value'
    : `Not enough data: none of the ${toCount(missing, 'pull request')} has a value`;

function writeValue({ metric, figure: { value, values } }: MetricAnswer, pulls: string): string {
  if (values !== undefined) {
    const listed = values.map((one) => writeMetricValue(one, metric.unit)).join(', ');
    return `${metric.name}: too few for a median, ${listed} of ${pulls}`;
  }
  if (value === undefined) return `Not enough data: ${pulls}`;
  const written = `${writeMetricValue(value, metric.unit)} ${unitWords[metric.unit]}`.trim();
  return `${metric.name}: ${written}${metric.summary === 'median' ? ', the median of' : ' over'} ${pulls}`;
}
