import { Checkbox } from '@primer/react';
import { type ReactNode, useId } from 'react';
import type { Column, RowKey } from './column.ts';
import styles from './row-list.module.css';
import type { Selection } from './selection.ts';
import { VisuallyHidden } from './visually-hidden.tsx';

/** How rows of a list are selected, and what can be done with those that are. */
export interface Selecting<Row> {
  readonly selection: Selection;
  /** How many match in all, where the list may show fewer: offers "All 84 that match". */
  readonly total?: number;
  /** What a row is called, for readers who do not see it: "Retry failed payouts". */
  readonly toName: (row: Row) => string;
  /** Buttons; each carries the count: "Link 12". */
  readonly commands: ReactNode;
}

/** The keys that are selected once this row's own is on or off. */
export const toToggled = (
  { keys, isAll }: Selection,
  key: RowKey,
  allKeys: readonly RowKey[],
): readonly RowKey[] => {
  const before = isAll ? allKeys : [...keys];
  return before.includes(key) ? before.filter((one) => one !== key) : [...before, key];
};

/** The boxes that select rows, first in each row. */
export const toSelectColumn = <Row,>(
  { selection, toName }: Selecting<Row>,
  toKey: (row: Row) => RowKey,
  allKeys: readonly RowKey[],
): Column<Row> => ({
  key: 'selected',
  head: <VisuallyHidden>Selected</VisuallyHidden>,
  width: '2.5rem',
  narrowWidth: '2.5rem',
  cell: (row) => <SelectBox {...{ selection, toName, toKey, allKeys, row }} />,
});

interface BoxProps<Row> extends Pick<Selecting<Row>, 'selection' | 'toName'> {
  readonly toKey: (row: Row) => RowKey;
  readonly allKeys: readonly RowKey[];
  readonly row: Row;
}

const SelectBox = <Row,>({ selection, toName, toKey, allKeys, row }: BoxProps<Row>) => {
  const id = useId();
  const key = toKey(row);
  return (
    <label htmlFor={id} className={styles['select']}>
      <Checkbox
        id={id}
        checked={selection.isAll || selection.keys.has(key)}
        aria-label={`Select ${toName(row)}`}
        onChange={() => selection.choose(toToggled(selection, key, allKeys))}
      />
    </label>
  );
};
