import { useState } from 'react';

export interface StandingIds {
  readonly ids: readonly number[];
  /** Whether the list is another by now than the one that stands. */
  readonly hasChanged: boolean;
  /** Shows it as it is now. */
  readonly renew: () => void;
}

/**
 * A list as it stood when the reader asked for it, so that nothing moves or vanishes under them; another question brings
 * another list, and the first rows of an empty one are shown as they come.
 */
export const useStandingIds = (current: readonly number[], question: string): StandingIds => {
  const [standing, setStanding] = useState({ question, ids: current });
  const renew = () => setStanding({ question, ids: current });
  const isOther = standing.question !== question || standing.ids.length === 0;
  if (isOther && !isSame(standing.ids, current)) renew();
  else if (standing.question !== question) setStanding({ question, ids: standing.ids });
  const ids = isOther ? current : standing.ids;
  return { ids, hasChanged: !isSame(ids, current), renew };
};

const isSame = (left: readonly number[], right: readonly number[]): boolean =>
  left.length === right.length && left.every((id, at) => id === right[at]);
