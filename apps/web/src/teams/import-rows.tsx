import { AlertIcon } from '@primer/octicons-react';
import type { TeamImportRow } from '@throughline/contract';
import type { Column } from '../ui/column.ts';
import { RowList } from '../ui/row-list.tsx';
import styles from './import-teams.module.css';

/** Rows of a file by their number: those that are wrong first, for they keep all from being taken. */
export const ImportRows = ({ rows }: { readonly rows: readonly TeamImportRow[] }) => (
  <RowList
    label="Rows of the file"
    columns={columns}
    rows={[
      ...rows.filter(({ problem }) => problem !== undefined),
      ...rows.filter(({ problem }) => problem === undefined),
    ]}
    toKey={({ row }) => row}
    rowHeight={41}
  />
);

const columns: readonly Column<TeamImportRow>[] = [
  { key: 'row', head: 'Row', width: '5rem', isNumber: true, cell: ({ row }) => row },
  {
    key: 'does',
    head: 'What it does',
    cell: ({ does, problem }) =>
      problem === undefined ? (
        does.join(' ')
      ) : (
        <span className={styles['problem']}>
          <AlertIcon /> {problem}
        </span>
      ),
  },
];
