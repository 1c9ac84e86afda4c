import type { MetricDeclaration } from './metric.ts';

export const reviewLoad: MetricDeclaration = {
  id: 'review-load',
  name: 'Review load',
  group: 'review',
  unit: 'pull-requests',
  event: 'now',
  definition: 'Pull requests of which a review is asked for now, by how long it has been asked for.',
  formula: 'count of open pull requests with a review request, by now − Q',
  inputs: ['review requests', 'merge', 'closed'],
  exclusions: [],
  version: 1,
  atSql: 'fact.opened_at',
  populationSql: 'fact.closed_at is null and fact.merged_at is null and fact.open_requests > 0',
  measure: { kind: 'count' },
  bands: [
    {
      id: 'days',
      label: 'above 3 days',
      holdsSql: `coalesce(fact.first_requested_at, fact.opened_at) < app_now() - interval '3 days'`,
    },
    {
      id: 'day',
      label: '1 to 3 days',
      holdsSql: `coalesce(fact.first_requested_at, fact.opened_at) < app_now() - interval '1 day'`,
    },
    { id: 'hours', label: 'to a day', holdsSql: 'true' },
  ],
};
