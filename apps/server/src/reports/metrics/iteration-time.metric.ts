import type { MetricDeclaration } from './metric.ts';

export const iterationTime: MetricDeclaration = {
  id: 'iteration-time',
  name: 'Iteration time',
  group: 'time',
  unit: 'seconds',
  event: 'merged',
  definition:
    'The time from the first response by another to the last commit, of merged pull requests that have a commit after that response.',
  formula: 'L − X, where L > X',
  inputs: ['commits', 'reviews', 'comments', 'merge'],
  exclusions: ['A pull request without a commit after its first response has no value.'],
  version: 1,
  atSql: 'fact.merged_at',
  populationSql: 'fact.merged_at is not null',
  measure: {
    kind: 'amounts',
    valueSql: `case when fact.last_commit_at > fact.first_response_at
      then extract(epoch from fact.last_commit_at - fact.first_response_at)::float8 end`,
    span: { fromSql: 'fact.first_response_at', untilSql: 'fact.last_commit_at' },
  },
};
