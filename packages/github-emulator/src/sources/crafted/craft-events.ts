import { toInstant } from '../../world/instant.ts';
import type { ReviewRecord, TimelineEventDetail, TimelineEventRecord } from '../../world/model.ts';
import type { CraftedEvent, Login } from './craft-spec.ts';
import type { Crafting } from './crafting.ts';

export interface EventPlace {
  readonly number: number;
  readonly author: Login;
  readonly createdAtSeconds: number;
  readonly headRefName: string;
  readonly baseRefName: string;
  readonly mergeCommitOid: string | undefined;
  readonly reviews: readonly ReviewRecord[];
}

/** Events oldest first; those without an instant come a minute apart from the opening on. */
export function craftEvents(
  crafting: Crafting,
  place: EventPlace,
  spec: readonly CraftedEvent[],
): readonly TimelineEventRecord[] {
  return spec
    .map((event, index) => ({
      event,
      createdAt: event.createdAt ?? toInstant(place.createdAtSeconds + (index + 1) * 60),
    }))
    .sort((left, right) => left.createdAt.localeCompare(right.createdAt))
    .map(({ event, createdAt }, ordinal) => ({
      ...crafting.keys.event(place.number, ordinal),
      actor: crafting.account(event.actor ?? place.author),
      createdAt,
      ...toDetail(crafting, place, event),
    }));
}

function toDetail(crafting: Crafting, place: EventPlace, event: CraftedEvent): TimelineEventDetail {
  switch (event.kind) {
    case 'ReviewRequestedEvent':
    case 'ReviewRequestRemovedEvent':
      return { kind: event.kind, requestedReviewer: crafting.reviewer(event.requestedReviewer ?? 'ghost') };
    case 'LabeledEvent':
    case 'UnlabeledEvent':
      return { kind: event.kind, label: crafting.label(event.label ?? 'feature') };
    case 'AssignedEvent':
    case 'UnassignedEvent':
      return { kind: event.kind, assignee: crafting.account(event.assignee ?? place.author) };
    case 'ReviewDismissedEvent':
      return {
        kind: event.kind,
        reviewId: place.reviews[event.review ?? 0]?.id ?? 0,
        previousReviewState: 'APPROVED',
        message: event.to ?? 'Out of date.',
      };
    default:
      return toChangeDetail(crafting, place, event);
  }
}

function toChangeDetail(crafting: Crafting, place: EventPlace, event: CraftedEvent): TimelineEventDetail {
  const { kind, from, to } = event;
  switch (kind) {
    case 'HeadRefForcePushedEvent':
      return {
        kind,
        beforeOid: from ?? crafting.oid(place.number, 'before'),
        afterOid: to ?? crafting.oid(place.number, 'after'),
      };
    case 'HeadRefDeletedEvent':
    case 'HeadRefRestoredEvent':
      return { kind, headRefName: place.headRefName };
    case 'MergedEvent':
      return { kind, commitOid: place.mergeCommitOid, mergeRefName: place.baseRefName };
    case 'BaseRefChangedEvent':
      return { kind, previousRefName: from ?? 'develop', currentRefName: to ?? place.baseRefName };
    case 'RenamedTitleEvent':
      return { kind, previousTitle: from ?? 'An earlier title', currentTitle: to ?? 'A later title' };
    case 'ReferencedEvent':
      return { kind, commitOid: to };
    default:
      // as: the kinds left are those without a detail; both switches together name all others
      return { kind: kind as 'ClosedEvent' };
  }
}
