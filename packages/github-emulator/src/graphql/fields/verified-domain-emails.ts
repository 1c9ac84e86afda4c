import { assertAllowed } from '../../http/access-error.ts';
import { GitHubError } from '../../http/github-error.ts';
import { checkField } from '../check-field.ts';
import { type GraphqlContext, viewerAccount } from '../context.ts';
import type { AccountNode } from '../nodes.ts';

/**
 * A member's verified addresses at the domains that an organisation has verified. GitHub does not say who gets them: here an
 * owner alone, with a token that may read members; anybody else is refused, whether the organisation has such domains or not.
 */
export function listVerifiedDomainEmails(
  { account }: AccountNode,
  { login }: { readonly login: string },
  context: GraphqlContext,
): readonly string[] {
  const { emulator, viewer } = context;
  checkField(context, 'Organization.membersWithRole', {});
  const organisation = emulator.world.findOrganisation(login);
  if (organisation === undefined) throw refused();
  assertAllowed(emulator.access.ofOrganisation(viewer, organisation, ['members']), emulator.urls);
  const findRole = (id: number) => organisation.members.find((member) => member.account.id === id)?.role;
  if (findRole(viewerAccount(context).id) !== 'ADMIN') throw refused();
  if (findRole(account.id) === undefined) return [];
  const { verifiedDomains } = emulator.policies.policyOf(organisation.account.login);
  return account.verifiedEmails.filter((email) => verifiedDomains.includes(toDomain(email)));
}

const toDomain = (email: string): string => email.slice(email.lastIndexOf('@') + 1).toLowerCase();

const refused = (): GitHubError =>
  new GitHubError(200, 'You do not have permission to view the verified domain emails of this user.', {
    graphqlType: 'FORBIDDEN',
  });
