import type { AttentionRow } from '@throughline/contract';
import type { Column } from '../ui/column.ts';
import { ExternalLink } from '../ui/external-link.tsx';
import { RowList } from '../ui/row-list.tsx';
import type { useStandingRows } from '../ui/use-standing-rows.ts';
import { AttentionCell } from './attention-cell.tsx';
import styles from './attention-table.module.css';
import { toAttentionKey } from './row-identity.ts';
import { RowMenu } from './row-menu.tsx';
import type { Snoozing } from './use-snooze.ts';

interface Props {
  readonly label: string;
  readonly standing: ReturnType<typeof useStandingRows<AttentionRow>>;
  readonly snoozing: Snoozing | undefined;
}

/** Rows of what waits, as they stand. */
export const AttentionTable = ({ label, standing, snoozing }: Props) => (
  <div className={styles['rows']}>
    <RowList
      label={label}
      columns={toColumns(snoozing)}
      rows={standing.rows}
      toKey={toAttentionKey}
      rowHeight={88}
      // A minute that passes is no news: only what left is marked.
      toMark={(row) => (standing.toMark(row) === 'left' ? 'left' : undefined)}
    />
  </div>
);

const toColumns = (snoozing: Snoozing | undefined): readonly Column<AttentionRow>[] => [
  { key: 'what', head: 'What waits', cell: (row) => <AttentionCell row={row} /> },
  {
    key: 'open',
    head: 'At GitHub',
    width: '9.5rem',
    isWideOnly: true,
    cell: ({ url }) => url !== undefined && <ExternalLink href={url}>Open on GitHub</ExternalLink>,
  },
  {
    key: 'menu',
    head: 'More',
    width: '4rem',
    isNumber: true,
    cell: (row) => <RowMenu row={row} snoozing={snoozing} />,
  },
];
