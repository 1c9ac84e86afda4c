import { findClosingReferences } from '../../world/find-closing-references.ts';
import type { HeadRepositoryRecord, IssueRecord, PullRequestRecord } from '../../world/model.ts';
import { toNodeId } from '../../world/node-id.ts';
import type {
  RecordedComment,
  RecordedCommit,
  RecordedEvent,
  RecordedIssue,
  RecordedPull,
  RecordedReview,
  RecordedReviewComment,
  RepositoryBody,
  TicketBody,
} from './recorded-bodies.ts';
import { toComments, toCommit, toReviews, toThreads } from './recorded-conversation.ts';
import { toEvents } from './recorded-events.ts';
import { findLabels, type RecordedPlace, toAuthor } from './recorded-place.ts';

/** The bodies that hang on one number. */
export interface Hanging {
  readonly reviews: readonly RecordedReview[];
  readonly reviewComments: readonly RecordedReviewComment[];
  readonly comments: readonly RecordedComment[];
  readonly commits: readonly RecordedCommit[];
  readonly events: readonly RecordedEvent[];
  readonly issueNumbers: ReadonlySet<number>;
}

/** A pull request from its list body. What such a body lacks is not known: sizes, files, who merged. */
export function toPullRequest(place: RecordedPlace, body: RecordedPull, hanging: Hanging): PullRequestRecord {
  const { number } = body;
  const isMerged = body.merged_at !== null;
  return {
    ...toTicket(place, body),
    nodeId: place.keys.pullRequest(number).nodeId,
    state: isMerged ? 'MERGED' : body.state === 'open' ? 'OPEN' : 'CLOSED',
    isDraft: body.draft,
    mergedAt: body.merged_at ?? undefined,
    mergedBy: undefined,
    mergeCommitOid: isMerged ? (body.merge_commit_sha ?? undefined) : undefined,
    baseRefName: body.base.ref,
    baseRefOid: body.base.sha,
    headRefName: body.head.ref,
    headRefOid: body.head.sha,
    headRepository:
      body.head.repo === null ? undefined : toHeadRepository(place, body.head.repo, body.base.repo),
    isCrossRepository: body.head.repo?.id !== body.base.repo.id,
    additions: undefined,
    deletions: undefined,
    changedFiles: undefined,
    requestedReviewers: body.requested_reviewers.map((one) => ({
      kind: 'account',
      account: place.accounts.account(one),
    })),
    reviewDecision: undefined,
    reviews: toReviews(place, number, hanging.reviews),
    threads: toThreads(place, number, hanging.reviewComments),
    comments: toComments(place, number, hanging.comments),
    commits: hanging.commits.map((commit) => toCommit(place, commit)),
    files: 'unavailable',
    events: toEvents(place, number, hanging.events),
    closingIssueNumbers: findClosingReferences(body.body ?? '').filter((one) =>
      hanging.issueNumbers.has(one),
    ),
  };
}

export function toIssue(
  place: RecordedPlace,
  body: RecordedIssue,
  comments: readonly RecordedComment[],
): IssueRecord {
  const reasons = { completed: 'COMPLETED', not_planned: 'NOT_PLANNED', reopened: 'REOPENED' } as const;
  return {
    ...toTicket(place, body),
    nodeId: place.keys.issue(body.number).nodeId,
    state: body.state === 'open' ? 'OPEN' : 'CLOSED',
    stateReason: body.state_reason == null ? undefined : reasons[body.state_reason],
    comments: toComments(place, body.number, comments),
  };
}

function toTicket(place: RecordedPlace, body: TicketBody) {
  return {
    id: body.id,
    number: body.number,
    title: body.title,
    body: body.body ?? undefined,
    ...toAuthor(place, body),
    isLocked: body.locked,
    createdAt: body.created_at,
    updatedAt: body.updated_at,
    closedAt: body.closed_at ?? undefined,
    labels: findLabels(place, body.labels),
    assignees: body.assignees.map(place.accounts.account),
  };
}

/** A branch of the repository itself lies with its owner in the world. */
function toHeadRepository(
  place: RecordedPlace,
  head: RepositoryBody,
  base: RepositoryBody,
): HeadRepositoryRecord {
  return {
    id: head.id,
    nodeId: toNodeId({ kind: 'repository', repositoryId: head.id }),
    owner: head.id === base.id ? place.owner : place.accounts.account(head.owner),
    name: head.name,
    isFork: head.fork,
  };
}
