import { toNumber } from '../ui/number-words.ts';
import { NearEnd } from './near-end.tsx';
import styles from './pulls-page.module.css';
import type { PullRows } from './use-pull-rows.ts';

interface Props {
  readonly shown: number;
  readonly total: number | undefined;
  readonly list: PullRows;
}

/** How much of the list is here; more comes before its end is reached. */
export const ListEnd = ({ shown, total, list: { hasMore, isFetchingMore, fetchMore } }: Props) => (
  <p className={styles['end']}>
    {hasMore && !isFetchingMore && <NearEnd key={shown} onNear={fetchMore} />}
    {shown > 0 &&
      `1 to ${toNumber(shown)}${total === undefined ? '' : ` of ${toNumber(Math.max(total, shown))}`} `}
    {hasMore && (
      <button type="button" className={styles['more']} onClick={fetchMore} disabled={isFetchingMore}>
        {isFetchingMore ? 'Fetching more…' : 'Show more'}
      </button>
    )}
  </p>
);
