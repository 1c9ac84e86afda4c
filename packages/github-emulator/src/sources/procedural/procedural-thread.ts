import { toInstant } from '../../world/instant.ts';
import type { ReviewCommentRecord, ReviewThreadRecord } from '../../world/model.ts';
import { distributions } from './distributions.data.ts';
import type { Draws } from './draws.ts';
import type { PlannedReview, ReviewedContent } from './planned-review.ts';
import { writeRemark } from './procedural-comments.ts';
import type { PullScene } from './pull-scene.ts';
import { findQuietChange } from './quiet-changes.ts';

const { share } = distributions;

interface ThreadPart {
  readonly review: PlannedReview;
  readonly id: number | undefined;
}

export interface ThreadPlan {
  readonly thread: number;
  /** Review comments in earlier threads. */
  readonly index: number;
  readonly content: ReviewedContent;
  readonly first: ThreadPart;
  readonly answer: ThreadPart | undefined;
  /** Whether anything came after the round it belongs to. */
  readonly isFollowed: boolean;
}

/** A question on a line, and sometimes the author's answer. */
export function makeThread(scene: PullScene, draws: Draws, plan: ThreadPlan): ReviewThreadRecord {
  const spot = pickSpot(draws, plan);
  const { atSeconds: madeAtSeconds } = plan.first.review;
  const isResolvedInRound = draws.chance(share.resolvedThread) && plan.isFollowed;
  const resolvedAt = findQuietChange(scene, { kind: 'threadResolved', place: plan.thread, madeAtSeconds });
  const isResolved = isResolvedInRound || resolvedAt !== undefined;
  const isByAuthor = draws.chance(0.6);
  const resolver = isByAuthor ? scene.author : plan.first.review.author;
  return {
    nodeId: scene.keys.thread(scene.outline.number, plan.thread).nodeId,
    ...spot,
    side: draws.chance(0.93) ? 'RIGHT' : 'LEFT',
    isResolved,
    resolvedBy: isResolved ? resolver : undefined,
    comments: makeThreadComments(scene, draws, { ...plan, spot }),
  };
}

type Spot = ReturnType<typeof pickSpot>;

function pickSpot(draws: Draws, { content, isFollowed }: ThreadPlan) {
  const file = content.files[draws.below(content.files.length)];
  const originalLine = 1 + draws.below(Math.max(1, (file?.additions ?? 1) * 3));
  const isOutdated = draws.chance(share.outdatedThread) && isFollowed;
  const line = isOutdated ? undefined : originalLine;
  return { path: file?.path ?? 'README.md', line, originalLine, isOutdated };
}

function makeThreadComments(
  scene: PullScene,
  draws: Draws,
  plan: ThreadPlan & { readonly spot: Spot },
): readonly ReviewCommentRecord[] {
  const { thread, index, spot, content } = plan;
  const parts = plan.answer === undefined ? [plan.first] : [plan.first, plan.answer];
  const keyOf = (ordinal: number) =>
    scene.keys.reviewComment(scene.outline.number, { thread, ordinal, index: index + ordinal });
  return parts.map(({ review, id }, ordinal) => {
    const editedAt = findQuietChange(scene, {
      kind: 'reviewCommentEdited',
      place: index + ordinal,
      madeAtSeconds: review.atSeconds,
    });
    return {
      ...keyOf(ordinal),
      author: review.author,
      authorAssociation: 'MEMBER',
      body: writeRemark(draws, editedAt),
      createdAt: toInstant(review.atSeconds),
      updatedAt: toInstant(editedAt ?? review.atSeconds),
      ...spot,
      diffHunk: `@@ -${spot.originalLine},1 +${spot.originalLine},1 @@\n+changed line`,
      commitOid: content.commits.at(-1)?.commit.oid,
      originalCommitOid: content.headAt(plan.first.review.atSeconds),
      reviewId: id,
      replyToId: ordinal === 0 ? undefined : keyOf(0).id,
    };
  });
}
