import type { MetricDeclaration } from './metric.ts';

export const mergedPerContributor: MetricDeclaration = {
  id: 'merged-per-contributor',
  name: 'Merged per active contributor',
  group: 'flow',
  unit: 'per-contributor',
  event: 'merged',
  definition:
    'Pull requests merged, divided by the people who wrote at least one of them. Accounts of one person count once.',
  formula: 'merged ÷ distinct authors of merged',
  inputs: ['author', 'merge', 'whose an account is'],
  exclusions: ['A pull request whose author is gone from GitHub has no value.'],
  version: 1,
  atSql: 'fact.merged_at',
  populationSql: 'fact.merged_at is not null',
  measure: { kind: 'per-author' },
};
