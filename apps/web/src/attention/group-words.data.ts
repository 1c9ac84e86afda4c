import type { AttentionGroup } from '@throughline/contract';

type Titles = Readonly<Record<AttentionGroup, string>>;

/** What stands above the rows of a group, in a team, a repository, and where the reader's own wait for others. */
export const groupTitles: Titles = {
  'first-review': 'Waiting for a first review',
  're-review': 'New commits or replies waiting for a review',
  'changes-requested': 'Changes or answers waited for',
  'not-merged': 'Approved and not merged',
  'open-too-long': 'Open too long',
  oversized: 'Oversized',
  unreviewed: 'Merged without a review in the last 7 days',
  robots: 'Opened by bots and AI agents',
};

/** The same above what waits for the reader. */
export const ownTitles: Titles = {
  ...groupTitles,
  'first-review': 'A review is asked of you',
  're-review': 'News after your review',
  'changes-requested': 'Changes or answers are asked of you',
  'not-merged': 'Yours, approved and not merged',
};

/** The same for what went beyond agreements in a period. */
export const exceptionTitles: Titles = {
  ...groupTitles,
  'first-review': 'First review',
  're-review': 'Review of new commits',
  'changes-requested': 'Changes requested',
  'not-merged': 'Merge after approval',
  unreviewed: 'Merged without a review',
};
