import type { MetricDeclaration } from './metric.ts';

export const timeToMerge: MetricDeclaration = {
  id: 'time-to-merge',
  name: 'Time to merge',
  group: 'time',
  unit: 'seconds',
  event: 'merged',
  definition: 'The time from ready for review to the merge.',
  formula: 'M − R',
  inputs: ['ready for review', 'merge'],
  exclusions: [],
  version: 1,
  atSql: 'fact.merged_at',
  populationSql: 'fact.merged_at is not null',
  measure: {
    kind: 'amounts',
    valueSql: 'greatest(0, extract(epoch from fact.merged_at - fact.ready_at))::float8',
    span: { fromSql: 'fact.ready_at', untilSql: 'fact.merged_at' },
  },
  presets: [
    {
      id: 'from-opened',
      definition: 'From the opening, drafts included: M − O.',
      sql: {
        measure: {
          kind: 'amounts',
          valueSql: 'extract(epoch from fact.merged_at - fact.opened_at)::float8',
          span: { fromSql: 'fact.opened_at', untilSql: 'fact.merged_at' },
        },
      },
    },
  ],
};
