/**
 * The statements of one list's table. `load` takes a repository and numbers of pull requests; the others a repository
 * and rows as jsonb, each with its `number`. Columns bear the names of the item's fields, besides `seenVersion`,
 * `observedAt` and `goneAt`. Where GitHub's history matters `remove` leaves a tombstone, else it deletes.
 */
export interface ListStore {
  readonly loadSql: string;
  readonly upsertSql: string;
  readonly removeSql: string;
}
