import type { StoredKind } from '@throughline/contract';
import type { Column } from '../ui/column.ts';
import { toNumber } from '../ui/number-words.ts';
import styles from './me-data.module.css';

export const meKindColumns: readonly Column<StoredKind>[] = [
  {
    key: 'name',
    head: 'What',
    cell: ({ name, what }) => (
      <>
        {name}
        <p className={styles['more']}>{what}</p>
      </>
    ),
  },
  { key: 'kept', head: 'How long', width: '18rem', isWideOnly: true, cell: ({ kept }) => kept },
  {
    key: 'count',
    head: 'Rows',
    width: '8rem',
    isNumber: true,
    cell: ({ count }) => {
      if (count === undefined) return 'in the export';
      return count === 0 ? 'none' : toNumber(count);
    },
  },
];
