import type { PullRequestRow } from '@throughline/contract';

/** GitHub's states in words. */
export const stateWords: Readonly<Record<PullRequestRow['state'], string>> = {
  open: 'Open',
  draft: 'Draft',
  merged: 'Merged',
  closed: 'Closed',
};
