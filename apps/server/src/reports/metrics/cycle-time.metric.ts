import type { MetricDeclaration } from './metric.ts';

const secondsSql = (fromSql: string, untilSql: string): string =>
  `extract(epoch from ${untilSql} - ${fromSql})::float8`;

export const cycleTime: MetricDeclaration = {
  id: 'cycle-time',
  name: 'Cycle time',
  group: 'time',
  unit: 'seconds',
  event: 'merged',
  definition:
    'The time from the first commit of a pull request to its merge, divided into coding, pickup, review and merge. An event out of order is moved to where it is in order, so that the four add up for every pull request.',
  formula:
    'M − C = coding (C to R′) + pickup (R′ to X′) + review (X′ to An′) + merge (An′ to M), R′ = max(C, R), X′ = max(R′, min(X, M)), An′ = max(X′, min(An, M)); an absent event is the next one.',
  inputs: ['commits', 'ready for review', 'reviews', 'comments', 'merge'],
  exclusions: ['A pull request whose commits are not known has no value.'],
  version: 1,
  atSql: 'fact.merged_at',
  populationSql: 'fact.merged_at is not null',
  measure: {
    kind: 'amounts',
    valueSql: 'fact.coding_s + fact.pickup_s + fact.review_s + fact.merge_s',
    span: { fromSql: 'fact.first_commit_at', untilSql: 'fact.merged_at' },
  },
  stages: [
    { id: 'coding', label: 'coding', valueSql: 'fact.coding_s' },
    { id: 'pickup', label: 'pickup', valueSql: 'fact.pickup_s' },
    { id: 'review', label: 'review', valueSql: 'fact.review_s' },
    { id: 'merge', label: 'merge', valueSql: 'fact.merge_s' },
  ],
  presets: [
    {
      id: 'devlake',
      definition:
        'Coding (none if the first commit came after the pull request was opened) plus open time, each in minutes rounded up. Pickup is from opened to the first response by another, none if that came first.',
      sql: {
        measure: {
          kind: 'amounts',
          valueSql: `60 * (
            case when fact.first_commit_at <= fact.opened_at
              then ceil(${secondsSql('fact.first_commit_at', 'fact.opened_at')} / 60) else 0 end
            + ceil(${secondsSql('fact.opened_at', 'fact.merged_at')} / 60))`,
        },
        stages: [
          {
            id: 'coding',
            label: 'coding',
            valueSql: `case when fact.first_commit_at <= fact.opened_at
              then 60 * ceil(${secondsSql('fact.first_commit_at', 'fact.opened_at')} / 60) end`,
          },
          {
            id: 'pickup',
            label: 'pickup',
            valueSql: `case when fact.first_response_at >= fact.opened_at and fact.first_response_at <= fact.merged_at
              then 60 * ceil(${secondsSql('fact.opened_at', 'fact.first_response_at')} / 60) end`,
          },
          {
            id: 'review',
            label: 'review',
            valueSql: `case when fact.first_response_at >= fact.opened_at and fact.first_response_at <= fact.merged_at
              then 60 * ceil(${secondsSql('fact.first_response_at', 'fact.merged_at')} / 60) end`,
          },
        ],
      },
    },
    {
      id: 'sei',
      definition:
        'Lead time by stage: first commit to opened, to the first response by another, to the first approval, to the merge. The total is the sum of the stages’ means; a stage whose events are missing or out of order is left out of its mean. Stages are not graded: no limits apply to them.',
      sql: {
        measure: {
          kind: 'amounts',
          valueSql: secondsSql('fact.first_commit_at', 'fact.merged_at'),
          isMean: true,
        },
        stages: [
          {
            id: 'coding',
            label: 'to opened',
            valueSql: `case when fact.opened_at >= fact.first_commit_at
              then ${secondsSql('fact.first_commit_at', 'fact.opened_at')} end`,
          },
          {
            id: 'pickup',
            label: 'to first response',
            valueSql: `case when fact.first_response_at >= fact.opened_at
              then ${secondsSql('fact.opened_at', 'fact.first_response_at')} end`,
          },
          {
            id: 'review',
            label: 'to first approval',
            valueSql: `case when fact.first_approval_at >= fact.first_response_at
              then ${secondsSql('fact.first_response_at', 'fact.first_approval_at')} end`,
          },
          {
            id: 'merge',
            label: 'to merge',
            valueSql: `case when fact.merged_at >= fact.first_approval_at
              then ${secondsSql('fact.first_approval_at', 'fact.merged_at')} end`,
          },
        ],
      },
    },
  ],
};
