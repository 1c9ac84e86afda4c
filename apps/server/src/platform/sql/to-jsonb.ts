/**
 * Rows as text for a jsonb parameter. PostgreSQL stores neither the character zero nor half a surrogate pair; GitHub
 * may send both inside a title, and gets the replacement character for them here.
 */
export const toJsonb = (rows: readonly object[]): string =>
  JSON.stringify(rows, (_key, value: unknown) =>
    typeof value === 'string' ? value.toWellFormed().replaceAll('\0', '\uFFFD') : value,
  );
