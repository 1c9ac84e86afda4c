import * as z from 'zod';
import type { GitHubClient } from '../client/github-client.ts';
import { findGapsBelow } from '../fields/connection.ts';
import { databaseId, optional } from '../fields/scalars.ts';
import type { Operation } from '../graphql/operation.ts';
import { queryGraphql } from '../graphql/query-graphql.ts';
import type { PullRequestRecord } from '../records/pull-request-record.ts';
import { toFailure } from '../to-failure.ts';
import { findNextCursor } from './find-next-cursor.ts';
import { countConnections, pullRequestFields } from './pull-request-fields.ts';
import { toEntry, type UnreadableEntry } from './to-entry.ts';

const text = `
  query pullRequestsPage($repository: ID!, $first: Int!, $after: String, $withSets: Boolean!) {
    node(id: $repository) {
      ... on Repository {
        databaseId
        nameWithOwner
        pullRequests(first: $first, after: $after, orderBy: { field: UPDATED_AT, direction: DESC }) {
          totalCount
          pageInfo { hasNextPage endCursor }
          nodes { ...pullRequestFields }
        }
      }
    }
    rateLimit { cost }
  }
  ${pullRequestFields}
`;

const data = z.object({
  node: optional(
    z.object({
      databaseId,
      nameWithOwner: z.string(),
      pullRequests: z.object({
        totalCount: z.number().int().nonnegative(),
        pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: optional(z.string()) }),
        nodes: optional(z.array(z.unknown())),
      }),
    }),
  ),
});

interface PageVariables extends Readonly<Record<string, unknown>> {
  readonly repository: string;
  readonly first: number;
  readonly after: string | null;
  readonly withSets: boolean;
}

/** One connection for the page and five for each pull request: a point for 29 of them, without sets for 74. */
export const pullRequestsPage: Operation<PageVariables, z.output<typeof data>> = {
  name: 'pullRequestsPage',
  text,
  data,
  requests: ({ first, withSets }) => 1 + countConnections({ withSets }) * first,
};

export interface PullRequestsPage {
  readonly repository: { readonly githubId: number; readonly nameWithOwner: string };
  readonly pullRequests: readonly PullRequestRecord[];
  readonly unreadable: readonly UnreadableEntry[];
  /** All pull requests of the repository. */
  readonly total: number;
  /** Where the next page begins; undefined after the last one. */
  readonly after: string | undefined;
  /** GitHub's clock. */
  readonly observedAt: Date;
}

export interface PullRequestsPageRequest {
  readonly repositoryNodeId: string;
  /** 1 to 100. At 1, an answer that GitHub cuts off is taken with its gaps. */
  readonly pageSize: number;
  readonly after?: string | undefined;
  /** With labels, assignees and review requests; default true. Without, they are lists of which nothing was read yet. */
  readonly withSets?: boolean;
}

/**
 * A page of a repository's pull requests, last updated first, with the first part of their lists; complete them with
 * `completePullRequests`. Rejects with kind `gone` when the repository is not there for this token.
 */
export async function readPullRequestsPage(
  client: GitHubClient,
  { repositoryNodeId, pageSize, after, withSets = true }: PullRequestsPageRequest,
): Promise<PullRequestsPage> {
  const result = await queryGraphql(
    client,
    pullRequestsPage,
    { repository: repositoryNodeId, first: pageSize, after: after ?? null, withSets },
    { acceptCutOff: pageSize === 1 },
  );
  const { node } = result.data;
  if (node === undefined) throw toFailure(result.gaps[0] ?? { kind: 'gone' }, { status: 200 });
  const list = node.pullRequests;
  if (list.nodes === undefined) throw toFailure(result.gaps[0] ?? { kind: 'unreadable' }, { status: 200 });
  const entries = list.nodes.map((raw, position) =>
    toEntry(raw, position, {
      gaps: findGapsBelow(result.gaps, 'node', 'pullRequests', 'nodes', position),
      withSets,
      lacking: client.schema.lacking,
    }),
  );
  return {
    repository: { githubId: node.databaseId, nameWithOwner: node.nameWithOwner },
    pullRequests: entries.flatMap((entry) => (entry.kind === 'record' ? [entry.record] : [])),
    unreadable: entries.flatMap((entry) => (entry.kind === 'unreadable' ? [entry.entry] : [])),
    total: list.totalCount,
    after: findNextCursor(list.pageInfo, after),
    observedAt: result.observedAt,
  };
}
