import type {
  CommitRecord,
  ConversationCommentRecord,
  PullRequestRecord,
  ReviewRecord,
  ReviewThreadRecord,
  TimelineEventRecord,
} from './model.ts';

export type TimelineItem =
  | { readonly kind: 'commit'; readonly at: string; readonly commit: CommitRecord }
  | { readonly kind: 'review'; readonly at: string; readonly review: ReviewRecord }
  | { readonly kind: 'thread'; readonly at: string; readonly thread: ReviewThreadRecord }
  | { readonly kind: 'comment'; readonly at: string; readonly comment: ConversationCommentRecord }
  | { readonly kind: 'event'; readonly at: string; readonly event: TimelineEventRecord };

/** Everything that happened on a pull request, oldest first; a commit stands where its committer date puts it. */
export function toTimeline(pull: PullRequestRecord): readonly TimelineItem[] {
  const items: TimelineItem[] = [
    ...pull.commits.map((commit) => ({ kind: 'commit' as const, at: commit.committer.at, commit })),
    ...pull.reviews.map((review) => ({
      kind: 'review' as const,
      at: review.submittedAt ?? review.createdAt,
      review,
    })),
    ...pull.threads.map((thread) => ({
      kind: 'thread' as const,
      at: thread.comments[0]?.createdAt ?? '',
      thread,
    })),
    ...pull.comments.map((comment) => ({ kind: 'comment' as const, at: comment.createdAt, comment })),
    ...pull.events.map((event) => ({ kind: 'event' as const, at: event.createdAt, event })),
  ];
  return items
    .map((item) => ({ item, atMs: Date.parse(item.at) }))
    .sort((left, right) => left.atMs - right.atMs)
    .map(({ item }) => item);
}
