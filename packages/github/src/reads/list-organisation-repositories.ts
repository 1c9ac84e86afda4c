import * as z from 'zod';
import type { GitHubClient } from '../client/github-client.ts';
import { databaseId, instant, optional } from '../fields/scalars.ts';
import type { Operation } from '../graphql/operation.ts';
import { type QueryResult, queryGraphql } from '../graphql/query-graphql.ts';
import type { RepositoryRecord } from '../records/repository-record.ts';
import { toFailure } from '../to-failure.ts';

const text = `
  query organisationRepositories($login: String!, $first: Int!, $after: String, $withTotals: Boolean!) {
    organization(login: $login) {
      repositories(first: $first, after: $after, orderBy: { field: PUSHED_AT, direction: DESC }) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes {
          id databaseId name url visibility isArchived isFork isEmpty createdAt updatedAt pushedAt
          owner { login }
          defaultBranchRef { name }
          pullRequests(first: 1) @include(if: $withTotals) { totalCount }
        }
      }
    }
    rateLimit { cost }
  }
`;

const visibilities = { PUBLIC: 'public', PRIVATE: 'private', INTERNAL: 'internal' } as const;

const repository = z
  .object({
    id: z.string(),
    databaseId,
    name: z.string(),
    url: z.string(),
    visibility: z.enum(['PUBLIC', 'PRIVATE', 'INTERNAL']),
    isArchived: z.boolean(),
    isFork: z.boolean(),
    isEmpty: z.boolean(),
    createdAt: instant,
    updatedAt: instant,
    pushedAt: optional(instant),
    owner: z.object({ login: z.string() }),
    defaultBranchRef: optional(z.object({ name: z.string() })),
    pullRequests: optional(z.object({ totalCount: z.number().int().nonnegative() })),
  })
  .transform(
    (raw): RepositoryRecord => ({
      githubId: raw.databaseId,
      nodeId: raw.id,
      name: raw.name,
      owner: raw.owner.login,
      url: raw.url,
      visibility: visibilities[raw.visibility],
      isArchived: raw.isArchived,
      isFork: raw.isFork,
      isEmpty: raw.isEmpty,
      defaultBranch: raw.defaultBranchRef?.name,
      createdAt: raw.createdAt,
      updatedAt: raw.updatedAt,
      pushedAt: raw.pushedAt,
      pullRequestTotal: raw.pullRequests?.totalCount,
    }),
  );

const data = z.object({
  organization: optional(
    z.object({
      repositories: z.object({
        totalCount: z.number().int().nonnegative(),
        pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: optional(z.string()) }),
        nodes: optional(z.array(z.unknown())),
      }),
    }),
  ),
});

interface PageRequest extends Readonly<Record<string, unknown>> {
  readonly login: string;
  readonly first: number;
  readonly after: string | null;
}

interface Variables extends PageRequest {
  readonly withTotals: boolean;
}

export const organisationRepositories: Operation<Variables, z.output<typeof data>> = {
  name: 'organisationRepositories',
  text,
  data,
  requests: ({ first, withTotals }) => 1 + (withTotals ? first : 0),
};

interface ListOptions {
  /** Default: all. */
  readonly atMost?: number;
}

const fullPage = 100;

/** An organisation's repositories as far as one answer after the other showed them. */
export interface OrganisationRepositories {
  readonly repositories: readonly RepositoryRecord[];
  /** Every repository that GitHub counts is among them. Only then does the absence of one mean anything. */
  readonly isWhole: boolean;
  /** How many GitHub counts. */
  readonly total: number;
  /** GitHub's clock at the first answer. */
  readonly observedAt: Date;
}

/**
 * The repositories of an organisation that this token sees, last pushed first, archived ones and forks included. What a
 * token may not know of one (pull requests, default branch) is undefined. Rejects with kind `gone` when there is no such
 * organisation.
 */
export async function readOrganisationRepositories(
  client: GitHubClient,
  login: string,
  { atMost = Number.POSITIVE_INFINITY }: ListOptions = {},
): Promise<OrganisationRepositories> {
  const found = new Map<number, RepositoryRecord>();
  const variables = (after: string | null) => ({
    login,
    first: Math.min(fullPage, atMost - found.size),
    after,
  });
  const first = await readPage(client, variables(null));
  let page = first;
  for (;;) {
    for (const one of page.repositories) found.set(one.githubId, one);
    if (page.after === undefined || found.size >= atMost) break;
    page = await readPage(client, variables(page.after));
  }
  return {
    repositories: [...found.values()],
    isWhole: page.after === undefined && found.size === page.total,
    total: page.total,
    observedAt: first.observedAt,
  };
}

/** The repositories of `readOrganisationRepositories`, for whoever only offers them. */
export async function listOrganisationRepositories(
  client: GitHubClient,
  login: string,
  options?: ListOptions,
): Promise<readonly RepositoryRecord[]> {
  return (await readOrganisationRepositories(client, login, options)).repositories;
}

interface Page {
  readonly repositories: readonly RepositoryRecord[];
  readonly after: string | undefined;
  readonly total: number;
  readonly observedAt: Date;
}

/** A token that may not see pull requests loses the whole repository with their number: then without the numbers. */
async function readPage(client: GitHubClient, page: PageRequest): Promise<Page> {
  const whole = await queryGraphql(client, organisationRepositories, { ...page, withTotals: true });
  const isRefused = whole.gaps.some(
    ({ kind, path }) => kind === 'scope-missing' && path.includes('pullRequests'),
  );
  return toPage(
    isRefused ? await queryGraphql(client, organisationRepositories, { ...page, withTotals: false }) : whole,
  );
}

function toPage({ data: found, gaps, observedAt }: QueryResult<z.output<typeof data>>): Page {
  const list = found.organization?.repositories;
  if (list === undefined) throw toFailure(gaps[0] ?? { kind: 'gone' }, { status: 200 });
  const parsed = (list.nodes ?? []).map((node) => repository.safeParse(node));
  return {
    repositories: parsed.flatMap((one) => (one.success ? [one.data] : [])),
    after: list.pageInfo.hasNextPage ? list.pageInfo.endCursor : undefined,
    total: list.totalCount,
    observedAt,
  };
}
