import type { WorkRow } from '@throughline/contract';
import type { CsvColumn } from '../platform/csv/index.ts';

/** The columns of a file of what a person's figure counts. What is not known is an empty cell. */
export const personRowColumns: readonly CsvColumn<WorkRow>[] = [
  { name: 'host', cell: ({ repository }) => repository.hostName },
  { name: 'repository', cell: ({ repository }) => repository.fullName },
  { name: 'number', cell: ({ number }) => number },
  { name: 'title', cell: ({ title }) => title },
  { name: 'state', cell: ({ state }) => state },
  { name: 'author', cell: ({ author }) => author.login },
  { name: 'person', cell: ({ author }) => author.person?.name },
  { name: 'at', cell: ({ at }) => at },
  { name: 'why', cell: ({ note }) => note },
  { name: 'url', cell: ({ url }) => url },
];
