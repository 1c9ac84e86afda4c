import type { Action } from './responses.ts';

/** How often something was waited for, and how many seconds in all. */
export interface Turns {
  readonly count: number;
  readonly seconds: number;
}

/** The author's turns and a reviewer's, in order. */
interface Step {
  readonly at: number;
  readonly by: 'author' | 'other';
}

/** A reviewer's action comes before the author's of the same second. */
const inOrder = (steps: readonly Step[]): readonly Step[] =>
  steps.toSorted(
    (left, right) => left.at - right.at || (left.by === right.by ? 0 : left.by === 'other' ? -1 : 1),
  );

/** Waits from the last of one side's consecutive actions to the first of the other's that follow. */
function measureTurns(steps: readonly Step[], from: Step['by']): Turns {
  let count = 0;
  let seconds = 0;
  let before: Step | undefined;
  for (const step of inOrder(steps)) {
    if (before?.by === from && step.by !== from) {
      count += 1;
      seconds += step.at - before.at;
    }
    before = step;
  }
  return { count, seconds };
}

const toSteps = (instants: readonly number[], by: Step['by']): readonly Step[] =>
  instants.map((at) => ({ at, by }));

/** Responsiveness: from a reviewer's action to the author's next. */
export const measureAnswers = (author: readonly number[], others: readonly Action[]): Turns =>
  measureTurns(
    [
      ...toSteps(author, 'author'),
      ...toSteps(
        others.map(({ at }) => at),
        'other',
      ),
    ],
    'other',
  );

/** Reaction time: from an author's action to the next of each reviewer by themselves. */
export function measureReactions(author: readonly number[], others: readonly Action[]): Turns {
  const byReviewer = [...Map.groupBy(others, ({ accountId }) => accountId).values()].map((actions) =>
    measureTurns(
      [
        ...toSteps(author, 'author'),
        ...toSteps(
          actions.map(({ at }) => at),
          'other',
        ),
      ],
      'author',
    ),
  );
  return {
    count: byReviewer.reduce((sum, { count }) => sum + count, 0),
    seconds: byReviewer.reduce((sum, { seconds }) => sum + seconds, 0),
  };
}

/** How often new commits followed a request for changes. */
export const countRounds = (requestedAt: readonly number[], committedAt: readonly number[]): number =>
  measureTurns([...toSteps(requestedAt, 'other'), ...toSteps(committedAt, 'author')], 'other').count;
