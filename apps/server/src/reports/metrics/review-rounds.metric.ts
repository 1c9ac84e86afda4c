import type { MetricDeclaration } from './metric.ts';

export const reviewRounds: MetricDeclaration = {
  id: 'review-rounds',
  name: 'Review rounds',
  group: 'review',
  unit: 'rounds',
  event: 'merged',
  definition: 'How often new commits followed a request for changes in a merged pull request.',
  formula: 'alternations of changes requested and new commits before M',
  inputs: ['reviews', 'commits', 'merge'],
  exclusions: ['A request for changes that was dismissed is no longer known as one.'],
  version: 1,
  atSql: 'fact.merged_at',
  populationSql: 'fact.merged_at is not null',
  measure: { kind: 'amounts', valueSql: 'fact.review_rounds::float8' },
};
