import type { PullRequestRow } from '@throughline/contract';
import { toCount, toNumber } from '../ui/number-words.ts';

type Sized = Pick<PullRequestRow, 'additions' | 'deletions' | 'changedFiles' | 'sizeReason'>;

/** Lines added and removed; where they are not known, why. */
export const PullRequestSize = ({ additions, deletions, changedFiles, sizeReason }: Sized) => {
  if (additions === undefined || deletions === undefined) {
    return <>Size not known. {sizeReason}</>;
  }
  return (
    <>
      +{toNumber(additions)} −{toNumber(deletions)}
      {changedFiles !== undefined && ` in ${toCount(changedFiles, 'file')}`}
    </>
  );
};
