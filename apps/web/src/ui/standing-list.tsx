import type { ReactNode } from 'react';
import { NewRows } from './new-rows.tsx';
import styles from './standing-list.module.css';
import { useStandingRows } from './use-standing-rows.ts';

interface Props<Row> {
  readonly rows: readonly Row[];
  readonly toKey: (row: Row) => string;
  /** Another question brings other rows at once; the same one moves none under the reader. */
  readonly question: string;
  /** True where the list goes on behind `rows`. */
  readonly hasMore?: boolean;
  readonly children: (row: Row) => ReactNode;
  /** In its place where there is nothing, and nothing stood there. */
  readonly empty?: ReactNode;
  /** Items that bring space and edges of their own. */
  readonly isTight?: boolean;
  /** One more item at its end. */
  readonly end?: ReactNode;
}

/** A short list that stays as its reader found it while data arrive; "2 new · Show" brings the rest. */
export const StandingList = <Row,>(props: Props<Row>) => {
  const { rows, toKey, question, hasMore = false, isTight, empty, children, end } = props;
  const standing = useStandingRows({ rows, toKey, question, hasMore });
  if (standing.rows.length === 0 && empty !== undefined) return empty;
  return (
    <>
      <ul className={styles['rows']} data-tight={isTight}>
        {standing.rows.map((row) => (
          <li key={toKey(row)} data-mark={standing.toMark(row)}>
            {children(row)}
          </li>
        ))}
        {Boolean(end) && <li>{end}</li>}
      </ul>
      {standing.added > 0 && <NewRows count={standing.added} onShow={standing.show} />}
    </>
  );
};
