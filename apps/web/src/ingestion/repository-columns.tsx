import type { RepositorySync } from '@throughline/contract';
import type { Column } from '../ui/column.ts';
import { ExternalLink } from '../ui/external-link.tsx';
import { Moment } from '../ui/moment.tsx';
import { RepositoryName } from '../ui/repository-name.tsx';
import { RepositoryState } from './repository-state.tsx';
import { toHeldWords } from './repository-words.ts';

export const repositoryColumns: readonly Column<RepositorySync>[] = [
  {
    key: 'name',
    head: 'Repository',
    cell: ({ fullName, url }) =>
      url === undefined ? (
        <RepositoryName fullName={fullName} />
      ) : (
        <ExternalLink href={url}>
          <RepositoryName fullName={fullName} />
        </ExternalLink>
      ),
  },
  { key: 'held', head: 'Pull requests', isNumber: true, width: '14rem', cell: (row) => toHeldWords(row) },
  {
    key: 'read',
    head: 'Last read',
    width: '8rem',
    isWideOnly: true,
    cell: ({ readAt }) => (readAt === undefined ? 'not yet' : <Moment at={readAt} />),
  },
  { key: 'state', head: 'State', cell: (row) => <RepositoryState repository={row} /> },
];
