import type { Story, StoryReview } from '../story.ts';
import { toWho } from '../who.ts';

/** Hours after the story's begin, as seconds. */
export const hour = (hours: number): number => 1_700_000_000 + hours * 3_600;

export const author = 1;
export const peer = 2;
export const robot = 9;
/** A second account of the author's. */
export const otherSelf = 3;

export const who = toWho(
  [
    { accountId: robot, class: 'bot' },
    { accountId: 8, class: 'ai-agent' },
  ],
  [author, otherSelf].map((accountId) => ({
    accountId,
    personId: 70,
    from: Number.NEGATIVE_INFINITY,
    until: Number.POSITIVE_INFINITY,
    excludedReason: undefined,
  })),
);

/** A pull request opened at hour 0 to which nothing has happened, but for what differs. */
export const storyOf = (different: Partial<Story> = {}): Story => ({
  repositoryId: 1,
  number: 1,
  fullName: 'acme/api',
  title: 'Retry failed payouts',
  authorId: author,
  openedAt: hour(0),
  mergedAt: undefined,
  closedAt: undefined,
  mergedById: undefined,
  baseRef: 'main',
  headRef: 'retry',
  lines: 10,
  changedFiles: 2,
  knownFirstCommitAt: undefined,
  excludedReason: undefined,
  labels: [],
  reviews: [],
  comments: [],
  commits: [],
  events: [],
  requests: [],
  ...different,
});

export const reviewAt = (
  hours: number,
  state: StoryReview['state'] = 'commented',
  accountId: number | undefined = peer,
): StoryReview => ({ githubId: 1_000 + hours, accountId, state, at: hour(hours), length: 20 });

export const commentAt = (hours: number, accountId: number | undefined = peer, length = 20) => ({
  kind: 'conversation' as const,
  accountId,
  at: hour(hours),
  length,
  reviewGithubId: undefined,
});

export const commitAt = (authored: number, committed = authored) => ({
  authoredAt: hour(authored),
  committedAt: hour(committed),
});

export const eventAt = (hours: number, kind: string, subject = '', accountId: number = author) => ({
  kind,
  at: hour(hours),
  accountId,
  subject,
});
