import type { MetricDeclaration } from './metric.ts';

export const unreviewed: MetricDeclaration = {
  id: 'unreviewed',
  name: 'Unreviewed',
  group: 'review',
  unit: 'percent',
  event: 'merged',
  definition:
    'Of merged pull requests, those on which nobody else who is not a bot commented and which nobody approved before the merge. A comment after the merge does not make one reviewed.',
  formula: 'merged with no comment and no approval by another before M ÷ merged',
  inputs: ['reviews', 'comments', 'merge'],
  exclusions: [],
  version: 1,
  atSql: 'fact.merged_at',
  populationSql: 'fact.merged_at is not null',
  measure: { kind: 'share', holdsSql: 'fact.words_before_end = 0' },
};
