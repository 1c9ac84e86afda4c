import type { RowKey, RowMark } from './column.ts';

/** A list as it stands in front of its reader. */
export interface Standing<Row> {
  readonly rows: readonly Row[];
  readonly marks: ReadonlyMap<RowKey, RowMark>;
  /** Rows that came and are not shown yet. */
  readonly added: number;
}

interface Merging<Row> {
  readonly standing: readonly Row[];
  /** The list as it is now, in its order. */
  readonly incoming: readonly Row[];
  readonly toKey: (row: Row) => RowKey;
  /** True where the list goes on behind `incoming`: what fell off its end has not left it. */
  readonly hasMore: boolean;
}

/**
 * Puts what came into what stands without moving a row: values change in place, rows behind the last one that is known
 * are appended, others that are new are counted, and those that left stay and are marked.
 */
export const mergeStanding = <Row>({ standing, incoming, toKey, hasMore }: Merging<Row>): Standing<Row> => {
  const now = new Map(incoming.map((row) => [toKey(row), row]));
  const known = new Set(standing.map(toKey));
  const lastKnown = incoming.findLastIndex((row) => known.has(toKey(row)));
  const appended = incoming.slice(lastKnown + 1);
  const lastPresent = standing.findLastIndex((row) => now.has(toKey(row)));
  const marks = new Map<RowKey, RowMark>();
  const rows = standing.map((row, place) => {
    const key = toKey(row);
    const next = now.get(key);
    if (next === undefined) {
      if (!hasMore || place < lastPresent) marks.set(key, 'left');
      return row;
    }
    // Rows that did not change are the same objects, mostly: the cache of answers sees to it.
    if (next === row || JSON.stringify(next) === JSON.stringify(row)) return row;
    marks.set(key, 'changed');
    return next;
  });
  const isOverEnd = lastKnown >= 0 || standing.length === 0;
  return {
    rows: isOverEnd ? [...rows, ...appended] : rows,
    marks,
    added: isOverEnd
      ? incoming.slice(0, lastKnown + 1).filter((row) => !known.has(toKey(row))).length
      : incoming.length,
  };
};
