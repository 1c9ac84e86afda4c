import * as z from 'zod';
import type { GitHubClient } from '../client/github-client.ts';
import { databaseId, optional } from '../fields/scalars.ts';
import { GitHubFailure } from '../github-failure.ts';
import type { Operation } from '../graphql/operation.ts';
import { queryGraphql } from '../graphql/query-graphql.ts';
import { toFailure } from '../to-failure.ts';
import { askPermitted } from './find-answer.ts';

/** Who the token's owner is in an organisation, and how much of it the token sees. */
export type OrganisationLook =
  | {
      readonly kind: 'seen';
      readonly githubId: number;
      readonly login: string;
      readonly role: 'owner' | 'member' | 'none';
      readonly seen: number;
      readonly privateSeen: number;
      readonly publicTotal: number;
      readonly privateTotal: number | undefined;
    }
  | { readonly kind: 'refused'; readonly failure: GitHubFailure }
  /** Nothing of this name, as far as this token is told. */
  | { readonly kind: 'none' };

const text = `
  query organisationStanding($login: String!) {
    organization(login: $login) {
      viewerIsAMember
      viewerCanAdminister
      seen: repositories(first: 1) { totalCount }
      privateOnes: repositories(first: 1, privacy: PRIVATE) { totalCount }
    }
    rateLimit { cost }
  }
`;

const count = z.object({ totalCount: z.number().int().nonnegative() });

const data = z.object({
  organization: optional(
    z.object({
      viewerIsAMember: z.boolean(),
      viewerCanAdminister: z.boolean(),
      seen: count,
      privateOnes: count,
    }),
  ),
});

export const organisationStanding: Operation<{ readonly login: string }, z.output<typeof data>> = {
  name: 'organisationStanding',
  text,
  data,
  requests: () => 2,
};

const profile = z.object({
  id: databaseId,
  login: z.string(),
  public_repos: z.number().int().nonnegative().catch(0),
  /** For owners alone. */
  total_private_repos: z.number().int().nonnegative().optional().catch(undefined),
  owned_private_repos: z.number().int().nonnegative().optional().catch(undefined),
});

/** Looks at one organisation through a token. 2 requests. */
export async function lookAtOrganisation(client: GitHubClient, login: string): Promise<OrganisationLook> {
  const answer = await askPermitted(client, '/orgs/{org}', { org: login });
  if (answer instanceof GitHubFailure)
    return answer.kind === 'gone' ? { kind: 'none' } : { kind: 'refused', failure: answer };
  const parsed = profile.safeParse(answer.body);
  if (!parsed.success) return { kind: 'none' };
  const { id, public_repos, total_private_repos, owned_private_repos } = parsed.data;
  const { data: found, gaps } = await queryGraphql(client, organisationStanding, {
    login: parsed.data.login,
  });
  const standing = found.organization;
  if (standing === undefined) {
    const gap = gaps[0];
    return gap === undefined
      ? { kind: 'none' }
      : { kind: 'refused', failure: toFailure(gap, { status: 200 }) };
  }
  return {
    kind: 'seen',
    githubId: id,
    login: parsed.data.login,
    role: toRole(standing),
    seen: standing.seen.totalCount,
    privateSeen: standing.privateOnes.totalCount,
    publicTotal: public_repos,
    privateTotal: total_private_repos ?? owned_private_repos,
  };
}

function toRole({
  viewerIsAMember,
  viewerCanAdminister,
}: {
  readonly viewerIsAMember: boolean;
  readonly viewerCanAdminister: boolean;
}): 'owner' | 'member' | 'none' {
  if (viewerCanAdminister) return 'owner';
  return viewerIsAMember ? 'member' : 'none';
}
