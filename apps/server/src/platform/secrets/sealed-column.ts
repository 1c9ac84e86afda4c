/**
 * A column of sealed texts, told by the slice that owns its table: what rotating the keys has to seal anew. Pieces of
 * SQL, written down in `x.data.ts`.
 */
export interface SealedColumn {
  readonly tableSql: string;
  readonly columnSql: string;
  /** The row of its `SealedPlace`, as text, of columns of this table. */
  readonly rowSql: string;
}
