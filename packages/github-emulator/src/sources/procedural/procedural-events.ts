import { toInstant } from '../../world/instant.ts';
import type { AccountRecord, TimelineEventDetail, TimelineEventRecord } from '../../world/model.ts';
import { distributions } from './distributions.data.ts';
import type { Draws } from './draws.ts';
import type { TimedCommit } from './procedural-commits.ts';
import type { MadeReviews } from './procedural-reviews.ts';
import type { PullCast } from './pull-cast.ts';
import { drawsFor, endMilestone, hasEnded, momentBefore, oidOf, type PullScene } from './pull-scene.ts';

const { share } = distributions;

/** What the events tell of. */
export interface EventContent {
  readonly cast: PullCast;
  readonly title: string;
  readonly headRefName: string;
  readonly dismissals: MadeReviews['dismissals'];
  readonly commits: readonly TimedCommit[];
}

interface PlannedEvent {
  readonly atSeconds: number | undefined;
  readonly actor: AccountRecord | undefined;
  readonly detail: TimelineEventDetail;
}

/** The events so far, oldest first. */
export function makeEvents(scene: PullScene, content: EventContent): readonly TimelineEventRecord[] {
  const draws = drawsFor(scene, 'events');
  return [
    ...planOpening(scene, content),
    ...planChanges(scene, draws, content),
    ...planEnding(scene, draws, content),
  ]
    .flatMap(({ atSeconds, ...event }) => (atSeconds === undefined ? [] : [{ atSeconds, ...event }]))
    .sort((left, right) => left.atSeconds - right.atSeconds)
    .map(({ atSeconds, actor, detail }, ordinal) => ({
      ...scene.keys.event(scene.outline.number, ordinal),
      actor,
      createdAt: toInstant(atSeconds),
      ...detail,
    }));
}

function planOpening({ outline, plan, author }: PullScene, { cast }: EventContent): readonly PlannedEvent[] {
  const { createdAtSeconds, readyAtSeconds = createdAtSeconds, isBornDraft } = outline;
  const isReady = readyAtSeconds <= plan.nowSeconds && (!isBornDraft || outline.readyAtSeconds !== undefined);
  const at = (atSeconds: number) => (detail: TimelineEventDetail) => ({ atSeconds, actor: author, detail });
  const requests = cast.requested.map((requestedReviewer) => ({
    kind: 'ReviewRequestedEvent' as const,
    requestedReviewer,
  }));
  return [
    ...cast.labels.map((label) => ({ kind: 'LabeledEvent' as const, label })).map(at(createdAtSeconds)),
    ...cast.assignees
      .map((assignee) => ({ kind: 'AssignedEvent' as const, assignee }))
      .map(at(createdAtSeconds)),
    ...(isReady && isBornDraft ? [at(readyAtSeconds)({ kind: 'ReadyForReviewEvent' })] : []),
    ...(isReady ? requests.map(at(readyAtSeconds)) : []),
  ];
}

/** What happens to some on the way; a pair lies before one milestone, so that both or neither have happened. */
function planChanges(scene: PullScene, draws: Draws, content: EventContent): readonly PlannedEvent[] {
  const { author, outline, milestones } = scene;
  const last = Math.min(endMilestone(scene), milestones.length - 1);
  const milestone = 1 + draws.below(Math.max(1, last));
  const add = (part: number, detail: TimelineEventDetail, before = milestone): PlannedEvent => ({
    atSeconds: momentBefore(scene, before, part),
    actor: author,
    detail,
  });
  const changes: PlannedEvent[] = [];
  if (draws.chance(share.forcePushed)) changes.push(add(0.5, toForcePush(scene, content, milestone)));
  if (draws.chance(share.retitled))
    changes.push(
      add(0.3, {
        kind: 'RenamedTitleEvent',
        previousTitle: `WIP ${content.title}`,
        currentTitle: content.title,
      }),
    );
  if (draws.chance(share.retargeted))
    changes.push(
      add(0.4, { kind: 'BaseRefChangedEvent', previousRefName: 'develop', currentRefName: 'main' }),
    );
  if (draws.chance(share.convertedToDraft) && !outline.isBornDraft)
    changes.push(add(0.2, { kind: 'ConvertToDraftEvent' }), add(0.45, { kind: 'ReadyForReviewEvent' }));
  if (draws.chance(share.reopened) && outline.endAtSeconds !== undefined)
    changes.push(add(0.6, { kind: 'ClosedEvent' }, last), add(0.8, { kind: 'ReopenedEvent' }, last));
  for (const { review, atSeconds } of content.dismissals)
    changes.push({
      atSeconds,
      actor: author,
      detail: {
        kind: 'ReviewDismissedEvent',
        reviewId: review.id,
        previousReviewState: 'APPROVED',
        message: 'The change is no longer the one approved.',
      },
    });
  return changes;
}

function toForcePush(scene: PullScene, { commits }: EventContent, milestone: number): TimelineEventDetail {
  const at = momentBefore(scene, milestone, 0.5) ?? 0;
  const after = commits.findLast(({ atSeconds }) => atSeconds <= at)?.commit.oid;
  return { kind: 'HeadRefForcePushedEvent', beforeOid: oidOf(scene, 'before'), afterOid: after };
}

function planEnding(scene: PullScene, draws: Draws, content: EventContent): readonly PlannedEvent[] {
  const { outline, author } = scene;
  const isBranchDeleted = draws.chance(0.6);
  if (!hasEnded(scene)) return [];
  const actor = outline.ending === 'merged' ? content.cast.mergedBy : author;
  const at = (detail: TimelineEventDetail): PlannedEvent => ({
    atSeconds: outline.endAtSeconds,
    actor,
    detail,
  });
  const merging: TimelineEventDetail = {
    kind: 'MergedEvent',
    commitOid: content.cast.mergeCommitOid,
    mergeRefName: 'main',
  };
  return [
    ...(outline.ending === 'merged' ? [at(merging)] : []),
    at({ kind: 'ClosedEvent' }),
    ...(isBranchDeleted ? [at({ kind: 'HeadRefDeletedEvent', headRefName: content.headRefName })] : []),
  ];
}
