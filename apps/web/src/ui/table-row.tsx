import { memo, type ReactNode, type Ref } from 'react';
import type { Column, RowMark } from './column.ts';

interface Props<Row> {
  readonly columns: readonly Column<Row>[];
  readonly row: Row;
  /** Its place among the rows given, from 0. */
  readonly place: number;
  /** True where only a part of the list is in the page. */
  readonly isPart?: boolean;
  readonly mark?: RowMark | undefined;
  readonly isSelected?: boolean;
  readonly measure?: Ref<HTMLTableRowElement>;
}

const PlainRow = <Row,>(props: Props<Row>): ReactNode => {
  const { columns, row, place, isPart = false, mark, isSelected = false, measure } = props;
  return (
    <tr
      ref={measure}
      data-index={place}
      data-place={place}
      data-mark={mark}
      data-selected={isSelected || undefined}
      aria-rowindex={isPart ? place + 2 : undefined}
    >
      {columns.map(({ key, cell, isNumber, isWideOnly, isRoomyOnly }) => (
        <td key={key} data-number={isNumber} data-wide-only={isWideOnly} data-roomy-only={isRoomyOnly}>
          {cell(row)}
        </td>
      ))}
    </tr>
  );
};

/** One row of a `RowList`; while a long list scrolls, only rows that come are rendered. */
// as: memo forgets that the row's type is free
export const TableRow = memo(PlainRow) as typeof PlainRow;
