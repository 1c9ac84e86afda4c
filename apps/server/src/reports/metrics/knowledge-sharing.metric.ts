import type { MetricDeclaration } from './metric.ts';

export const knowledgeSharing: MetricDeclaration = {
  id: 'knowledge-sharing',
  name: 'Knowledge sharing',
  group: 'together',
  unit: 'index',
  event: 'merged',
  definition:
    'How evenly reviews are spread over who reviews whom, from 0 (one pair does all) to 1 (all pairs do as many). Pairs are all reviewers of the window with all authors of it, but for themselves.',
  formula: '1 − G, G = Σᵢ Σⱼ |xᵢ − xⱼ| ÷ (2 n² x̄) over the n pairs, xᵢ pull requests of a pair',
  inputs: ['reviews', 'author', 'merge'],
  exclusions: ['A pull request that nobody else reviewed or whose author is gone has no value.'],
  version: 1,
  atSql: 'fact.merged_at',
  populationSql: 'fact.merged_at is not null',
  measure: { kind: 'sharing' },
};
