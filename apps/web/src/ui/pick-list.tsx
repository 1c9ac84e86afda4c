import { FilterIcon } from '@primer/octicons-react';
import { Button, Checkbox } from '@primer/react';
import { type ReactNode, useState } from 'react';
import type { Column } from './column.ts';
import { EmptyState } from './empty-state.tsx';
import { FilterField } from './filter-field.tsx';
import { toCount, toNumber } from './number-words.ts';
import styles from './pick-list.module.css';
import { RowList } from './row-list.tsx';
import { VisuallyHidden } from './visually-hidden.tsx';

interface Props<Row> {
  /** What is picked, for one and for many: ["repository", "repositories"]. */
  readonly nouns: readonly [one: string, many: string];
  readonly rows: readonly Row[];
  readonly toId: (row: Row) => number;
  readonly toName: (row: Row) => string;
  readonly columns: readonly Column<Row>[];
  readonly picked: ReadonlySet<number>;
  readonly onPick: (picked: ReadonlySet<number>) => void;
}

/** Filter and pick among many rows. Picking all means all that match the filter; what is hidden stays as it was. */
export const PickList = <Row,>({
  nouns,
  rows,
  toId,
  toName,
  columns,
  picked,
  onPick,
}: Props<Row>): ReactNode => {
  const [filter, setFilter] = useState('');
  const wanted = filter.trim().toLowerCase();
  const shown = rows.filter((row) => toName(row).toLowerCase().includes(wanted));
  const set = (changed: readonly Row[], isPicked: boolean) => {
    const next = new Set(picked);
    for (const row of changed) next[isPicked ? 'add' : 'delete'](toId(row));
    onPick(next);
  };
  const box = toBoxColumn({
    toId,
    toName,
    isPicked: (row) => picked.has(toId(row)),
    onPick: (row, is) => set([row], is),
  });

  return (
    <div className={styles['list']}>
      <div className={styles['head']}>
        <FilterField label={`Filter ${toCount(rows.length, ...nouns)}`} value={filter} onChange={setFilter} />
        <output>{toNumber(picked.size)} picked</output>
        <Button size="small" onClick={() => set(shown, true)}>
          {wanted === '' ? 'Pick all' : `Pick all ${toNumber(shown.length)} that match`}
        </Button>
        <Button size="small" onClick={() => set(shown, false)}>
          {wanted === '' ? 'Pick none' : 'Pick none of these'}
        </Button>
      </div>
      {shown.length === 0 ? (
        <EmptyState
          cause="nothing-matches"
          icon={FilterIcon}
          next={<Button onClick={() => setFilter('')}>Drop the filter</Button>}
        >
          None of {toCount(rows.length, ...nouns)} has “{filter}” in its name.
        </EmptyState>
      ) : (
        <RowList label={nouns[1]} columns={[box, ...columns]} rows={shown} toKey={toId} rowHeight={41} />
      )}
    </div>
  );
};

interface BoxColumn<Row> {
  readonly toId: (row: Row) => number;
  readonly toName: (row: Row) => string;
  readonly isPicked: (row: Row) => boolean;
  readonly onPick: (row: Row, isPicked: boolean) => void;
}

/** The box of a row; its label, unseen, makes a target of 24 px around it. */
const toBoxColumn = <Row,>({ toId, toName, isPicked, onPick }: BoxColumn<Row>): Column<Row> => ({
  key: 'pick',
  head: <VisuallyHidden>Pick</VisuallyHidden>,
  width: '3rem',
  narrowWidth: '3rem',
  cell: (row) => (
    <label htmlFor={`pick-${toId(row)}`} className={styles['box']}>
      <VisuallyHidden>{toName(row)}</VisuallyHidden>
      <Checkbox
        id={`pick-${toId(row)}`}
        checked={isPicked(row)}
        onChange={(event) => onPick(row, event.target.checked)}
      />
    </label>
  ),
});
