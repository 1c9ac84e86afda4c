import type { Metric } from '@throughline/contract';
import { Facts } from '../ui/facts.tsx';
import { eventNames, summaryNames } from './metric-words.data.ts';

/** What a metric is made of: formula, inputs, what is left out, other rules, version. */
export const MetricDefinition = ({ metric }: { readonly metric: Metric }) => (
  <Facts
    facts={[
      ['Formula', metric.formula],
      ['Value', summaryNames[metric.summary]],
      ['A pull request counts in', eventNames[metric.event]],
      ['Rests on', metric.inputs.join(', ')],
      ...(metric.exclusions.length > 0 ? [['Without a value', metric.exclusions.join(' ')] as const] : []),
      ...(hasLimits(metric) ? [['Limits', writeLimits(metric)] as const] : []),
      ...metric.presets.map(({ id, definition }) => [`Rule ${id}`, definition] as const),
      ['Version', String(metric.version)],
    ]}
  />
);

/** Whether its parts are ranges of values; others are states, which have no limits. */
const hasLimits = ({ bands, unit }: Metric): boolean => bands.length > 0 && unit !== 'pull-requests';

const writeLimits = ({ bands }: Metric): string =>
  `${bands.map(({ label }) => label).join(' · ')}. They are the same for every team and repository.`;
