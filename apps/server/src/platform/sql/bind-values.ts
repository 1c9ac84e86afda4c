/** Adds a value to a statement and returns what stands for it there: `bindSql(7, 'bigint')` is `$1::bigint` at first. */
export type BindSql = (value: unknown, type: string) => string;

/** The values of a statement that is put together of what is asked: each stands in it where it was bound. */
export interface BoundValues {
  readonly values: readonly unknown[];
  readonly bindSql: BindSql;
}

/** Begins a statement without values. A statement has to name each value that was bound to it. */
export function bindValues(): BoundValues {
  const values: unknown[] = [];
  return { values, bindSql: (value, type) => `$${values.push(value)}::${type}` };
}
