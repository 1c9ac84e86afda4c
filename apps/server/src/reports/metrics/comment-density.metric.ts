import type { MetricDeclaration } from './metric.ts';

export const commentDensity: MetricDeclaration = {
  id: 'comment-density',
  name: 'Comment density',
  group: 'review',
  unit: 'comments-per-file',
  event: 'merged',
  definition:
    'Review comments by others who are not bots, a file changed, over all merged pull requests together.',
  formula: 'sum of review comments ÷ sum of changed files',
  inputs: ['review comments', 'size of the pull request', 'merge'],
  exclusions: ['A pull request without files, or whose files GitHub did not count, has no value.'],
  version: 1,
  atSql: 'fact.merged_at',
  populationSql: 'fact.merged_at is not null',
  measure: {
    kind: 'ratio',
    numeratorSql: 'fact.review_comments',
    denominatorSql: 'nullif(fact.changed_files, 0)',
  },
  bands: [
    {
      id: 'light',
      label: 'to 2 a file',
      holdsSql: 'fact.review_comments <= 2 * nullif(fact.changed_files, 0)',
    },
    { id: 'dense', label: 'to 5', holdsSql: 'fact.review_comments <= 5 * nullif(fact.changed_files, 0)' },
    { id: 'thick', label: 'above 5', holdsSql: 'fact.review_comments > 5 * nullif(fact.changed_files, 0)' },
  ],
};
