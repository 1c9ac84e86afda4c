import { nextPageSize, toLargestPage } from '@throughline/github';
import { quickMs } from '../reading/plan-files.ts';
import { computingTime } from './computing-time.data.ts';

export interface PagesToRead {
  readonly pullRequests: number;
  /** How many the first page asks for. */
  readonly pageSize: number;
  readonly withSets: boolean;
  /** GitHub's computing time for one pull request of a page. */
  readonly secondsEach: number;
}

export interface PagesEstimate {
  /** How many pull requests pages of each size ask for, and how many pages there are of it; in the order asked. */
  readonly pages: readonly PagesOfSize[];
  /** Questions that GitHub gives up on before pages are small enough, by what they ask for. */
  readonly givenUp: readonly number[];
}

export interface PagesOfSize {
  readonly size: number;
  readonly count: number;
}

/** The pages that reading so many pull requests takes: as many as GitHub answers in time, more while it is quick. */
export function estimatePages(wanted: PagesToRead): PagesEstimate {
  const { withSets, secondsEach } = wanted;
  const toSeconds = (size: number): number => computingTime.graphql.baseSeconds + size * secondsEach;
  const largest = toLargestPage({ withSets });
  const pages: PagesOfSize[] = [];
  const givenUp: number[] = [];
  let size = wanted.pageSize;
  let left = wanted.pullRequests;
  while (left > 0) {
    const seconds = toSeconds(Math.min(size, left));
    if (seconds > computingTime.timeoutSeconds && size > 1) {
      givenUp.push(size);
      size = nextPageSize(size, 'timeout', largest);
      continue;
    }
    const next = seconds * 1_000 < quickMs ? nextPageSize(size, 'read', largest) : size;
    // Once it is as large as it may be, the others are alike.
    const count = next === size ? Math.ceil(left / size) : 1;
    pages.push({ size, count });
    left -= size * count;
    size = next;
  }
  return { pages, givenUp };
}

export const countPages = ({ pages }: PagesEstimate): number =>
  pages.reduce((sum, { count }) => sum + count, 0);
