import * as z from 'zod';
import type { GitHubClient } from '../client/github-client.ts';
import { actorFields } from '../fields/actor.ts';
import { closingIssueFields } from '../fields/closing-issue.ts';
import { findGapsBelow, rawConnection } from '../fields/connection.ts';
import { labelFields } from '../fields/label.ts';
import { reviewCommentFields } from '../fields/review-comment.ts';
import { reviewRequestFields } from '../fields/review-request.ts';
import { reviewerFields } from '../fields/reviewer.ts';
import type { Operation } from '../graphql/operation.ts';
import { queryGraphql } from '../graphql/query-graphql.ts';
import type { PartBatch } from './plan-parts.ts';
import type { PartAnswer, PartName } from './pull-request-part.ts';
import { readTimelines } from './read-timelines.ts';

const text = `
  query pullRequestParts(
    $ids: [ID!]!, $after: String,
    $labels: Boolean!, $assignees: Boolean!, $reviewRequests: Boolean!, $closingIssues: Boolean!,
    $threadComments: Boolean!
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

const off: Readonly<Record<Exclude<PartName, 'timeline'>, boolean>> = {
  labels: false,
  assignees: false,
  reviewRequests: false,
  closingIssues: false,
  threadComments: false,
};

/** Asks for one batch; one answer for each of its places, in that order. */
export async function readParts(
  client: GitHubClient,
  { part, places }: PartBatch,
): Promise<readonly PartAnswer[]> {
  if (part === 'timeline') return readTimelines(client, places);
  const after = places[0]?.after;
  const ids = places.map(({ nodeId }) => nodeId);
  const variables = { ...off, ids, after: after ?? null, [part]: true };
  const { data: found, gaps } = await queryGraphql(client, pullRequestParts, variables, {
    acceptCutOff: places.length === 1,
  });
  return ids.map((nodeId, at) => {
    const node = found.nodes[at] ?? undefined;
    const below = findGapsBelow(gaps, 'nodes', at);
    const raw = rawConnection.safeParse(node?.[part]);
    const unreadable = raw.success ? [] : [{ kind: 'unreadable' as const, path: [] }];
    const ownGaps = node === undefined ? below : findGapsBelow(below, part);
    return { nodeId, raw: raw.data, gaps: [...ownGaps, ...unreadable], isContinued: after !== undefined };
  });
}
