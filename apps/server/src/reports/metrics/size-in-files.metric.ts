import type { MetricDeclaration } from './metric.ts';

export const sizeInFiles: MetricDeclaration = {
  id: 'size-in-files',
  name: 'Size in files',
  group: 'size',
  unit: 'files',
  event: 'merged',
  definition: 'Files changed by a merged pull request.',
  formula: 'changed files; few to 5, some to 10, many above',
  inputs: ['size of the pull request', 'merge'],
  exclusions: ['A pull request whose files GitHub did not count has no value.'],
  version: 1,
  atSql: 'fact.merged_at',
  populationSql: 'fact.merged_at is not null',
  measure: { kind: 'amounts', valueSql: 'fact.changed_files::float8' },
  bands: [
    { id: 'few', label: 'to 5 files', holdsSql: 'fact.changed_files <= 5' },
    { id: 'some', label: '6 to 10', holdsSql: 'fact.changed_files <= 10' },
    { id: 'many', label: 'above 10', holdsSql: 'fact.changed_files > 10' },
  ],
};
