import * as z from 'zod';
import type { GitHubClient } from '../client/github-client.ts';
import { databaseId, optional } from '../fields/scalars.ts';
import type { Operation } from '../graphql/operation.ts';
import { type QueryResult, queryGraphql } from '../graphql/query-graphql.ts';
import type { AccountRecord } from '../records/account-record.ts';
import type { TeamRecord } from '../records/team-record.ts';
import { toFailure } from '../to-failure.ts';

const pageInfo = z.object({ hasNextPage: z.boolean(), endCursor: optional(z.string()) });

const memberEdge = z
  .object({
    role: z.enum(['MAINTAINER', 'MEMBER']),
    node: z.object({
      id: z.string(),
      databaseId,
      login: z.string(),
      name: optional(z.string()),
      avatarUrl: optional(z.string()),
    }),
  })
  .transform(({ role, node }) => ({
    isMaintainer: role === 'MAINTAINER',
    account: {
      kind: 'User',
      githubId: node.databaseId,
      nodeId: node.id,
      login: node.login,
      name: node.name,
      avatarUrl: node.avatarUrl,
    } satisfies AccountRecord,
  }));

/** Entries are read one by one, so that one odd member costs only itself, and the team says that it is not whole. */
const memberList = z.object({
  totalCount: z.number().int().nonnegative(),
  pageInfo,
  edges: optional(z.array(z.unknown())),
});
type MemberList = z.output<typeof memberList>;

const rawTeam = z.object({
  id: z.string(),
  databaseId,
  slug: z.string(),
  name: z.string(),
  parentTeam: optional(z.object({ databaseId })),
  members: optional(memberList),
});

const memberFields = `
  totalCount
  pageInfo { hasNextPage endCursor }
  edges { role node { id databaseId login name avatarUrl } }
`;

const teamsData = z.object({
  organization: optional(
    z.object({
      teams: z.object({
        totalCount: z.number().int().nonnegative(),
        pageInfo,
        nodes: optional(z.array(z.unknown())),
      }),
    }),
  ),
});

const teamsAPage = 50;

/** One page of an organisation's teams with up to 100 members each: 51 requests, 1 point. */
export const organisationTeams: Operation<
  Readonly<{ login: string; after: string | undefined }>,
  z.output<typeof teamsData>
> = {
  name: 'organisationTeams',
  text: `query organisationTeams($login: String!, $after: String) {
    organization(login: $login) {
      teams(first: ${teamsAPage}, after: $after) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes {
          id databaseId slug name
          parentTeam { databaseId }
          members(first: 100, membership: IMMEDIATE) { ${memberFields} }
        }
      }
    }
    rateLimit { cost }
  }`,
  data: teamsData,
  requests: () => 1 + teamsAPage,
};

const moreData = z.object({ node: optional(z.object({ members: optional(memberList) })) });

/** The members of one team beyond the first hundred. */
export const teamMembers: Operation<
  Readonly<{ id: string; after: string | undefined }>,
  z.output<typeof moreData>
> = {
  name: 'teamMembers',
  text: `query teamMembers($id: ID!, $after: String) {
    node(id: $id) { ... on Team { members(first: 100, after: $after, membership: IMMEDIATE) { ${memberFields} } } }
    rateLimit { cost }
  }`,
  data: moreData,
  requests: () => 1,
};

/** Teams as one reading found them. */
export interface OrganisationTeams {
  readonly teams: readonly TeamRecord[];
  /** False where teams were withheld or could not be read: one that is not among them may be there all the same. */
  readonly isWhole: boolean;
  /** GitHub's clock at the last page. */
  readonly observedAt: Date;
}

/**
 * All teams of an organisation with their own members, as far as this token sees them. Rejects with `GitHubFailure` when
 * they cannot be read at all: `scope-missing` without `read:org`, `gone` when there is no such organisation.
 */
export async function listOrganisationTeams(client: GitHubClient, login: string): Promise<OrganisationTeams> {
  const teams: TeamRecord[] = [];
  let isWhole = true;
  let after: string | undefined;
  let observedAt: Date;
  let total: number;
  do {
    const page = await queryGraphql(client, organisationTeams, { login, after });
    const list = page.data.organization?.teams;
    if (list === undefined) throw toFailure(page.gaps[0] ?? { kind: 'gone' }, { status: 200 });
    const nodes = list.nodes ?? [];
    for (const node of nodes) {
      const parsed = rawTeam.safeParse(node);
      if (parsed.success) teams.push(await readTeam(client, parsed.data));
      else isWhole = false;
    }
    isWhole &&= hasNoLoss(page);
    ({ observedAt } = page);
    total = list.totalCount;
    after = list.pageInfo.hasNextPage && nodes.length > 0 ? list.pageInfo.endCursor : undefined;
  } while (after !== undefined);
  return { teams, isWhole: isWhole && teams.length === total, observedAt };
}

/** A gap anywhere may have hidden somebody; which one does not matter, for nothing is taken away then. */
const hasNoLoss = ({ gaps }: Pick<QueryResult<unknown>, 'gaps'>): boolean => gaps.length === 0;

async function readTeam(client: GitHubClient, raw: z.output<typeof rawTeam>): Promise<TeamRecord> {
  const members: TeamRecord['members'][number][] = [];
  let list: MemberList | undefined = raw.members;
  let isWhole = list !== undefined;
  while (list !== undefined) {
    const edges: readonly unknown[] = list.edges ?? [];
    const parsed = edges.map((edge) => memberEdge.safeParse(edge));
    members.push(...parsed.flatMap((one) => (one.success ? [one.data] : [])));
    const { hasNextPage, endCursor }: MemberList['pageInfo'] = list.pageInfo;
    if (!hasNextPage) isWhole &&= members.length === list.totalCount;
    if (!hasNextPage || edges.length === 0 || endCursor === undefined) {
      isWhole &&= !hasNextPage;
      break;
    }
    const more = await queryGraphql(client, teamMembers, { id: raw.id, after: endCursor });
    isWhole &&= hasNoLoss(more) && more.data.node?.members !== undefined;
    list = more.data.node?.members;
  }
  return {
    githubId: raw.databaseId,
    nodeId: raw.id,
    slug: raw.slug,
    name: raw.name,
    parentGithubId: raw.parentTeam?.databaseId,
    members,
    areMembersWhole: isWhole,
  };
}
