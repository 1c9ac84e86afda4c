import type { MetricDeclaration } from './metric.ts';

export const involvement: MetricDeclaration = {
  id: 'involvement',
  name: 'Involvement',
  group: 'together',
  unit: 'percent',
  event: 'merged',
  definition:
    'Of merged pull requests, those in which somebody other than the author took part by a review or comment. For a team or person: of the pull requests of others, those in which they took part.',
  formula: 'pull requests of others taken part in ÷ pull requests of others in view',
  inputs: ['reviews', 'comments', 'author', 'merge'],
  exclusions: [],
  version: 1,
  atSql: 'fact.merged_at',
  populationSql: 'fact.merged_at is not null',
  people: 'participant',
  measure: { kind: 'share', holdsSql: 'participation.is_there' },
};
