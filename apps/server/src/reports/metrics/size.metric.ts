import type { MetricDeclaration } from './metric.ts';

export const size: MetricDeclaration = {
  id: 'size',
  name: 'Size',
  group: 'size',
  unit: 'lines',
  event: 'merged',
  definition:
    'Lines added and deleted by a merged pull request, as GitHub counts them for the pull request itself: squashing and rebasing change nothing.',
  formula: 'additions + deletions; small to 100, medium to 300, large above',
  inputs: ['size of the pull request', 'merge'],
  exclusions: ['A pull request whose size GitHub did not tell has no value.'],
  version: 1,
  atSql: 'fact.merged_at',
  populationSql: 'fact.merged_at is not null',
  measure: { kind: 'amounts', valueSql: 'fact.lines::float8' },
  bands: [
    { id: 'small', label: 'to 100 lines', holdsSql: 'fact.lines <= 100' },
    { id: 'medium', label: '101 to 300', holdsSql: 'fact.lines <= 300' },
    { id: 'large', label: 'above 300', holdsSql: 'fact.lines > 300' },
  ],
};
