import { useEffect, useState } from 'react';
import type { RowKey, RowMark } from './column.ts';
import { mergeStanding } from './merge-standing.ts';

/** So long a row that changed is tinted. */
const tintMs = 2_000;

interface Standing<Row> {
  readonly rows: readonly Row[];
  readonly toMark: (row: Row) => RowMark | undefined;
  /** How many came meanwhile: for `NewRows`. */
  readonly added: number;
  /** Shows the list as it is now: for `NewRows`. */
  readonly show: () => void;
}

interface Asked<Row> {
  /** The list as it is now. */
  readonly rows: readonly Row[];
  readonly toKey: (row: Row) => RowKey;
  /** Another question brings another list at once. */
  readonly question: string;
  /** True where the list goes on behind `rows`. */
  readonly hasMore?: boolean;
}

/**
 * A list that stays as its reader found it while data arrive: values change in place, what left is grey, what came waits
 * for "6 new · Show".
 */
export const useStandingRows = <Row>({
  rows,
  toKey,
  question,
  hasMore = false,
}: Asked<Row>): Standing<Row> => {
  const [stood, setStood] = useState({ question, incoming: rows, rows });
  const [changed, setChanged] = useState<ReadonlySet<RowKey>>(new Set());
  const show = () => setStood({ question, incoming: rows, rows });
  const isOther = stood.question !== question;
  const merged = mergeStanding({ standing: isOther ? rows : stood.rows, incoming: rows, toKey, hasMore });

  if (isOther) show();
  else if (!isSame(stood.incoming, rows)) {
    setStood({ question, incoming: rows, rows: merged.rows });
    const now = [...merged.marks].filter(([, mark]) => mark === 'changed').map(([key]) => key);
    if (now.length > 0) setChanged(new Set(now));
  }

  useEffect(() => {
    if (changed.size === 0) return undefined;
    const timer = setTimeout(() => setChanged(new Set()), tintMs);
    return () => clearTimeout(timer);
  }, [changed]);

  return {
    rows: merged.rows,
    added: merged.added,
    show,
    toMark: (row) => {
      const key = toKey(row);
      return merged.marks.get(key) ?? (changed.has(key) ? 'changed' : undefined);
    },
  };
};

/** A list that was only put together anew has nothing new in it. */
const isSame = <Row>(left: readonly Row[], right: readonly Row[]): boolean =>
  left.length === right.length && left.every((row, place) => row === right[place]);
