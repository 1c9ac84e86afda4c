import type { PullRequestState } from '../../world/model.ts';
import { type Aftermath, instantsOfAftermath, planAftermath } from './pull-aftermath.ts';
import { milestonesOf, type PullOutline } from './pull-outline.ts';
import type { RepositoryPlan } from './repository-plan.ts';

/** Where a pull request stands; undefined while milestones are still to come, when only its making tells. */
export function findSettledState(
  plan: RepositoryPlan,
  outline: PullOutline,
): { readonly state: PullRequestState; readonly updatedAtSeconds: number } | undefined {
  const last = milestonesOf(outline).at(-1) ?? outline.createdAtSeconds;
  if (last > plan.nowSeconds) return undefined;
  if (outline.endAtSeconds === undefined) return { state: 'OPEN', updatedAtSeconds: last };
  const aftermath = planAftermath(plan, outline);
  return {
    state: stateAfterEnd(plan, outline, aftermath),
    updatedAtSeconds: instantsOfAftermath(aftermath).reduce(
      (latest, at) => (at <= plan.nowSeconds ? Math.max(latest, at) : latest),
      last,
    ),
  };
}

/** The state of one whose end is past. */
function stateAfterEnd(
  { nowSeconds }: RepositoryPlan,
  { ending }: PullOutline,
  { reopened }: Aftermath,
): PullRequestState {
  if (ending === 'merged') return 'MERGED';
  if (reopened === undefined) return 'CLOSED';
  return reopened.atSeconds <= nowSeconds && reopened.closedAtSeconds > nowSeconds ? 'OPEN' : 'CLOSED';
}
