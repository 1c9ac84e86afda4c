import type { ReactNode } from 'react';

/** A column of a `RowList`. */
export interface Column<Row> {
  readonly key: string;
  readonly head: ReactNode;
  /** A CSS width; columns without one share what is left. */
  readonly width?: string;
  /** Its width on a narrow screen; without it at most 28 % of the screen. */
  readonly narrowWidth?: string;
  /** Numbers stand right. */
  readonly isNumber?: boolean;
  /** True where a narrow screen does without it. */
  readonly isWideOnly?: boolean;
  /** True where only a page of some width has room for it. */
  readonly isRoomyOnly?: boolean;
  readonly cell: (row: Row) => ReactNode;
}
