import type { MetricDeclaration } from './metric.ts';

export const reviewWait: MetricDeclaration = {
  id: 'review-wait',
  name: 'Review wait',
  group: 'review',
  unit: 'seconds',
  event: 'responded',
  definition:
    'The time from the first request of a review to the first response by somebody else. A response before any request counts as none to wait for: 0.',
  formula: 'max(0, X − Q)',
  inputs: ['review requests', 'reviews', 'comments'],
  exclusions: ['A pull request of which no review was asked for has no value.'],
  version: 1,
  atSql: 'fact.first_response_at',
  populationSql: 'fact.first_response_at is not null',
  measure: {
    kind: 'amounts',
    valueSql: `case when fact.first_requested_at is not null
      then greatest(0, extract(epoch from fact.first_response_at - fact.first_requested_at))::float8 end`,
    span: { fromSql: 'fact.first_requested_at', untilSql: 'fact.first_response_at' },
  },
};
