/** A row as SQL returns it: null where we say undefined. */
export type Nullable<Row> = {
  readonly [Key in keyof Row]: undefined extends Row[Key] ? NonNullable<Row[Key]> | null : Row[Key];
};

/** The row with `undefined` where SQL says null. */
export const dropNulls = <Row extends object>(row: Nullable<Row>): Row =>
  // as: the same entries one by one, with null replaced as the two types say
  Object.fromEntries(Object.entries(row).map(([key, value]) => [key, value ?? undefined])) as Row;
