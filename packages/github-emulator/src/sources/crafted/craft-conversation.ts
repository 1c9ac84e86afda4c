import { toInstant } from '../../world/instant.ts';
import type {
  ConversationCommentRecord,
  ReviewCommentRecord,
  ReviewRecord,
  ReviewThreadRecord,
} from '../../world/model.ts';
import type { CraftedComment, CraftedReview, CraftedThread, Login } from './craft-spec.ts';
import type { Crafting } from './crafting.ts';

/** Where a pull request's (or issue's) talk takes place. */
export interface Conversation {
  readonly number: number;
  readonly createdAtSeconds: number;
  /** Who reviews and comments unless told. */
  readonly reviewer: Login;
  readonly headOid: string | undefined;
}

const hour = 3600;

export function craftReviews(
  crafting: Crafting,
  at: Conversation,
  spec: number | readonly CraftedReview[],
): readonly ReviewRecord[] {
  return toList<CraftedReview>(spec).map((review, ordinal) => {
    const state = review.state ?? 'APPROVED';
    const instant = review.submittedAt ?? toInstant(at.createdAtSeconds + (ordinal + 1) * hour);
    return {
      ...crafting.keys.review(at.number, ordinal),
      author: crafting.account(review.author ?? at.reviewer),
      authorAssociation: 'MEMBER',
      state,
      body: review.body ?? '',
      submittedAt: state === 'PENDING' ? undefined : instant,
      createdAt: instant,
      updatedAt: instant,
      commitOid: at.headOid,
    };
  });
}

export function craftComments(
  crafting: Crafting,
  at: Conversation,
  spec: number | readonly CraftedComment[],
): readonly ConversationCommentRecord[] {
  return toList<CraftedComment>(spec).map((comment, ordinal) => ({
    ...crafting.keys.comment(at.number, ordinal),
    ...craftWords(crafting, at, { comment, minutes: (ordinal + 1) * 5 }),
  }));
}

export function craftThreads(
  crafting: Crafting,
  at: Conversation & { readonly reviews: readonly ReviewRecord[] },
  spec: number | readonly CraftedThread[],
): readonly ReviewThreadRecord[] {
  let index = 0;
  return toList<CraftedThread>(spec).map((thread, place) => {
    const comments = toList<CraftedComment>(thread.comments ?? 1);
    const keys = comments.map((_, ordinal) =>
      crafting.keys.reviewComment(at.number, { thread: place, ordinal, index: index++ }),
    );
    const spot = toSpot(thread);
    return {
      nodeId: crafting.keys.thread(at.number, place).nodeId,
      ...spot,
      side: 'RIGHT',
      isResolved: thread.isResolved ?? false,
      resolvedBy: thread.isResolved === true ? crafting.account(thread.resolvedBy ?? at.reviewer) : undefined,
      comments: comments.map(
        (comment, ordinal): ReviewCommentRecord => ({
          ...(keys[ordinal] ?? { id: 0, nodeId: '' }),
          ...craftWords(crafting, at, { comment, minutes: 60 + place * 2 + ordinal }),
          ...spot,
          diffHunk: `@@ -1,3 +1,4 @@\n+line ${spot.originalLine}`,
          commitOid: at.headOid,
          originalCommitOid: at.headOid,
          reviewId: at.reviews[0]?.id,
          replyToId: ordinal === 0 ? undefined : keys[0]?.id,
        }),
      ),
    };
  });
}

function toSpot(thread: CraftedThread) {
  const originalLine = thread.line ?? 1;
  const isOutdated = thread.isOutdated ?? false;
  return {
    path: thread.path ?? 'src/index.ts',
    line: isOutdated ? undefined : originalLine,
    originalLine,
    isOutdated,
  };
}

function craftWords(
  crafting: Crafting,
  at: Conversation,
  { comment, minutes }: { comment: CraftedComment; minutes: number },
) {
  const createdAt = comment.createdAt ?? toInstant(at.createdAtSeconds + minutes * 60);
  return {
    author: crafting.account(comment.author ?? at.reviewer),
    authorAssociation: 'MEMBER' as const,
    body: comment.body ?? 'Looks right to me.',
    createdAt,
    updatedAt: createdAt,
  };
}

function toList<Spec extends object>(spec: number | readonly Spec[]): readonly Partial<Spec>[] {
  return typeof spec === 'number' ? Array.from({ length: spec }, () => ({})) : spec;
}
