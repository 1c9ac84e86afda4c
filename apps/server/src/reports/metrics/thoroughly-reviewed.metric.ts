import type { MetricDeclaration } from './metric.ts';

export const thoroughlyReviewed: MetricDeclaration = {
  id: 'thoroughly-reviewed',
  name: 'Thoroughly reviewed',
  group: 'review',
  unit: 'percent',
  event: 'merged',
  definition:
    'Of merged pull requests, those with at least one regular or robust comment by somebody else before the merge. Comments are trivial below 100 characters, regular to 200, robust above; these limits are the same for every team and repository.',
  formula: 'merged with a comment by another of at least 100 characters before M ÷ merged',
  inputs: ['length of reviews and comments', 'merge'],
  exclusions: [],
  version: 1,
  atSql: 'fact.merged_at',
  populationSql: 'fact.merged_at is not null',
  measure: { kind: 'share', holdsSql: 'coalesce(fact.longest_before_end, 0) >= 100' },
};
