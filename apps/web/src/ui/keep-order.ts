/** Rows as they stood before; rows that are new come last, in the order in which they were given. */
export const keepOrder = <Row>(
  rows: readonly Row[],
  order: readonly number[],
  toKey: (row: Row) => number,
): readonly Row[] => {
  const places = new Map(order.map((key, place) => [key, place]));
  const toPlace = (row: Row) => places.get(toKey(row)) ?? Number.POSITIVE_INFINITY;
  // Two rows without a place are at the same distance from everything, and a sort that is stable leaves them as given.
  return [...rows].sort((a, b) => (toPlace(a) === toPlace(b) ? 0 : toPlace(a) - toPlace(b)));
};
