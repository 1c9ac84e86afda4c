import type { MetricDeclaration } from './metric.ts';

export const opened: MetricDeclaration = {
  id: 'opened',
  name: 'Opened',
  group: 'flow',
  unit: 'pull-requests',
  event: 'opened',
  definition: 'Pull requests opened.',
  formula: 'count by O',
  inputs: ['opened'],
  exclusions: [],
  version: 1,
  atSql: 'fact.opened_at',
  populationSql: 'true',
  measure: { kind: 'count' },
};
