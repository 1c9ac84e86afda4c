import { type countPullRequests, type PullParams, pullStates, type RouteAnswer } from '@throughline/contract';
import { toSearch } from '../shell/search-params.ts';
import { toNumber } from '../ui/number-words.ts';
import { PathLink } from '../ui/path-link.tsx';
import { ScrollRow } from '../ui/scroll-row.tsx';
import styles from './state-counts.module.css';
import { stateWords } from './state-words.data.ts';
import { toSearchParams } from './use-pull-params.ts';

interface Props {
  readonly params: PullParams;
  /** Absent until it is counted; the rows do not wait for it. */
  readonly counts: RouteAnswer<typeof countPullRequests> | undefined;
}

/** How many there are in each state; each leads to them. */
export const StateCounts = ({ params, counts }: Props) => {
  const { state = [], peek: _, ...rest } = params;
  const toPath = (states: readonly string[]) =>
    `/pulls${toSearch(toSearchParams({ ...rest, state: states }))}`;
  return (
    <ScrollRow>
      <nav aria-label="States" className={styles['states']}>
        <PathLink path={toPath([])} isHere={state.length === 0} className={styles['state']}>
          All
        </PathLink>
        {pullStates.map((one) => (
          <PathLink
            key={one}
            path={toPath([one])}
            isHere={state.length === 1 && state[0] === one}
            className={styles['state']}
          >
            {stateWords[one]}
            {counts !== undefined && ` ${toNumber(counts.states[one])}`}
          </PathLink>
        ))}
      </nav>
    </ScrollRow>
  );
};
