import type { ConnectionRepository } from '@throughline/contract';
import type { Column } from '../../ui/column.ts';
import { Moment } from '../../ui/moment.tsx';
import { toNumber } from '../../ui/number-words.ts';
import { PathLink } from '../../ui/path-link.tsx';
import { RepositoryNameCell } from '../repository-name-cell.tsx';

/** Why it is read or not, and how its reading stands. */
function toStateWords({ group, state, visibility }: ConnectionRepository): string {
  switch (group) {
    case 'gone':
      return 'gone from GitHub; what was read is kept';
    case 'no-access':
      return visibility === 'private' ? 'no access: add the credential’s owner to it on GitHub' : 'no access';
    case 'archived':
      return 'left out: archived';
    case 'forks':
      return 'left out: a fork';
    case 'not-chosen':
      return 'not chosen';
    case 'read':
      return state ?? 'waiting';
  }
}

/** The columns of a connection's repositories; the state of one that is read leads to its panel on Sync. */
export const toRepositoryColumns = (connectionId: number): readonly Column<ConnectionRepository>[] => [
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
    key: 'held',
    head: 'Pull requests here',
    width: '9rem',
    isNumber: true,
    isWideOnly: true,
    cell: ({ held, total }) =>
      total === undefined ? toNumber(held) : `${toNumber(held)} of ${toNumber(total)}`,
  },
  {
    key: 'read',
    head: 'Last read',
    width: '8rem',
    isWideOnly: true,
    cell: ({ readAt }) => (readAt === undefined ? 'never' : <Moment at={readAt} />),
  },
  {
    key: 'state',
    head: 'State',
    width: '14rem',
    narrowWidth: '9rem',
    cell: (repository) =>
      repository.group === 'read' || repository.group === 'no-access' ? (
        <PathLink path={`/sync?peek=${connectionId}-${repository.repositoryId}`}>
          {toStateWords(repository)}
        </PathLink>
      ) : (
        toStateWords(repository)
      ),
  },
];
