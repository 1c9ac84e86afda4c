import type { MetricDeclaration } from './metric.ts';

export const iterated: MetricDeclaration = {
  id: 'iterated',
  name: 'Iterated',
  group: 'review',
  unit: 'percent',
  event: 'merged',
  definition:
    'Of merged pull requests, those with at least one commit after they were ready for review. When a commit was pushed is taken from its committer’s date; merges of the base branch are not told apart.',
  formula: 'merged with a follow-on commit ÷ merged',
  inputs: ['commits', 'ready for review', 'merge'],
  exclusions: ['A pull request whose commits are not known has no value.'],
  version: 1,
  atSql: 'fact.merged_at',
  populationSql: 'fact.merged_at is not null',
  measure: { kind: 'share', holdsSql: 'case when fact.commits > 0 then fact.follow_on_commits > 0 end' },
};
