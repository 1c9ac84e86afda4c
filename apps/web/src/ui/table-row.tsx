import { memo, type ReactNode, type Ref } from 'react';
import type { Column } from './column.ts';

interface Props<Row> {
  readonly columns: readonly Column<Row>[];
  readonly row: Row;
  /** Its place in the whole list, from 0, where only a part of the list is in the page. */
  readonly index?: number;
  readonly measure?: Ref<HTMLTableRowElement>;
}

const PlainRow = <Row,>({ columns, row, index, measure }: Props<Row>): ReactNode => (
  <tr ref={measure} data-index={index} aria-rowindex={index === undefined ? undefined : index + 2}>
    {columns.map(({ key, cell, isNumber, isWideOnly, isRoomyOnly }) => (
      <td key={key} data-number={isNumber} data-wide-only={isWideOnly} data-roomy-only={isRoomyOnly}>
        {cell(row)}
      </td>
    ))}
  </tr>
);

/** One row of a `RowList`; while a long list scrolls, only rows that come are rendered. */
// as: memo forgets that the row's type is free
export const TableRow = memo(PlainRow) as typeof PlainRow;
