import * as z from 'zod';
import type { GitHubClient } from '../client/github-client.ts';
import { failureSentences } from '../failure-sentences.data.ts';
import { GitHubFailure } from '../github-failure.ts';
import type { Operation } from '../graphql/operation.ts';
import { queryGraphql } from '../graphql/query-graphql.ts';
import type { AccountRecord } from '../records/account-record.ts';

const member = z.object({
  id: z.string(),
  databaseId: z.number().int(),
  login: z.string(),
  name: z.string().nullable(),
  avatarUrl: z.string(),
});

const membersPage = z.object({
  organization: z
    .object({
      membersWithRole: z.object({
        pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
        nodes: z.array(member.nullable()),
      }),
    })
    .nullable(),
});

type Variables = Readonly<{ login: string; after: string | undefined }>;

/** One page of an organisation's members: 1 point for 100 of them. */
export const organisationMembersOperation: Operation<Variables, z.output<typeof membersPage>> = {
  name: 'OrganisationMembers',
  text: `query OrganisationMembers($login: String!, $after: String) {
    rateLimit { cost }
    organization(login: $login) {
      membersWithRole(first: 100, after: $after) {
        pageInfo { hasNextPage endCursor }
        nodes { id databaseId login name avatarUrl }
      }
    }
  }`,
  data: membersPage,
  requests: () => 1,
};

/**
 * Members of an organisation, as far as this token may see them: without `read:org` those who made their membership
 * public. Rejects with `gone` when there is no such organisation.
 */
export async function* listOrganisationMembers(
  client: GitHubClient,
  login: string,
): AsyncGenerator<AccountRecord> {
  let after: string | undefined;
  do {
    const { data } = await queryGraphql(client, organisationMembersOperation, { login, after });
    const page = data.organization?.membersWithRole;
    if (page === undefined) throw new GitHubFailure('gone', failureSentences.gone);
    yield* page.nodes.filter((node) => node !== null).map(toAccount);
    after = page.pageInfo.hasNextPage ? (page.pageInfo.endCursor ?? undefined) : undefined;
  } while (after !== undefined);
}

const toAccount = (node: z.output<typeof member>): AccountRecord => ({
  kind: 'User',
  githubId: node.databaseId,
  nodeId: node.id,
  login: node.login,
  name: node.name ?? undefined,
  avatarUrl: node.avatarUrl,
});
