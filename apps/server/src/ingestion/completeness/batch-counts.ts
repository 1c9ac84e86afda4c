import type { DueCount } from './due-counts.sql.ts';

/** Repositories counted in one transaction: so many, or one that has more pull requests by itself. */
const mostPullRequests = 20_000;
const mostRepositories = 200;

/** Parts a list of repositories into batches, in order. */
export function batchCounts(due: readonly DueCount[]): readonly (readonly DueCount[])[] {
  const batches: DueCount[][] = [];
  let pullRequests = 0;
  for (const one of due) {
    const last = batches.at(-1);
    pullRequests += one.held;
    if (last === undefined || last.length >= mostRepositories || pullRequests > mostPullRequests) {
      batches.push([one]);
      pullRequests = one.held;
    } else {
      last.push(one);
    }
  }
  return batches;
}
