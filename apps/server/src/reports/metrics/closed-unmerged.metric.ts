import type { MetricDeclaration } from './metric.ts';

export const closedUnmerged: MetricDeclaration = {
  id: 'closed-unmerged',
  name: 'Closed unmerged',
  group: 'flow',
  unit: 'pull-requests',
  event: 'ended',
  definition: 'Pull requests closed without a merge.',
  formula: 'count by Z where there is no M',
  inputs: ['closed', 'merge'],
  exclusions: [],
  version: 1,
  atSql: 'fact.closed_at',
  populationSql: 'fact.closed_at is not null and fact.merged_at is null',
  measure: { kind: 'count' },
};
