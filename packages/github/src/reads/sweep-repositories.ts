import * as z from 'zod';
import type { GitHubClient } from '../client/github-client.ts';
import { findGapsBelow } from '../fields/connection.ts';
import { databaseId, instant, optional } from '../fields/scalars.ts';
import type { GitHubFailureKind } from '../github-failure.ts';
import type { Operation } from '../graphql/operation.ts';
import { queryGraphql } from '../graphql/query-graphql.ts';

/** A point buys a look at so many: 149 connections are rounded down, and a list of ids holds 100. */
export const mostSwept = 149;
const mostIds = 100;

const text = `
  query repositorySweep($ids: [ID!]!, $more: [ID!]!) {
    nodes(ids: $ids) { ...sweptRepository }
    more: nodes(ids: $more) { ...sweptRepository }
    rateLimit { cost }
  }
  fragment sweptRepository on Repository {
    databaseId nameWithOwner isArchived
    pullRequests(first: 1, orderBy: { field: UPDATED_AT, direction: DESC }) {
      totalCount
      nodes { updatedAt }
    }
  }
`;

const list = z.array(z.unknown());
const data = z.object({ nodes: list, more: list });

interface Variables extends Readonly<Record<string, unknown>> {
  readonly ids: readonly string[];
  readonly more: readonly string[];
}

/** One connection for each repository. */
export const repositorySweep: Operation<Variables, z.output<typeof data>> = {
  name: 'repositorySweep',
  text,
  data,
  requests: ({ ids, more }) => ids.length + more.length,
};

const swept = z
  .object({
    databaseId,
    nameWithOwner: z.string(),
    isArchived: z.boolean(),
    pullRequests: z.object({
      totalCount: z.number().int().nonnegative(),
      nodes: z.array(optional(z.object({ updatedAt: instant }))),
    }),
  })
  .transform((raw) => ({
    githubId: raw.databaseId,
    fullName: raw.nameWithOwner,
    isArchived: raw.isArchived,
    pullRequestTotal: raw.pullRequests.totalCount,
    newestUpdatedAt: raw.pullRequests.nodes[0]?.updatedAt,
  }));

/** What a look at a repository showed: whether there is anything new, and what it is called by now. */
export type SweptRepository =
  | ({ readonly kind: 'found'; readonly nodeId: string } & z.output<typeof swept>)
  /** Gone, hidden from this token, or answered in a shape that cannot be read. */
  | {
      readonly kind: 'not-found';
      readonly nodeId: string;
      readonly reason: GitHubFailureKind | undefined;
    };

/**
 * Looks at up to 149 repositories for a point: the newest update of their pull requests, how many there are, and today's
 * name. One entry for each id asked, in that order; one that is not there does not spoil the others.
 */
export async function sweepRepositories(
  client: GitHubClient,
  nodeIds: readonly string[],
): Promise<readonly SweptRepository[]> {
  if (nodeIds.length > mostSwept)
    throw new RangeError(`At most ${mostSwept} repositories are looked at at once.`);
  const variables = { ids: nodeIds.slice(0, mostIds), more: nodeIds.slice(mostIds) };
  const { data: found, gaps } = await queryGraphql(client, repositorySweep, variables);
  return nodeIds.map((nodeId, at): SweptRepository => {
    const place = at < mostIds ? (['nodes', at] as const) : (['more', at - mostIds] as const);
    const parsed = swept.safeParse(found[place[0]][place[1]]);
    if (parsed.success) return { kind: 'found', nodeId, ...parsed.data };
    return { kind: 'not-found', nodeId, reason: findGapsBelow(gaps, ...place)[0]?.kind };
  });
}
