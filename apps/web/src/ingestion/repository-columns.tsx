import { SkeletonBox } from '@primer/react';
import { type DataKind, dataNames, type RepositorySync } from '@throughline/contract';
import type { ReactNode } from 'react';
import type { Column } from '../ui/column.ts';
import { Completeness } from '../ui/completeness.tsx';
import { Moment } from '../ui/moment.tsx';
import { RepositoryName } from '../ui/repository-name.tsx';
import styles from './repository-list.module.css';
import { RepositoryState } from './repository-state.tsx';
import type { ListedRepository } from './use-repository-rows.ts';

/** A cell of a row that may still be on its way. */
const cellOf =
  (toCell: (sync: RepositorySync) => ReactNode) =>
  ({ sync }: ListedRepository): ReactNode =>
    sync === undefined ? <SkeletonBox height="1rem" /> : toCell(sync);

const dataColumn = (kind: DataKind, width: string): Column<ListedRepository> => ({
  key: kind,
  head: dataNames[kind],
  width,
  ...(kind !== 'pull-requests' && { isRoomyOnly: true }),
  cell: cellOf(({ data }) => {
    const held = data.find((one) => one.kind === kind);
    return held === undefined ? (
      'not read'
    ) : (
      <Completeness held={held} brief={kind === 'pull-requests' ? 'narrow' : 'always'} />
    );
  }),
});

/** The columns of the list of repositories; a name opens what is here of it and what is missing. */
export const toRepositoryColumns = (
  open: (repositoryId: number) => void,
): readonly Column<ListedRepository>[] => [
  {
    key: 'name',
    head: 'Repository',
    cell: cellOf(({ repositoryId, fullName }) => (
      <button type="button" className={styles['opener']} data-opens-row onClick={() => open(repositoryId)}>
        <RepositoryName fullName={fullName} />
      </button>
    )),
  },
  { ...dataColumn('pull-requests', '8.5rem'), narrowWidth: '6.5rem' },
  dataColumn('reviews', '6rem'),
  dataColumn('comments', '6rem'),
  dataColumn('commits', '6rem'),
  dataColumn('files', '6rem'),
  {
    key: 'read',
    head: 'Last read',
    width: '6rem',
    isWideOnly: true,
    cell: cellOf(({ readAt }) => (readAt === undefined ? 'not yet' : <Moment at={readAt} />)),
  },
  {
    key: 'state',
    head: 'State',
    width: '10rem',
    narrowWidth: '7rem',
    cell: cellOf((sync) => <RepositoryState repository={sync} />),
  },
];
