import type { PersonPage } from '@throughline/contract';

/** How soon to ask again for what says "at least", in milliseconds; not at all for what is whole. */
export const toScopeInterval = ({ gaps, isMoving }: PersonPage['scope']): number | false => {
  if (gaps.length === 0) return false;
  return isMoving ? 3_000 : 30_000;
};
