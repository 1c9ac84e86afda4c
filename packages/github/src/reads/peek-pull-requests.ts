import * as z from 'zod';
import type { GitHubClient } from '../client/github-client.ts';
import { instant, optional } from '../fields/scalars.ts';
import type { Operation } from '../graphql/operation.ts';
import { queryGraphql } from '../graphql/query-graphql.ts';
import { toFailure } from '../to-failure.ts';
import { findNextCursor } from './find-next-cursor.ts';

const text = `
  query pullRequestsPeek($repository: ID!, $first: Int!, $after: String) {
    node(id: $repository) {
      ... on Repository {
        pullRequests(first: $first, after: $after, orderBy: { field: UPDATED_AT, direction: DESC }) {
          pageInfo { hasNextPage endCursor }
          nodes { id number updatedAt }
        }
      }
    }
    rateLimit { cost }
  }
`;

const data = z.object({
  node: optional(
    z.object({
      pullRequests: z.object({
        pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: optional(z.string()) }),
        nodes: z.array(z.unknown()),
      }),
    }),
  ),
});

const peeked = z
  .object({ id: z.string(), number: z.number().int(), updatedAt: instant })
  .transform(({ id, number, updatedAt }) => ({ nodeId: id, number, updatedAt }));

interface Variables extends Readonly<Record<string, unknown>> {
  readonly repository: string;
  readonly first: number;
  readonly after: string | null;
}

/** One connection and nothing below it: a point, and hardly any of GitHub's time. */
export const pullRequestsPeek: Operation<Variables, z.output<typeof data>> = {
  name: 'pullRequestsPeek',
  text,
  data,
  requests: () => 1,
};

export interface PullRequestsPeek {
  readonly pullRequests: readonly z.output<typeof peeked>[];
  /** Entries that do not even say which they are. */
  readonly nameless: number;
  /** Where the next page begins; undefined after the last one. */
  readonly after: string | undefined;
}

/**
 * Which pull requests a page of `readPullRequestsPage` would hold, without reading them: to go past one that GitHub
 * cannot finish, to find one that a page did not name, and to see whether the repository answers at all. Rejects with kind `gone` when it does not.
 */
export async function peekPullRequests(
  client: GitHubClient,
  asked: {
    readonly repositoryNodeId: string;
    readonly pageSize: number;
    readonly after?: string | undefined;
  },
): Promise<PullRequestsPeek> {
  const { data: found, gaps } = await queryGraphql(client, pullRequestsPeek, {
    repository: asked.repositoryNodeId,
    first: asked.pageSize,
    after: asked.after ?? null,
  });
  if (found.node === undefined) throw toFailure(gaps[0] ?? { kind: 'gone' }, { status: 200 });
  const { pageInfo, nodes } = found.node.pullRequests;
  const pullRequests = nodes.flatMap((raw) => peeked.safeParse(raw).data ?? []);
  return {
    pullRequests,
    nameless: nodes.length - pullRequests.length,
    after: findNextCursor(pageInfo, asked.after),
  };
}
