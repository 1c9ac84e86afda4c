import type { TimelineEventDetail, TimelineEventRecord } from '../../world/model.ts';
import type { RecordedEvent } from './recorded-bodies.ts';
import { compareBy, type RecordedPlace } from './recorded-place.ts';

/** REST's issue events under GraphQL's names, oldest first; a kind the world has no name for is left out. */
export function toEvents(
  place: RecordedPlace,
  number: number,
  bodies: readonly RecordedEvent[],
): TimelineEventRecord[] {
  const known = [...bodies].sort(compareBy(({ created_at }) => Date.parse(created_at))).flatMap((body) => {
    const detail = toDetail(place, body);
    return detail === undefined ? [] : [{ body, detail }];
  });
  return known.map(({ body, detail }, ordinal) => ({
    nodeId: place.keys.event(number, ordinal).nodeId,
    id: body.id,
    actor: place.accounts.ghostOr(body.actor),
    createdAt: body.created_at,
    ...detail,
  }));
}

const plainKinds = {
  closed: 'ClosedEvent',
  reopened: 'ReopenedEvent',
  ready_for_review: 'ReadyForReviewEvent',
  mentioned: 'MentionedEvent',
  subscribed: 'SubscribedEvent',
} as const;

function toDetail(place: RecordedPlace, body: RecordedEvent): TimelineEventDetail | undefined {
  const plain = Object.entries(plainKinds).find(([event]) => event === body.event)?.[1];
  if (plain !== undefined) return { kind: plain };
  switch (body.event) {
    case 'labeled': {
      const label = place.labels.get(body.label?.name ?? '');
      return label && { kind: 'LabeledEvent', label };
    }
    case 'assigned':
      return { kind: 'AssignedEvent', assignee: body.assignee && place.accounts.account(body.assignee) };
    case 'renamed':
      return (
        body.rename && {
          kind: 'RenamedTitleEvent',
          previousTitle: body.rename.from,
          currentTitle: body.rename.to,
        }
      );
    case 'head_ref_force_pushed':
      return { kind: 'HeadRefForcePushedEvent', beforeOid: undefined, afterOid: undefined };
    default:
      return undefined;
  }
}
