import type { MetricDeclaration } from './metric.ts';

const olderSql = (days: number): string => `fact.opened_at < app_now() - interval '${days} days'`;

export const openNow: MetricDeclaration = {
  id: 'open-now',
  name: 'Open now',
  group: 'flow',
  unit: 'pull-requests',
  event: 'now',
  definition: 'Pull requests that are open now, drafts included, by how long they have been.',
  formula: 'count without M and Z, by now − O',
  inputs: ['opened', 'merge', 'closed'],
  exclusions: [],
  version: 1,
  atSql: 'fact.opened_at',
  populationSql: 'fact.closed_at is null and fact.merged_at is null',
  measure: { kind: 'count' },
  bands: [
    { id: 'month', label: 'above 30 days', holdsSql: olderSql(30) },
    { id: 'week', label: '5 to 30 days', holdsSql: olderSql(5) },
    { id: 'days', label: '1 to 5 days', holdsSql: olderSql(1) },
    { id: 'day', label: 'to a day', holdsSql: 'true' },
  ],
};
