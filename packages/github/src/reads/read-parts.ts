import * as z from 'zod';
import type { GitHubClient } from '../client/github-client.ts';
import { actorFields } from '../fields/actor.ts';
import { closingIssueFields } from '../fields/closing-issue.ts';
import { commentFields } from '../fields/comment.ts';
import { commitFields } from '../fields/commit.ts';
import { findGapsBelow, rawConnection } from '../fields/connection.ts';
import { labelFields } from '../fields/label.ts';
import { reviewFields } from '../fields/review.ts';
import { reviewCommentFields } from '../fields/review-comment.ts';
import { reviewRequestFields } from '../fields/review-request.ts';
import { reviewThreadFields } from '../fields/review-thread.ts';
import { reviewerFields } from '../fields/reviewer.ts';
import { timelineEventFields, timelineItemTypes } from '../fields/timeline-event.ts';
import type { Operation } from '../graphql/operation.ts';
import { queryGraphql } from '../graphql/query-graphql.ts';
import type { PartBatch } from './plan-parts.ts';
import type { PartAnswer, PartName } from './pull-request-part.ts';

const text = `
  query pullRequestParts(
    $ids: [ID!]!, $after: String,
    $labels: Boolean!, $assignees: Boolean!, $reviewRequests: Boolean!, $reviews: Boolean!, $reviewThreads: Boolean!,
    $comments: Boolean!, $commits: Boolean!, $timeline: Boolean!, $closingIssues: Boolean!, $threadComments: Boolean!
  ) {
    nodes(ids: $ids) {
      ... on PullRequest {
        labels(first: 100, after: $after) @include(if: $labels) {
          totalCount pageInfo { hasNextPage endCursor } nodes { ...labelFields }
        }
        assignees(first: 100, after: $after) @include(if: $assignees) {
          totalCount pageInfo { hasNextPage endCursor } nodes { ...actorFields }
        }
        reviewRequests(first: 100, after: $after) @include(if: $reviewRequests) {
          totalCount pageInfo { hasNextPage endCursor } nodes { ...reviewRequestFields }
        }
        reviews(first: 100, after: $after) @include(if: $reviews) {
          totalCount pageInfo { hasNextPage endCursor } nodes { ...reviewFields }
        }
        reviewThreads(first: 100, after: $after) @include(if: $reviewThreads) {
          totalCount pageInfo { hasNextPage endCursor } nodes { ...reviewThreadFields }
        }
        comments(first: 100, after: $after) @include(if: $comments) {
          totalCount pageInfo { hasNextPage endCursor } nodes { ...commentFields }
        }
        commits(first: 100, after: $after) @include(if: $commits) {
          totalCount pageInfo { hasNextPage endCursor } nodes { ...commitFields }
        }
        timeline: timelineItems(first: 100, after: $after, itemTypes: ${timelineItemTypes}) @include(if: $timeline) {
          totalCount pageInfo { hasNextPage endCursor } nodes { ...timelineEventFields }
        }
        closingIssues: closingIssuesReferences(first: 100, after: $after) @include(if: $closingIssues) {
          totalCount pageInfo { hasNextPage endCursor } nodes { ...closingIssueFields }
        }
      }
      ... on PullRequestReviewThread {
        threadComments: comments(first: 100, after: $after) @include(if: $threadComments) {
          totalCount pageInfo { hasNextPage endCursor } nodes { ...reviewCommentFields }
        }
      }
    }
    rateLimit { cost }
  }
  ${labelFields}
  ${reviewRequestFields}
  ${reviewFields}
  ${reviewThreadFields}
  ${commentFields}
  ${commitFields}
  ${timelineEventFields}
  ${closingIssueFields}
  ${reviewCommentFields}
  ${reviewerFields}
  ${actorFields}
`;

const data = z.object({ nodes: z.array(z.record(z.string(), z.unknown()).nullable()) });

interface Variables extends Readonly<Record<string, unknown>> {
  readonly ids: readonly string[];
}

/** One list of each object: a point for every hundred. */
export const pullRequestParts: Operation<Variables, z.output<typeof data>> = {
  name: 'pullRequestParts',
  text,
  data,
  requests: ({ ids }) => ids.length,
};

const off: Readonly<Record<PartName, boolean>> = {
  labels: false,
  assignees: false,
  reviewRequests: false,
  reviews: false,
  reviewThreads: false,
  comments: false,
  commits: false,
  timeline: false,
  closingIssues: false,
  threadComments: false,
};

/** Asks for one batch; one answer for each of its ids, in that order. */
export async function readParts(client: GitHubClient, batch: PartBatch): Promise<readonly PartAnswer[]> {
  const variables = { ...off, ids: batch.nodeIds, after: batch.after ?? null, [batch.part]: true };
  const { data: found, gaps } = await queryGraphql(client, pullRequestParts, variables, {
    acceptCutOff: batch.nodeIds.length === 1,
  });
  return batch.nodeIds.map((nodeId, at) => {
    const node = found.nodes[at] ?? undefined;
    const below = findGapsBelow(gaps, 'nodes', at);
    const raw = rawConnection.safeParse(node?.[batch.part]);
    const unreadable = raw.success ? [] : [{ kind: 'unreadable' as const, path: [] }];
    const ownGaps = node === undefined ? below : findGapsBelow(below, batch.part);
    return {
      nodeId,
      raw: raw.data,
      gaps: [...ownGaps, ...unreadable],
      isContinued: batch.after !== undefined,
    };
  });
}
