import type { MetricDeclaration } from './metric.ts';

export const collaborationState: MetricDeclaration = {
  id: 'collaboration-state',
  name: 'Collaboration state',
  group: 'together',
  unit: 'pull-requests',
  event: 'ended',
  definition:
    'How pull requests came to their end, the first that fits: a peer approved whose review had been asked for; another peer approved; merged by its author after comments of others; merged by its author without review; closed, or merged by another, unapproved.',
  formula: 'count of each state ÷ pull requests merged or closed',
  inputs: ['reviews', 'review requests', 'comments', 'who merged it'],
  exclusions: [
    'Of reviews asked of a team it is not known who was meant; an approval then counts as not asked for.',
  ],
  version: 1,
  atSql: 'fact.closed_at',
  populationSql: 'fact.closed_at is not null',
  measure: { kind: 'count' },
  bands: [
    {
      id: 'assigned-peer-approved',
      label: 'assigned peer approved',
      holdsSql: `fact.collaboration = 'assigned-peer-approved'`,
    },
    {
      id: 'unassigned-peer-approved',
      label: 'unassigned peer approved',
      holdsSql: `fact.collaboration = 'unassigned-peer-approved'`,
    },
    {
      id: 'self-merged-after-comments',
      label: 'self-merged after comments',
      holdsSql: `fact.collaboration = 'self-merged-after-comments'`,
    },
    {
      id: 'self-merged-without-review',
      label: 'self-merged without review',
      holdsSql: `fact.collaboration = 'self-merged-without-review'`,
    },
    {
      id: 'ended-by-another-unapproved',
      label: 'closed or merged by another, unapproved',
      holdsSql: `fact.collaboration = 'ended-by-another-unapproved'`,
    },
  ],
};
