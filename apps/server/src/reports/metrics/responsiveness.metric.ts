import type { MetricDeclaration } from './metric.ts';

export const responsiveness: MetricDeclaration = {
  id: 'responsiveness',
  name: 'Responsiveness',
  group: 'review',
  unit: 'seconds',
  event: 'ended',
  definition:
    'The mean time from what a reviewer did to what the author did next: pushed, replied, asked again. Of consecutive actions of reviewers the last counts, of the author’s the first.',
  formula: 'sum of waits ÷ number of waits',
  inputs: ['reviews', 'comments', 'commits', 'review requests'],
  exclusions: ['A pull request in which the author answered nobody has no value.'],
  version: 1,
  atSql: 'fact.closed_at',
  populationSql: 'fact.closed_at is not null',
  measure: { kind: 'ratio', numeratorSql: 'fact.answers_s', denominatorSql: 'nullif(fact.answers, 0)' },
};
