import { StateLabel } from '@primer/react';
import type { PullRequestRow } from '@throughline/contract';
import { stateWords } from './state-words.data.ts';

const statuses = {
  open: 'pullOpened',
  draft: 'draft',
  merged: 'pullMerged',
  closed: 'pullClosed',
} as const satisfies Record<PullRequestRow['state'], string>;

/** GitHub's state of a pull request, in GitHub's colour and word. */
export const PullRequestMark = ({ state }: { readonly state: PullRequestRow['state'] }) => (
  <StateLabel status={statuses[state]} size="small">
    {stateWords[state]}
  </StateLabel>
);
