import { toInstant } from '../../world/instant.ts';
import type { ReviewCommentRecord, ReviewThreadRecord } from '../../world/model.ts';
import { distributions } from './distributions.data.ts';
import type { Draws } from './draws.ts';
import type { PlannedReview, ReviewedContent } from './procedural-reviews.ts';
import type { PullScene } from './pull-scene.ts';
import { remarks } from './words.data.ts';

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
  const { files, commits } = plan.content;
  const file = files[draws.below(files.length)];
  const originalLine = 1 + draws.below(Math.max(1, (file?.additions ?? 1) * 3));
  const isResolved = plan.isFollowed && draws.chance(share.resolvedThread);
  const isOutdated = plan.isFollowed && draws.chance(share.outdatedThread);
  const line = isOutdated ? undefined : originalLine;
  const spot = { path: file?.path ?? 'README.md', line, originalLine, isOutdated };
  const { number } = scene.outline;
  const parts = plan.answer === undefined ? [plan.first] : [plan.first, plan.answer];
  const keys = parts.map((_, ordinal) =>
    scene.keys.reviewComment(number, { thread: plan.thread, ordinal, index: plan.index + ordinal }),
  );
  const comments = parts.map(({ review, id }, ordinal): ReviewCommentRecord => {
    const at = toInstant(review.atSeconds);
    return {
      ...(keys[ordinal] ?? { id: 0, nodeId: '' }),
      author: review.author,
      authorAssociation: 'MEMBER',
      body: draws.pick(remarks),
      createdAt: at,
      updatedAt: at,
      ...spot,
      diffHunk: `@@ -${originalLine},1 +${originalLine},1 @@\n+changed line`,
      commitOid: commits.at(-1)?.commit.oid,
      originalCommitOid: commits[0]?.commit.oid,
      reviewId: id,
      replyToId: ordinal === 0 ? undefined : keys[0]?.id,
    };
  });
  return {
    nodeId: scene.keys.thread(number, plan.thread).nodeId,
    ...spot,
    side: draws.chance(0.93) ? 'RIGHT' : 'LEFT',
    isResolved,
    resolvedBy: isResolved ? (draws.chance(0.6) ? scene.author : plan.first.review.author) : undefined,
    comments,
  };
}
