import type { MetricDeclaration } from './metric.ts';

export const openTime: MetricDeclaration = {
  id: 'open-time',
  name: 'Open time',
  group: 'time',
  unit: 'seconds',
  event: 'merged',
  definition:
    'The time from the opening of a pull request to its merge. Other products call it the cycle time of a pull request.',
  formula: 'M − O',
  inputs: ['opened', 'merge'],
  exclusions: [],
  version: 1,
  atSql: 'fact.merged_at',
  populationSql: 'fact.merged_at is not null',
  measure: {
    kind: 'amounts',
    valueSql: 'extract(epoch from fact.merged_at - fact.opened_at)::float8',
    span: { fromSql: 'fact.opened_at', untilSql: 'fact.merged_at' },
  },
};
