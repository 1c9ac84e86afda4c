import type { AttentionRow } from '@throughline/contract';
import { type FocusEvent, useEffect, useRef } from 'react';
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
export const AttentionTable = ({ label, standing, snoozing }: Props) => {
  const { place, noteFocus } = useFocusAfter(snoozing?.acts ?? 0);
  return (
    <div ref={place} className={styles['rows']} onFocus={noteFocus}>
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
};

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

/** A row that its reader put off passes the focus to what stands in its place. */
const useFocusAfter = (acts: number) => {
  const place = useRef<HTMLDivElement>(null);
  const last = useRef(0);
  const noteFocus = ({ target }: FocusEvent) => {
    const at = listMenus(place.current).findIndex((menu) => menu === target);
    if (at >= 0) last.current = at;
  };
  useEffect(() => {
    if (acts === 0 || document.activeElement !== document.body) return;
    const menus = listMenus(place.current);
    menus[Math.min(last.current, menus.length - 1)]?.focus();
  }, [acts]);
  return { place, noteFocus };
};

const listMenus = (place: HTMLElement | null): readonly HTMLElement[] => [
  ...(place?.querySelectorAll<HTMLElement>('[data-row-menu]') ?? []),
];
