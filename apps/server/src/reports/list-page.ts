import { type RowCursor, writeCursor } from './row-cursor.ts';

/** A page of a list, with how many rows match in all. */
export interface ListPage<Row> {
  readonly rows: readonly Row[];
  readonly total: number;
  /** The cursor of the page that follows. */
  readonly next: string | undefined;
}

/** A full page has a next one; its last row is the cursor. */
export function toPage<Columns extends { readonly total: number }, Row>(
  columns: readonly Columns[],
  limit: number,
  toRow: (columns: Columns) => Row,
  cursorOf: (columns: Columns) => RowCursor,
): ListPage<Row> {
  const last = columns.at(-1);
  const hasNext = last !== undefined && columns.length === limit;
  return {
    rows: columns.map(toRow),
    total: columns[0]?.total ?? 0,
    next: hasNext ? writeCursor(cursorOf(last)) : undefined,
  };
}
