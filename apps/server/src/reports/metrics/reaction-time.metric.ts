import type { MetricDeclaration } from './metric.ts';

export const reactionTime: MetricDeclaration = {
  id: 'reaction-time',
  name: 'Reaction time',
  group: 'review',
  unit: 'seconds',
  event: 'ended',
  definition:
    'The mean time from what the author did (ready for review, pushed, replied, asked again) to each reviewer’s first action after it. Of consecutive actions of the author the last counts.',
  formula: 'sum of waits ÷ number of waits, each reviewer by themselves',
  inputs: ['ready for review', 'commits', 'comments', 'reviews', 'review requests'],
  exclusions: ['A pull request to which no reviewer reacted has no value.'],
  version: 1,
  atSql: 'fact.closed_at',
  populationSql: 'fact.closed_at is not null',
  measure: { kind: 'ratio', numeratorSql: 'fact.reactions_s', denominatorSql: 'nullif(fact.reactions, 0)' },
};
