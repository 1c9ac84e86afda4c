import * as z from 'zod';
import type { Gap } from '../answers/graphql-errors.ts';
import type { GitHubClient } from '../client/github-client.ts';
import { failureSentences } from '../failure-sentences.data.ts';
import { GitHubFailure } from '../github-failure.ts';
import { leaveOut } from '../graphql/leave-out.ts';
import type { Operation } from '../graphql/operation.ts';
import type { OptionalField } from '../graphql/optional-fields.data.ts';
import { queryGraphql } from '../graphql/query-graphql.ts';
import type { AccountRecord } from '../records/account-record.ts';

const member = z.object({
  id: z.string(),
  databaseId: z.number().int(),
  login: z.string(),
  name: z.string().nullable(),
  avatarUrl: z.string(),
  verifiedEmails: z.array(z.string()).optional(),
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

type MembersOperation = Operation<Variables, z.output<typeof membersPage>>;

/** One page of an organisation's members with their addresses at its verified domains: 1 point for 100 of them. */
export const organisationMembersOperation: MembersOperation = {
  name: 'OrganisationMembers',
  text: `query OrganisationMembers($login: String!, $after: String) {
    rateLimit { cost }
    organization(login: $login) {
      membersWithRole(first: 100, after: $after) {
        pageInfo { hasNextPage endCursor }
        nodes { id databaseId login name avatarUrl verifiedEmails: organizationVerifiedDomainEmails(login: $login) }
      }
    }
  }`,
  data: membersPage,
  requests: () => 1,
};

/** The same without the addresses. */
const membersAlone: MembersOperation = {
  ...organisationMembersOperation,
  text: leaveOut(organisationMembersOperation.text, [
    'User.organizationVerifiedDomainEmails' satisfies OptionalField,
  ]),
};

/** Somebody of an organisation. */
export interface MemberRecord extends AccountRecord {
  /**
   * Their verified addresses at domains that the organisation has verified, in lower case. Undefined where GitHub does not
   * tell: to an owner only, and an older host to nobody.
   */
  readonly verifiedEmails: readonly string[] | undefined;
}

/**
 * Members of an organisation, as far as this token may see them: without `read:org` those who made their membership
 * public. `withEmails` asks for their verified addresses in the same question; a token that may not read them costs one
 * question more, once, for the refusal takes the members with it. Rejects with `gone` when there is no such organisation.
 */
export async function* listOrganisationMembers(
  client: GitHubClient,
  login: string,
  { withEmails = false }: { readonly withEmails?: boolean } = {},
): AsyncGenerator<MemberRecord> {
  let operation = withEmails ? organisationMembersOperation : membersAlone;
  let after: string | undefined;
  do {
    let { data, gaps } = await queryGraphql(client, operation, { login, after });
    if (gaps.some(isOfEmails)) {
      operation = membersAlone;
      ({ data, gaps } = await queryGraphql(client, operation, { login, after }));
    }
    const page = data.organization?.membersWithRole;
    if (page === undefined) throw new GitHubFailure('gone', failureSentences.gone);
    yield* page.nodes.filter((node) => node !== null).map(toMember);
    after = page.pageInfo.hasNextPage ? (page.pageInfo.endCursor ?? undefined) : undefined;
  } while (after !== undefined);
}

const isOfEmails = ({ path }: Gap): boolean => path.at(-1) === 'verifiedEmails';

const toMember = (node: z.output<typeof member>): MemberRecord => ({
  kind: 'User',
  githubId: node.databaseId,
  nodeId: node.id,
  login: node.login,
  name: node.name ?? undefined,
  avatarUrl: node.avatarUrl,
  verifiedEmails: node.verifiedEmails?.map((email) => email.toLowerCase()),
});
