import { pullNumberAt } from './number-space.ts';
import { openingOf } from './pull-outline.ts';
import type { RepositoryPlan } from './repository-plan.ts';

/** Numbers stay below 2^21, which ids have room for. */
const mostPulls = Math.floor((2 ** 21 / 6) * 5) - 5;

/** How many pull requests are opened before an instant; at the plan's end exactly the planned ones, later on as fast. */
export function countPullsBefore(plan: RepositoryPlan, atSeconds: number): number {
  const { plannedPulls, endSeconds, isArchived } = plan;
  if (plannedPulls === 0) return 0;
  if (atSeconds === endSeconds || (isArchived && atSeconds > endSeconds)) return plannedPulls;
  const isOpened = (place: number): boolean => openingOf(plan, pullNumberAt(place)) < atSeconds;
  let high = plannedPulls;
  while (high < mostPulls && isOpened(high)) high = Math.min(mostPulls, high * 2);
  let low = 0;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isOpened(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
