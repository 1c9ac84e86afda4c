import type { ReviewerRecord, TimelineEventRecord } from '@throughline/github';
import type { EventFacts } from '../../activity/index.ts';
import { type AccountIds, findActorId, getAccountId } from './account-ids.ts';

/** An event under its natural key. A subject is an id where GitHub has one: names change, what happened does not. */
export const toEventFacts = (event: TimelineEventRecord, ids: AccountIds): EventFacts => ({
  kind: event.kind,
  occurredAt: event.createdAt,
  actorAccountId: findActorId(ids, event.actor) ?? 0,
  subject: toSubject(event, ids),
  nodeId: event.nodeId,
});

function toSubject(event: TimelineEventRecord, ids: AccountIds): string {
  switch (event.kind) {
    case 'review-requested':
    case 'review-request-removed':
      return toReviewerSubject(event.reviewer, ids);
    case 'review-dismissed':
      return toText('review', event.reviewGithubId);
    case 'head-force-pushed':
      return `${event.beforeOid ?? ''}..${event.afterOid ?? ''}`;
    case 'base-changed':
      return `${event.fromRefName}..${event.toRefName}`;
    case 'merged':
      return event.commitOid ?? '';
    case 'labeled':
    case 'unlabeled':
      return `label:${event.label.name}`;
    case 'assigned':
    case 'unassigned':
      return toText('account', event.assignee && getAccountId(ids, event.assignee));
    default:
      return '';
  }
}

const toText = (kind: string, id: number | undefined): string => (id === undefined ? '' : `${kind}:${id}`);

function toReviewerSubject(reviewer: ReviewerRecord, ids: AccountIds): string {
  switch (reviewer.kind) {
    case 'account':
      return toText('account', getAccountId(ids, reviewer.account));
    case 'team':
      return toText('team', reviewer.githubId);
    case 'unknown':
      return '';
  }
}
