import { distributions } from './distributions.data.ts';
import { Draws } from './draws.ts';
import type { PullOutline } from './pull-outline.ts';
import type { RepositoryPlan } from './repository-plan.ts';
import { toMonday } from './working-calendar.ts';

const { share, hours } = distributions;

/** What comes to a pull request that has ended, days or months later; planned instants in whole seconds. */
export interface Aftermath {
  /** Ascending. */
  readonly commentsAtSeconds: readonly number[];
  readonly reviewAtSeconds: number | undefined;
  /** Of one closed unmerged, with when it was closed for good. */
  readonly reopened: { readonly atSeconds: number; readonly closedAtSeconds: number } | undefined;
}

export function planAftermath(plan: RepositoryPlan, outline: PullOutline): Aftermath {
  const { number, endAtSeconds, ending, lateAtSeconds } = outline;
  if (endAtSeconds === undefined)
    return { commentsAtSeconds: [], reviewAtSeconds: undefined, reopened: undefined };
  const draws = new Draws(plan.seed, 12, number);
  const after = (from: number, wait: keyof typeof hours): number =>
    toMonday(from + 1 + Math.floor(draws.logNormal(hours[wait]) * 3_600));
  const isCommented = draws.chance(share.commentedLongAfter);
  const isReviewed = draws.chance(share.reviewedLongAfter);
  const isReopened = draws.chance(share.reopenedLongAfter) && ending === 'closed';
  const commentAt = isCommented ? after(endAtSeconds, 'longAfter') : undefined;
  const reviewAtSeconds = isReviewed ? after(endAtSeconds, 'longAfter') : undefined;
  const reopenedAt = isReopened ? after(endAtSeconds, 'reopening') : undefined;
  return {
    commentsAtSeconds: [lateAtSeconds, commentAt]
      .filter((at) => at !== undefined)
      .sort((left, right) => left - right),
    reviewAtSeconds,
    reopened:
      reopenedAt === undefined
        ? undefined
        : { atSeconds: reopenedAt, closedAtSeconds: after(reopenedAt, 'reopened') },
  };
}

export function instantsOfAftermath(aftermath: Aftermath): readonly number[] {
  const { commentsAtSeconds, reviewAtSeconds, reopened } = aftermath;
  return [...commentsAtSeconds, reviewAtSeconds, reopened?.atSeconds, reopened?.closedAtSeconds].filter(
    (at) => at !== undefined,
  );
}
