/** What code that reads or writes the database needs of it: the subset of `pg` that we use. */
export interface Sql {
  /** Runs one statement with `$1…` parameters and returns its rows. */
  query<Row extends object = Record<string, never>>(
    text: string,
    values?: readonly unknown[],
  ): Promise<Row[]>;
}

/** A pool of connections. `transaction` commits when `work` resolves and rolls back when it rejects. */
export interface Database extends Sql {
  transaction<T>(work: (tx: Sql) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}
