import * as z from 'zod';
import type { GitHubClient } from '../client/github-client.ts';
import { databaseId, optional } from '../fields/scalars.ts';
import type { Operation } from '../graphql/operation.ts';
import { queryGraphql } from '../graphql/query-graphql.ts';
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
  let hasGap = false;
  let page = await readTeamsPage(client, login, undefined);
  for (;;) {
    for (const raw of page.raws) teams.push(await readTeam(client, raw));
    hasGap ||= page.hasGap;
    if (page.next === undefined) break;
    page = await readTeamsPage(client, login, page.next);
  }
  return { teams, isWhole: !hasGap && teams.length === page.total, observedAt: page.observedAt };
}

interface TeamsPage {
  readonly raws: readonly z.output<typeof rawTeam>[];
  readonly total: number;
  readonly next: string | undefined;
  /** A gap anywhere may have hidden somebody; which one does not matter, for nothing is taken away then. */
  readonly hasGap: boolean;
  readonly observedAt: Date;
}

async function readTeamsPage(
  client: GitHubClient,
  login: string,
  after: string | undefined,
): Promise<TeamsPage> {
  const { data, gaps, observedAt } = await queryGraphql(client, organisationTeams, { login, after });
  const list = data.organization?.teams;
  if (list === undefined) throw toFailure(gaps[0] ?? { kind: 'gone' }, { status: 200 });
  return {
    raws: parseAll(list.nodes ?? [], rawTeam),
    total: list.totalCount,
    next: toNext(list.pageInfo),
    hasGap: gaps.length > 0,
    observedAt,
  };
}

const toNext = ({ hasNextPage, endCursor }: z.output<typeof pageInfo>): string | undefined =>
  hasNextPage ? endCursor : undefined;

/** What cannot be read is left out, and missed when it is counted. */
const parseAll = <Schema extends z.ZodType>(
  entries: readonly unknown[],
  schema: Schema,
): readonly z.output<Schema>[] =>
  entries.flatMap((entry) => {
    const parsed = schema.safeParse(entry);
    return parsed.success ? [parsed.data] : [];
  });

async function readTeam(client: GitHubClient, raw: z.output<typeof rawTeam>): Promise<TeamRecord> {
  const members: TeamRecord['members'][number][] = [];
  let list: MemberList | undefined = raw.members;
  let hasGap = false;
  while (list !== undefined) {
    members.push(...parseAll(list.edges ?? [], memberEdge));
    const after = toNext(list.pageInfo);
    if (after === undefined) break;
    const more = await queryGraphql(client, teamMembers, { id: raw.id, after });
    hasGap ||= more.gaps.length > 0;
    list = more.data.node?.members;
  }
  return {
    githubId: raw.databaseId,
    nodeId: raw.id,
    slug: raw.slug,
    name: raw.name,
    parentGithubId: raw.parentTeam?.databaseId,
    members,
    areMembersWhole: !hasGap && members.length === list?.totalCount,
  };
}
