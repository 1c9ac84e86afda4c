import { toInstant } from '../../world/instant.ts';
import type { ReviewRecord, ReviewState, ReviewThreadRecord } from '../../world/model.ts';
import { distributions } from './distributions.data.ts';
import type { Draws } from './draws.ts';
import type { PlannedReview, ReviewedContent } from './planned-review.ts';
import { makeThread } from './procedural-thread.ts';
import {
  drawsFor,
  endMilestone,
  isPast,
  momentBefore,
  type PullScene,
  roundMilestone,
} from './pull-scene.ts';
import { remarks } from './words.data.ts';

const { share } = distributions;

export interface MadeReviews {
  readonly reviews: readonly ReviewRecord[];
  readonly threads: readonly ReviewThreadRecord[];
  readonly dismissals: readonly { readonly review: ReviewRecord; readonly atSeconds: number }[];
}

/**
 * The rounds, the author's answers between them (a review of GitHub's too), sometimes one more approval and one long after
 * the end: all planned, of which what is past is left.
 */
export function makeReviews(scene: PullScene, content: ReviewedContent): MadeReviews {
  const draws = drawsFor(scene, 'reviews');
  const rounds: PlannedRound[] = scene.outline.roundsAtSeconds.map((atSeconds, round) =>
    planRound(scene, draws, { atSeconds, round }),
  );
  const extra = planSecondApproval(scene, draws);
  rounds.push(...planLateReview(scene));
  const planned = rounds
    .flatMap(({ review, answer }) => [review, answer])
    .concat(extra)
    .filter((one) => one !== undefined);
  const sorted = planned.sort((left, right) => left.atSeconds - right.atSeconds);
  const records = new Map(
    sorted.map((review, ordinal) => [review, toRecord(scene, content, { review, ordinal })]),
  );
  const threads = rounds.flatMap(({ review, answer, threadCount }, round) =>
    Array.from({ length: threadCount }, () => ({ round, review, answer })),
  );
  let index = 0;
  return {
    reviews: [...records].flatMap(([{ atSeconds }, review]) => (isPast(scene, atSeconds) ? [review] : [])),
    threads: threads.flatMap(({ round, review, answer }, thread) => {
      const isAnswered = answer !== undefined && draws.chance(0.7);
      const made = makeThread(scene, draws, {
        thread,
        index,
        content,
        first: { review, id: records.get(review)?.id },
        answer: isAnswered ? { review: answer, id: records.get(answer)?.id } : undefined,
        isFollowed: isPast(
          scene,
          scene.milestones[roundMilestone(scene, round + 1)] ?? Number.POSITIVE_INFINITY,
        ),
      });
      index += made.comments.length;
      const comments = made.comments.slice(0, isAnswered && isPast(scene, answer.atSeconds) ? 2 : 1);
      return isPast(scene, review.atSeconds) ? [{ ...made, comments }] : [];
    }),
    dismissals: [...records].flatMap(([{ dismissedAtSeconds: atSeconds }, review]) =>
      atSeconds !== undefined && isPast(scene, atSeconds) ? [{ review, atSeconds }] : [],
    ),
  };
}

interface PlannedRound {
  readonly review: PlannedReview;
  readonly answer: PlannedReview | undefined;
  readonly threadCount: number;
}

function planRound(
  scene: PullScene,
  draws: Draws,
  { atSeconds, round }: { atSeconds: number; round: number },
): PlannedRound {
  const next = roundMilestone(scene, round + 1);
  const isLast = round === scene.outline.roundsAtSeconds.length - 1;
  const state = pickState(draws, isLast, scene.outline.ending);
  const dismissedAtSeconds =
    round === 0 && !isLast && draws.chance(share.dismissed) ? momentBefore(scene, next, 0.7) : undefined;
  const threadCount = Math.floor(draws.logNormal(scene.plan.shape.counts.threads));
  const answeredAt = momentBefore(scene, next, 0.1 + draws.next() * 0.5);
  const reviewer = scene.reviewers[draws.weighted([0.7, 0.2, 0.1])] ?? scene.reviewers[0];
  const review: PlannedReview = {
    atSeconds,
    author: reviewer,
    state: dismissedAtSeconds === undefined ? state : 'APPROVED',
    body: draws.chance(0.4) ? draws.pick(remarks) : '',
    dismissedAtSeconds,
  };
  const answer: PlannedReview | undefined =
    threadCount > 0 && answeredAt !== undefined && scene.outline.author.kind !== 'bot'
      ? { atSeconds: answeredAt, author: scene.author, state: 'COMMENTED', body: '' }
      : undefined;
  return { review, answer, threadCount };
}

/** A question about something long merged or closed. */
function planLateReview({ aftermath, reviewers }: PullScene): readonly PlannedRound[] {
  const { reviewAtSeconds: atSeconds } = aftermath;
  if (atSeconds === undefined) return [];
  const review = { atSeconds, author: reviewers[2], state: 'COMMENTED', body: '' } as const;
  return [{ review, answer: undefined, threadCount: 1 }];
}

function planSecondApproval(scene: PullScene, draws: Draws): PlannedReview | undefined {
  const { ending, roundsAtSeconds } = scene.outline;
  const isWanted = draws.chance(0.2) && roundsAtSeconds.length > 0 && ending === 'merged';
  const atSeconds = momentBefore(scene, endMilestone(scene), 0.6);
  return isWanted && atSeconds !== undefined
    ? { atSeconds, author: scene.reviewers[1], state: 'APPROVED', body: '' }
    : undefined;
}

function pickState(draws: Draws, isLast: boolean, ending: 'merged' | 'closed' | 'none'): ReviewState {
  const states = ['APPROVED', 'CHANGES_REQUESTED', 'COMMENTED'] as const;
  if (!isLast) return states[draws.weighted([0.2, 0.35, 0.45])] ?? 'COMMENTED';
  return states[draws.weighted(ending === 'merged' ? [0.92, 0, 0.08] : [0.05, 0.45, 0.5])] ?? 'COMMENTED';
}

function toRecord(
  scene: PullScene,
  { headAt }: ReviewedContent,
  { review, ordinal }: { readonly review: PlannedReview; readonly ordinal: number },
): ReviewRecord {
  const at = toInstant(review.atSeconds);
  const { dismissedAtSeconds: dismissedAt } = review;
  const isDismissed = dismissedAt !== undefined && isPast(scene, dismissedAt);
  return {
    ...scene.keys.review(scene.outline.number, ordinal),
    author: review.author,
    authorAssociation: 'MEMBER',
    state: isDismissed ? 'DISMISSED' : review.state,
    body: review.body,
    submittedAt: at,
    createdAt: at,
    updatedAt: isDismissed ? toInstant(dismissedAt) : at,
    commitOid: headAt(review.atSeconds),
  };
}
