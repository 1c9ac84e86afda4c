import type { MetricDeclaration } from './metric.ts';

export const timeToFirstResponse: MetricDeclaration = {
  id: 'time-to-first-response',
  name: 'Time to first response',
  group: 'time',
  unit: 'seconds',
  event: 'ended',
  definition:
    'The time from ready for review to the first review or comment by somebody else who is not a bot. A response while it was a draft counts as none to wait for: 0.',
  formula: 'max(0, X − R)',
  inputs: ['ready for review', 'reviews', 'comments'],
  exclusions: ['A pull request that ended before anybody responded has no value.'],
  version: 1,
  atSql: 'fact.closed_at',
  populationSql: 'fact.closed_at is not null',
  measure: {
    kind: 'amounts',
    valueSql: `case when fact.first_response_at <= fact.closed_at
      then greatest(0, extract(epoch from fact.first_response_at - fact.ready_at))::float8 end`,
    span: { fromSql: 'fact.ready_at', untilSql: 'fact.first_response_at' },
  },
  presets: [
    {
      id: 'flow',
      definition: 'From the opening, drafts included, and of merged pull requests alone.',
      sql: {
        atSql: 'fact.merged_at',
        populationSql: 'fact.merged_at is not null',
        measure: {
          kind: 'amounts',
          valueSql: `case when fact.first_response_at <= fact.merged_at
            then extract(epoch from fact.first_response_at - fact.opened_at)::float8 end`,
          span: { fromSql: 'fact.opened_at', untilSql: 'fact.first_response_at' },
        },
      },
    },
  ],
};
