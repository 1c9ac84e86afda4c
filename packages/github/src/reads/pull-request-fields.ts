import { actorFields } from '../fields/actor.ts';
import { closingIssueFields } from '../fields/closing-issue.ts';
import { commentFields } from '../fields/comment.ts';
import { commitFields } from '../fields/commit.ts';
import { labelFields } from '../fields/label.ts';
import { reviewFields } from '../fields/review.ts';
import { reviewRequestFields } from '../fields/review-request.ts';
import { reviewThreadFields } from '../fields/review-thread.ts';
import { reviewerFields } from '../fields/reviewer.ts';
import { timelineEventFields, timelineItemTypes } from '../fields/timeline-event.ts';

/** A pull request and the first part of everything that hangs on it but its files. Nine connections. */
export const pullRequestFields = `
  fragment pullRequestFields on PullRequest {
    id fullDatabaseId number url title body state isDraft isInMergeQueue
    createdAt updatedAt publishedAt closedAt mergedAt
    author { ...actorFields }
    mergedBy { ...actorFields }
    mergeCommit { oid }
    baseRefName baseRefOid headRefName headRefOid
    headRepository { nameWithOwner }
    isCrossRepository reviewDecision
    additions deletions changedFiles
    labels(first: 20) { totalCount pageInfo { hasNextPage endCursor } nodes { ...labelFields } }
    assignees(first: 10) { totalCount pageInfo { hasNextPage endCursor } nodes { ...actorFields } }
    reviewRequests(first: 20) { totalCount pageInfo { hasNextPage endCursor } nodes { ...reviewRequestFields } }
    reviews(first: 30) { totalCount pageInfo { hasNextPage endCursor } nodes { ...reviewFields } }
    reviewThreads(first: 30) { totalCount pageInfo { hasNextPage endCursor } nodes { ...reviewThreadFields } }
    comments(first: 30) { totalCount pageInfo { hasNextPage endCursor } nodes { ...commentFields } }
    commits(first: 50) { totalCount pageInfo { hasNextPage endCursor } nodes { ...commitFields } }
    timelineItems(first: 50, itemTypes: ${timelineItemTypes}) {
      totalCount pageInfo { hasNextPage endCursor } nodes { ...timelineEventFields }
    }
    closingIssuesReferences(first: 10) { totalCount pageInfo { hasNextPage endCursor } nodes { ...closingIssueFields } }
  }
  ${labelFields}
  ${reviewRequestFields}
  ${reviewFields}
  ${reviewThreadFields}
  ${commentFields}
  ${commitFields}
  ${timelineEventFields}
  ${closingIssueFields}
  ${reviewerFields}
  ${actorFields}
`;
