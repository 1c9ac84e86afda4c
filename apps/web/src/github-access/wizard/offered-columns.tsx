import type { OfferedRepository } from '@throughline/contract';
import type { Column } from '../../ui/column.ts';
import { Moment } from '../../ui/moment.tsx';
import { toNumber } from '../../ui/number-words.ts';
import { RepositoryNameCell } from '../repository-name-cell.tsx';

export const offeredColumns: readonly Column<OfferedRepository>[] = [
  {
    key: 'name',
    head: 'Repository',
    cell: (repository) => <RepositoryNameCell {...repository} />,
  },
  {
    key: 'visibility',
    head: 'Visibility',
    width: '6rem',
    isWideOnly: true,
    cell: ({ visibility }) => visibility,
  },
  {
    key: 'pushed',
    head: 'Last push',
    width: '8rem',
    isWideOnly: true,
    cell: ({ pushedAt }) => (pushedAt === undefined ? 'never' : <Moment at={pushedAt} />),
  },
  {
    key: 'pulls',
    head: 'Pull requests',
    width: '7rem',
    isNumber: true,
    cell: ({ pullRequestTotal }) =>
      pullRequestTotal === undefined ? 'not counted' : toNumber(pullRequestTotal),
  },
];
