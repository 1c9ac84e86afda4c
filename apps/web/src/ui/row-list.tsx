import type { CSSProperties, ReactNode } from 'react';
import type { Column } from './column.ts';
import styles from './row-list.module.css';
import { TableRow } from './table-row.tsx';
import { VirtualRows } from './virtual-rows.tsx';

/** Beyond so many rows only those near the screen are in the page. */
const plainRows = 100;

interface Props<Row> {
  /** What the rows are, for readers who do not see: "Repositories". */
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly toKey: (row: Row) => string | number;
  /** Height of a usual row in pixels. */
  readonly rowHeight?: number;
  /** True where no row is ever higher. */
  readonly isOneHeight?: boolean;
  /** Told which rows are near the screen where the list is virtual. */
  readonly onShown?: (first: number, last: number) => void;
}

/** Rows of data: a real table, virtual beyond 100 rows; on a narrow screen only the columns that matter most. */
export const RowList = <Row,>({
  label,
  columns,
  rows,
  toKey,
  rowHeight = 48,
  isOneHeight = false,
  onShown,
}: Props<Row>): ReactNode => {
  const isVirtual = rows.length > plainRows;
  return (
    <table
      className={styles['table']}
      aria-label={label}
      aria-rowcount={isVirtual ? rows.length + 1 : undefined}
    >
      <thead>
        <tr aria-rowindex={isVirtual ? 1 : undefined}>
          {columns.map((column) => (
            <ColumnHead key={column.key} column={column} />
          ))}
        </tr>
      </thead>
      {isVirtual ? (
        <VirtualRows
          columns={columns}
          rows={rows}
          toKey={toKey}
          rowHeight={rowHeight}
          isOneHeight={isOneHeight}
          onShown={onShown}
        />
      ) : (
        <tbody>
          {rows.map((row) => (
            <TableRow key={toKey(row)} columns={columns} row={row} />
          ))}
        </tbody>
      )}
    </table>
  );
};

const ColumnHead = <Row,>({ column }: { readonly column: Column<Row> }): ReactNode => {
  const { head, width, isNumber, isWideOnly, isRoomyOnly } = column;
  const narrowWidth = column.narrowWidth ?? (width === undefined ? 'auto' : `min(${width}, 28vw)`);
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
