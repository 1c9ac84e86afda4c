import { toInstant } from '../../world/instant.ts';
import type { AccountRecord, TimelineEventDetail, TimelineEventRecord } from '../../world/model.ts';
import type { PushedCommits } from './procedural-commits.ts';
import type { MadeReviews } from './procedural-reviews.ts';
import type { PullCast } from './pull-cast.ts';
import type { Pause, PullChanges } from './pull-changes.ts';
import { drawsFor, isPast, momentBefore, oidOf, type PullScene } from './pull-scene.ts';

/** What the events tell of. */
export interface EventContent {
  readonly cast: PullCast;
  readonly title: string;
  readonly headRefName: string;
  readonly dismissals: MadeReviews['dismissals'];
  readonly headAt: PushedCommits['headAt'];
  readonly changes: PullChanges;
}

interface PlannedEvent {
  readonly atSeconds: number | undefined;
  readonly actor: AccountRecord | undefined;
  readonly detail: TimelineEventDetail;
}

/** The events so far, oldest first. */
export function makeEvents(scene: PullScene, content: EventContent): readonly TimelineEventRecord[] {
  return [
    ...planOpening(scene, content),
    ...tellChanges(scene, content),
    ...planEnding(scene, content),
    ...tellReopening(scene),
    ...tellMentions(scene),
  ]
    .flatMap(({ atSeconds, ...event }) => (atSeconds === undefined ? [] : [{ atSeconds, ...event }]))
    .filter(({ atSeconds }) => isPast(scene, atSeconds))
    .sort((left, right) => left.atSeconds - right.atSeconds)
    .map(({ atSeconds, actor, detail }, ordinal) => ({
      ...scene.keys.event(scene.outline.number, ordinal),
      actor,
      createdAt: toInstant(atSeconds),
      ...detail,
    }));
}

function planOpening({ outline, author }: PullScene, { cast }: EventContent): readonly PlannedEvent[] {
  const { createdAtSeconds, readyAtSeconds = createdAtSeconds, isBornDraft } = outline;
  const isReady = !isBornDraft || outline.readyAtSeconds !== undefined;
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

/** What happens to some on the way. */
function tellChanges(scene: PullScene, { changes, ...content }: EventContent): readonly PlannedEvent[] {
  const { author } = scene;
  const at = (atSeconds: number | undefined, detail: TimelineEventDetail): PlannedEvent => ({
    atSeconds,
    actor: author,
    detail,
  });
  const pause = (
    kept: Pause | undefined,
    from: 'ConvertToDraftEvent' | 'ClosedEvent',
    until: 'ReadyForReviewEvent' | 'ReopenedEvent',
  ) => [at(kept?.fromSeconds, { kind: from }), at(kept?.untilSeconds, { kind: until })];
  return [
    at(changes.forcePushedAtSeconds, {
      kind: 'HeadRefForcePushedEvent',
      beforeOid: oidOf(scene, 'before'),
      afterOid: content.headAt(changes.forcePushedAtSeconds ?? 0),
    }),
    at(changes.retitledAtSeconds, {
      kind: 'RenamedTitleEvent',
      previousTitle: `WIP ${content.title}`,
      currentTitle: content.title,
    }),
    at(changes.retargetedAtSeconds, {
      kind: 'BaseRefChangedEvent',
      previousRefName: 'develop',
      currentRefName: 'main',
    }),
    ...pause(changes.drafted, 'ConvertToDraftEvent', 'ReadyForReviewEvent'),
    ...pause(changes.closed, 'ClosedEvent', 'ReopenedEvent'),
    ...content.dismissals.map(({ review, atSeconds }) =>
      at(atSeconds, {
        kind: 'ReviewDismissedEvent',
        reviewId: review.id,
        previousReviewState: 'APPROVED',
        message: 'The change is no longer the one approved.',
      }),
    ),
  ];
}

/** One closed unmerged that somebody took up again, until it was closed for good. */
function tellReopening({ aftermath, author }: PullScene): readonly PlannedEvent[] {
  const { reopened } = aftermath;
  return [
    { atSeconds: reopened?.atSeconds, actor: author, detail: { kind: 'ReopenedEvent' } },
    { atSeconds: reopened?.closedAtSeconds, actor: author, detail: { kind: 'ClosedEvent' } },
  ];
}

/** Somebody named in a text: before the end, so that the last milestone past tells when all was updated. */
function tellMentions(scene: PullScene): readonly PlannedEvent[] {
  const draws = drawsFor(scene, 'mentions');
  const count = Math.floor(draws.logNormal(scene.plan.shape.counts.mentions));
  const last = Math.max(1, scene.milestones.length - 1);
  return Array.from({ length: count }, () => ({
    atSeconds: momentBefore(scene, 1 + draws.below(last), draws.next() * 0.95),
    actor: scene.reviewers[draws.below(3)],
    detail: { kind: 'MentionedEvent' as const },
  }));
}

function planEnding(scene: PullScene, content: EventContent): readonly PlannedEvent[] {
  const { outline, author } = scene;
  const isBranchDeleted = drawsFor(scene, 'events').chance(0.6);
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
