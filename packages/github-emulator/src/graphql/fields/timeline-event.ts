import type { ReviewerRecord } from '../../world/model.ts';
import { repositoryUrl, toAddressFields } from '../addresses.ts';
import type { FieldTable } from '../context.ts';
import { toDatabaseId } from '../ids.ts';
import {
  type EventNode,
  toAccountNode,
  toCommitNode,
  toLabelNode,
  toPullRequestNode,
  toRepositoryNode,
  toReviewNode,
  toUserNode,
} from '../nodes.ts';

/** Every event type of a pull request's timeline; the schema says which field is on which. */
export const timelineEventFields: FieldTable<EventNode> = {
  ...toAddressFields<EventNode>(({ repository, pull, event }, urls) =>
    repositoryUrl(urls, repository, `/pull/${pull.number}#event-${event.id}`),
  ),
  id: ({ event }) => event.nodeId,
  databaseId: ({ event }) => toDatabaseId(event.id),
  actor: ({ event }) => toAccountNode(event.actor),
  createdAt: ({ event }) => event.createdAt,
  pullRequest: toPullRequestNode,
  closable: toPullRequestNode,
  labelable: toPullRequestNode,
  assignable: toPullRequestNode,
  lockable: toPullRequestNode,
  subscribable: toPullRequestNode,
  subject: toPullRequestNode,
  // A commit or another pull request closes issues; what closed a pull request the world does not say.
  closer: () => null,
  stateReason: () => null,
  enabler: ({ event }) => toUserNode(event.actor),
  enqueuer: ({ event }) => toUserNode(event.actor),
  requestedReviewer: ({ event }) =>
    'requestedReviewer' in event ? toReviewerNode(event.requestedReviewer) : null,
  previousReviewState: ({ event }) => ('previousReviewState' in event ? event.previousReviewState : null),
  dismissalMessage: ({ event }) => ('message' in event ? event.message : null),
  review(node) {
    const { pull, event } = node;
    const review = 'reviewId' in event ? pull.reviews.find(({ id }) => id === event.reviewId) : undefined;
    return review === undefined ? null : toReviewNode(node, review);
  },
  beforeCommit: ({ repository, event }) =>
    'beforeOid' in event ? toCommitNode(repository, event.beforeOid) : null,
  afterCommit: ({ repository, event }) =>
    'afterOid' in event ? toCommitNode(repository, event.afterOid) : null,
  headRefName: ({ event }) => ('headRefName' in event ? event.headRefName : null),
  commit: ({ repository, event }) =>
    'commitOid' in event ? toCommitNode(repository, event.commitOid) : null,
  commitRepository: ({ repository }) => toRepositoryNode(repository),
  isCrossRepository: () => false,
  mergeRefName: ({ event }) => ('mergeRefName' in event ? event.mergeRefName : null),
  label: ({ repository, event }) => ('label' in event ? toLabelNode(repository, event.label) : null),
  assignee: ({ event }) => ('assignee' in event ? toAccountNode(event.assignee) : null),
  user: ({ event }) => ('assignee' in event ? toUserNode(event.assignee) : null),
  previousRefName: ({ event }) => ('previousRefName' in event ? event.previousRefName : null),
  currentRefName: ({ event }) => ('currentRefName' in event ? event.currentRefName : null),
  previousTitle: ({ event }) => ('previousTitle' in event ? event.previousTitle : null),
  currentTitle: ({ event }) => ('currentTitle' in event ? event.currentTitle : null),
};

/** Null where the account or the team is gone. */
export function toReviewerNode(reviewer: ReviewerRecord | undefined): unknown {
  if (reviewer === undefined) return null;
  return reviewer.kind === 'team'
    ? { typename: 'Team', team: reviewer.team }
    : toAccountNode(reviewer.account);
}
