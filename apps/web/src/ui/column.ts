import type { ReactNode } from 'react';

/** What tells a row of a list from the others. */
export type RowKey = string | number;

/** What became of a row while the list stood: it left the filter (grey), or changed just now (tinted for two seconds). */
export type RowMark = 'left' | 'changed';

/** A column of a `RowList`. */
export interface Column<Row> {
  readonly key: string;
  readonly head: ReactNode;
  /** A CSS width; columns without one share what is left. */
  readonly width?: string;
  /** Its width where the list is narrow; without it at most 28 % of the list. */
  readonly narrowWidth?: string;
  /** Numbers stand right. */
  readonly isNumber?: boolean;
  /** True where a narrow list does without it. */
  readonly isWideOnly?: boolean;
  /** True where only a list of some width has room for it. */
  readonly isRoomyOnly?: boolean;
  readonly cell: (row: Row) => ReactNode;
}
