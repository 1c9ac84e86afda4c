import type { PullRequestRow } from '@throughline/contract';
import type { CsvColumn } from '../../platform/csv/index.ts';

/** The columns of a file of pull requests. What is not known is an empty cell. */
export const pullCsvColumns: readonly CsvColumn<PullRequestRow>[] = [
  { name: 'host', cell: ({ repository }) => repository.hostName },
  { name: 'repository', cell: ({ repository }) => repository.fullName },
  { name: 'number', cell: ({ number }) => number },
  { name: 'title', cell: ({ title }) => title },
  { name: 'state', cell: ({ state }) => state },
  { name: 'author', cell: ({ author }) => author.login },
  { name: 'person', cell: ({ author }) => author.person?.name },
  { name: 'base', cell: ({ baseRef }) => baseRef },
  { name: 'head', cell: ({ headRef }) => headRef },
  { name: 'review', cell: ({ reviewDecision }) => reviewDecision },
  { name: 'created_at', cell: ({ createdAt }) => createdAt },
  { name: 'updated_at', cell: ({ updatedAt }) => updatedAt },
  { name: 'merged_at', cell: ({ mergedAt }) => mergedAt },
  { name: 'closed_at', cell: ({ closedAt }) => closedAt },
  { name: 'additions', cell: ({ additions }) => additions },
  { name: 'deletions', cell: ({ deletions }) => deletions },
  { name: 'changed_files', cell: ({ changedFiles }) => changedFiles },
  { name: 'cycle_seconds', cell: ({ cycleS }) => cycleS },
  { name: 'labels', cell: ({ labels }) => labels.map(({ name }) => name).join(', ') },
  { name: 'url', cell: ({ url }) => url },
];
