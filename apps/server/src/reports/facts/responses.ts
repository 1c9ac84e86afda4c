import type { Story, StoryReview } from './story.ts';
import type { Who } from './who.ts';

/** A review, a review comment or a comment of the conversation. */
export interface Action {
  readonly accountId: number | undefined;
  readonly at: number;
  readonly kind: 'review' | 'review-comment' | 'comment';
  readonly state: StoryReview['state'] | undefined;
  readonly length: number;
  readonly by: 'author' | 'other' | 'robot';
}

/**
 * Everything that was said, in order. An account of the author's own person is the author; bots and AI agents are told
 * apart. A comment that belongs to a review was readable when the review was submitted, not when it was written.
 */
export function toActions(story: Story, who: Who): readonly Action[] {
  const isAuthor = toIsAuthor(story, who);
  const submittedAt = new Map(story.reviews.map(({ githubId, at }) => [githubId, at]));
  const judge = (accountId: number | undefined, at: number): Action['by'] => {
    if (isAuthor(accountId, at)) return 'author';
    return accountId === undefined || who.classOf(accountId) === 'person' ? 'other' : 'robot';
  };
  const reviews = story.reviews.map(
    ({ accountId, at, state, length }): Action => ({
      accountId,
      at,
      kind: 'review',
      state,
      length,
      by: judge(accountId, at),
    }),
  );
  const comments = story.comments.map(({ accountId, at, kind, length, reviewGithubId }): Action => {
    const shownAt = Math.max(at, submittedAt.get(reviewGithubId ?? 0) ?? at);
    return {
      accountId,
      at: shownAt,
      kind: kind === 'review' ? 'review-comment' : 'comment',
      state: undefined,
      length,
      by: judge(accountId, at),
    };
  });
  return [...reviews, ...comments].toSorted((left, right) => left.at - right.at);
}

/** Whether what an account did then was the author's doing. Where both are gone from GitHub, it may have been. */
export function toIsAuthor(story: Story, who: Who): (accountId: number | undefined, at: number) => boolean {
  const { authorId, openedAt } = story;
  const author = authorId === undefined ? undefined : who.timeOf(authorId, openedAt)?.personId;
  return (accountId, at) => {
    if (accountId === authorId) return true;
    if (accountId === undefined || author === undefined) return false;
    return who.timeOf(accountId, at)?.personId === author;
  };
}

/** Whether an action says something itself: a review without words that only carries comments does not. */
export const isWord = ({ kind, state, length }: Action): boolean =>
  kind !== 'review' || state !== 'commented' || length > 0;
