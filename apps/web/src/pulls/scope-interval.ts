import type { PersonPage } from '@throughline/contract';

/** How soon to ask again for what says "at least", in milliseconds; not at all for what is whole. */
export const toScopeInterval = ({ gaps, isMoving }: PersonPage['scope']): number | false => {
  if (gaps.length === 0) return false;
  return isMoving ? 3_000 : 30_000;
};

/** The same for figures that are computed and are told besides when something changed: see `useNews`. */
export const toComputedInterval = ({ gaps, isMoving }: PersonPage['scope']): number | false => {
  if (gaps.length === 0) return false;
  return isMoving ? 10_000 : 30_000;
};
