import type { MetricDeclaration } from './metric.ts';

export const reviewed: MetricDeclaration = {
  id: 'reviewed',
  name: 'First responses given',
  group: 'review',
  unit: 'pull-requests',
  event: 'responded',
  definition: 'Pull requests that got their first response by somebody else who is not a bot.',
  formula: 'count by X',
  inputs: ['reviews', 'comments'],
  exclusions: [],
  version: 1,
  atSql: 'fact.first_response_at',
  populationSql: 'fact.first_response_at is not null',
  measure: { kind: 'count' },
};
