import { StateLabel } from '@primer/react';
import type { PullRequestRow } from '@throughline/contract';

const statuses = {
  open: 'pullOpened',
  draft: 'draft',
  merged: 'pullMerged',
  closed: 'pullClosed',
} as const satisfies Record<PullRequestRow['state'], string>;

export const stateWords: Readonly<Record<PullRequestRow['state'], string>> = {
  open: 'Open',
  draft: 'Draft',
  merged: 'Merged',
  closed: 'Closed',
};

/** GitHub's state of a pull request, in GitHub's colour and word. */
export const PullRequestMark = ({ state }: { readonly state: PullRequestRow['state'] }) => (
  <StateLabel status={statuses[state]} size="small">
    {stateWords[state]}
  </StateLabel>
);
