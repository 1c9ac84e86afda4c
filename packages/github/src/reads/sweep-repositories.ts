import * as z from 'zod';
import type { GitHubClient } from '../client/github-client.ts';
import { findGapsBelow } from '../fields/connection.ts';
import { databaseId, instant, optional } from '../fields/scalars.ts';
import type { GitHubFailureKind } from '../github-failure.ts';
import type { Operation } from '../graphql/operation.ts';
import { queryGraphql } from '../graphql/query-graphql.ts';

/** A point buys a look at so many: 149 connections, the organisation's own among them, are rounded down. */
export const mostSwept = 148;
/** GitHub's largest list of ids. */
const mostIds = 100;

const text = `
  query repositorySweep($login: String!, $ids: [ID!]!, $more: [ID!]!) {
    organization(login: $login) { repositories { totalCount } }
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
const data = z.object({
  organization: optional(
    z.object({ repositories: z.object({ totalCount: z.number().int().nonnegative() }) }),
  ),
  nodes: list,
  more: list,
});

interface Variables extends Readonly<Record<string, unknown>> {
  readonly login: string;
  readonly ids: readonly string[];
  readonly more: readonly string[];
}

/** One connection for each repository, and one for all. */
export const repositorySweep: Operation<Variables, z.output<typeof data>> = {
  name: 'repositorySweep',
  text,
  data,
  requests: ({ ids, more }) => 1 + ids.length + more.length,
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
  // An empty place where one must be says nothing of whether there is anything new.
  .refine(({ pullRequests: { totalCount, nodes } }) => totalCount === 0 || nodes[0] !== undefined)
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

export interface Sweep {
  /** One entry for each id asked, in that order. */
  readonly repositories: readonly SweptRepository[];
  /** How many repositories the organisation has for this token; undefined when it is not shown. */
  readonly organisationTotal: number | undefined;
}

/**
 * Looks at up to 148 repositories of an organisation for a point: the newest update of their pull requests, how many there
 * are, and today's name; and how many repositories there are. One that is not there does not spoil the others.
 */
export async function sweepRepositories(
  client: GitHubClient,
  { organisation, nodeIds }: { readonly organisation: string; readonly nodeIds: readonly string[] },
): Promise<Sweep> {
  if (nodeIds.length > mostSwept)
    throw new RangeError(`At most ${mostSwept} repositories are looked at at once.`);
  const variables = { login: organisation, ids: nodeIds.slice(0, mostIds), more: nodeIds.slice(mostIds) };
  const { data: found, gaps } = await queryGraphql(client, repositorySweep, variables);
  const repositories = nodeIds.map((nodeId, at): SweptRepository => {
    const place = at < mostIds ? (['nodes', at] as const) : (['more', at - mostIds] as const);
    const parsed = swept.safeParse(found[place[0]][place[1]]);
    if (parsed.success) return { kind: 'found', nodeId, ...parsed.data };
    return { kind: 'not-found', nodeId, reason: findGapsBelow(gaps, ...place)[0]?.kind };
  });
  return { repositories, organisationTotal: found.organization?.repositories.totalCount };
}
