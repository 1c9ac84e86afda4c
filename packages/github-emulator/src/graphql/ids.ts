const largestInt = 2_147_483_647;

/** `databaseId` is 32 bits wide: null for an id that does not fit. */
export function toDatabaseId(id: number): number | null {
  return id <= largestInt ? id : null;
}

/** `fullDatabaseId`: 64 bits, as text. */
export function toFullDatabaseId(id: number): string {
  return String(id);
}
