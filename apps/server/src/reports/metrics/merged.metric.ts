import type { MetricDeclaration } from './metric.ts';

export const merged: MetricDeclaration = {
  id: 'merged',
  name: 'Merged',
  group: 'flow',
  unit: 'pull-requests',
  event: 'merged',
  definition: 'Pull requests merged.',
  formula: 'count by M',
  inputs: ['merge'],
  exclusions: [],
  version: 1,
  atSql: 'fact.merged_at',
  populationSql: 'fact.merged_at is not null',
  measure: { kind: 'count' },
};
