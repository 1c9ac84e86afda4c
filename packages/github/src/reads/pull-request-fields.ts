import { actorFields } from '../fields/actor.ts';
import { closingIssueFields } from '../fields/closing-issue.ts';
import { labelFields } from '../fields/label.ts';
import { reviewRequestFields } from '../fields/review-request.ts';
import { reviewerFields } from '../fields/reviewer.ts';
import { timelineItemFields, timelineItemTypes } from '../fields/timeline-item.ts';

/** Connections of `pullRequestFields`: each costs a request for every pull request there may be. */
export const countConnections = ({ withSets }: { readonly withSets: boolean }): number => (withSets ? 5 : 2);

/**
 * A pull request and the first part of everything that hangs on it but its files and what was said in review threads.
 * The number of entries asked for costs nothing, only the number of connections does. With `$withSets`, labels, assignees
 * and review requests too, which the list over REST holds.
 */
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
    additions deletions changedFiles totalCommentsCount
    labels(first: 100) @include(if: $withSets) { totalCount pageInfo { hasNextPage endCursor } nodes { ...labelFields } }
    assignees(first: 100) @include(if: $withSets) { totalCount pageInfo { hasNextPage endCursor } nodes { ...actorFields } }
    reviewRequests(first: 100) @include(if: $withSets) { totalCount pageInfo { hasNextPage endCursor } nodes { ...reviewRequestFields } }
    timelineItems(first: 100, itemTypes: ${timelineItemTypes}) {
      totalCount pageInfo { hasNextPage endCursor } nodes { ...timelineItemFields }
    }
    closingIssuesReferences(first: 100) { totalCount pageInfo { hasNextPage endCursor } nodes { ...closingIssueFields } }
  }
  ${labelFields}
  ${reviewRequestFields}
  ${timelineItemFields}
  ${closingIssueFields}
  ${reviewerFields}
  ${actorFields}
`;
