import { type CSSProperties, type ReactNode, useRef } from 'react';
import type { Column, RowKey, RowMark } from './column.ts';
import { useReaderSetting } from './reader-setting.ts';
import styles from './row-list.module.css';
import { type Selecting, toSelectColumn } from './select-column.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { TableRow } from './table-row.tsx';
import { useFreeKey } from './use-free-key.ts';
import { usePassedFocus } from './use-passed-focus.ts';
import { useRowKeys } from './use-row-keys.ts';
import { VirtualRows } from './virtual-rows.tsx';

/** Beyond so many rows only those near the screen are in the page. */
const plainRows = 100;

/** Of a row of one line, in pixels. */
const compactHeight = 36;

interface Props<Row> {
  /** What the rows are, for readers who do not see: "Repositories". */
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly toKey: (row: Row) => RowKey;
  /** How many there are in all, where `rows` are only the first of them. */
  readonly total?: number;
  /** Height of a usual row in pixels. */
  readonly rowHeight?: number;
  /** True where no row is ever higher. */
  readonly isOneHeight?: boolean;
  /** Told which rows are near the screen where the list is virtual. */
  readonly onShown?: (first: number, last: number) => void;
  /** Space looks into a row: give `usePeek`'s `open`. */
  readonly onPeek?: (row: Row) => void;
  /** True while a panel shows one of the rows; it then follows the focus. */
  readonly isPeeking?: boolean;
  /** Rows can be selected, and this is done with those that are. */
  readonly selecting?: Selecting<Row>;
  /** What became of a row: give `useStandingRows`' `toMark`. */
  readonly toMark?: (row: Row) => RowMark | undefined;
}

/**
 * Rows of data: a real table, virtual beyond 100 rows; where it is narrow only the columns that matter most. J and K walk
 * through it (see `useRowKeys`): what opens a row carries `data-opens-row`, else it is the row's first link.
 */
export const RowList = <Row,>(props: Props<Row>): ReactNode => {
  const { label, rows, toKey, total = props.rows.length, onPeek, isPeeking = false, selecting } = props;
  const table = useRef<HTMLTableElement>(null);
  const onKeyDown = useRowKeys({ table, rows, toKey, onPeek, isPeeking, selecting });
  const passing = usePassedFocus(table);
  const isSelected = useSelected(selecting, toKey);
  const columns =
    selecting === undefined
      ? props.columns
      : [toSelectColumn(selecting, toKey, rows.map(toKey)), ...props.columns];
  const isPart = rows.length > plainRows || total > rows.length;
  return (
    <div role="presentation" className={styles['frame']} onKeyDown={onKeyDown} {...passing}>
      {selecting !== undefined && <SelectionBar selecting={selecting} />}
      <table
        ref={table}
        className={styles['table']}
        aria-label={label}
        aria-rowcount={isPart ? total + 1 : undefined}
        data-walked
      >
        <thead>
          <tr aria-rowindex={isPart ? 1 : undefined}>
            {columns.map((column) => (
              <ColumnHead key={column.key} column={column} />
            ))}
          </tr>
        </thead>
        <Rows {...props} columns={columns} isPart={isPart} isSelected={isSelected} />
      </table>
    </div>
  );
};

/** Which rows are selected; Escape ends the selection. */
const useSelected = <Row,>(selecting: Selecting<Row> | undefined, toKey: (row: Row) => RowKey) => {
  const selection = selecting?.selection;
  useFreeKey((key) => {
    const isOver =
      key === 'Escape' && selection !== undefined && (selection.isAll || selection.keys.size > 0);
    if (isOver) selection.clear();
    return isOver;
  });
  return (row: Row): boolean =>
    selection !== undefined && (selection.isAll || selection.keys.has(toKey(row)));
};

interface RowsProps<Row> extends Props<Row> {
  readonly isPart: boolean;
  readonly isSelected: (row: Row) => boolean;
}

const Rows = <Row,>(props: RowsProps<Row>): ReactNode => {
  const { columns, rows, toKey, rowHeight = 48, isOneHeight = false, isPart } = props;
  const { isSelected, toMark, onShown } = props;
  const [height] = useReaderSetting('rows');
  if (rows.length > plainRows) {
    return (
      <VirtualRows
        {...{ columns, rows, toKey, isSelected, toMark, isOneHeight, onShown }}
        rowHeight={height === 'compact' ? Math.min(rowHeight, compactHeight) : rowHeight}
      />
    );
  }
  return (
    <tbody>
      {rows.map((row, place) => (
        <TableRow
          key={toKey(row)}
          columns={columns}
          row={row}
          place={place}
          isPart={isPart}
          mark={toMark?.(row)}
          isSelected={isSelected(row)}
        />
      ))}
    </tbody>
  );
};

const ColumnHead = <Row,>({ column }: { readonly column: Column<Row> }): ReactNode => {
  const { head, width, isNumber, isWideOnly, isRoomyOnly } = column;
  const narrowWidth = column.narrowWidth ?? (width === undefined ? 'auto' : `min(${width}, 28cqw)`);
  // as: React's type of styles does not know our own variables
  const widths = { '--width': width ?? 'auto', '--narrow-width': narrowWidth } as CSSProperties;
  return (
    <th
      scope="col"
      style={widths}
      data-number={isNumber}
      data-wide-only={isWideOnly}
      data-roomy-only={isRoomyOnly}
    >
      {head}
    </th>
  );
};
