import type { CsvColumn } from '../../platform/csv/index.ts';
import type { ExportedPerson } from './export.sql.ts';

/** The columns of a file of people. An import takes the first seven back. */
export const exportColumns: readonly CsvColumn<ExportedPerson>[] = [
  { name: 'name', cell: ({ name }) => name },
  { name: 'emails', cell: ({ emails }) => emails.join(' ') },
  { name: 'logins', cell: ({ accounts }) => accounts.join(' ') },
  { name: 'joined', cell: ({ joinedOn }) => joinedOn ?? undefined },
  { name: 'left', cell: ({ leftOn }) => leftOn ?? undefined },
  { name: 'zone', cell: ({ zone }) => zone ?? undefined },
  { name: 'team', cell: ({ teams }) => (teams.length === 1 ? teams[0] : undefined) },
  { name: 'teams', cell: ({ teams }) => teams.join(', ') },
  { name: 'excluded', cell: ({ excludedReason }) => excludedReason ?? undefined },
  { name: 'hidden', cell: ({ isHidden }) => isHidden },
  { name: 'address', cell: ({ slug }) => `/people/${slug}` },
];
