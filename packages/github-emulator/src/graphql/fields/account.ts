import { avatarUrl } from '../../rest/present/account.ts';
import type { OrganisationRecord } from '../../world/model.ts';
import { accountUrl, toAddressFields } from '../addresses.ts';
import { type PageArgs, toArrayConnection } from '../connection.ts';
import { type FieldTable, type GraphqlContext, viewerAccount } from '../context.ts';
import { toDatabaseId } from '../ids.ts';
import { type AccountNode, toAccountNode } from '../nodes.ts';
import { repositoryListFields } from './repository-list.ts';
import { listVerifiedDomainEmails } from './verified-domain-emails.ts';

/** Users, bots and mannequins; fields a type does not have are refused by the schema before. */
export const accountFields: FieldTable<AccountNode> = {
  ...toAddressFields<AccountNode>(({ account }, urls) => accountUrl(urls, account)),
  ...repositoryListFields,
  id: ({ account }) => account.nodeId,
  databaseId: ({ account }) => toDatabaseId(account.id),
  login: ({ account }) => account.login,
  name: ({ account }) => account.name ?? null,
  email: ({ account }) => account.email ?? '',
  company: ({ account }) => account.company ?? null,
  location: ({ account }) => account.location ?? null,
  bio: ({ account }) => account.bio ?? null,
  createdAt: ({ account }) => account.createdAt,
  updatedAt: ({ account }) => account.updatedAt,
  avatarUrl: ({ account }, _args, { emulator }) => avatarUrl(emulator.urls, account),
  isViewer: ({ account }, _args, context) => viewerAccount(context).id === account.id,
  claimant: () => null,
  organizationVerifiedDomainEmails: listVerifiedDomainEmails,
  organizations({ account }, args: PageArgs, context: GraphqlContext) {
    // Memberships are concealed from everybody but their owner.
    const isOwn = viewerAccount(context).id === account.id;
    const organisations = isOwn ? context.emulator.world.organisationsOf(account.id) : [];
    const visible = organisations.filter((one) => isReachable(context, one));
    return toArrayConnection(context, args, visible, { toNode: (one) => toAccountNode(one.account) });
  },
};

/** Organisations behind single sign-on are left out silently, but for the header that says so. */
function isReachable(
  { emulator, viewer, headers }: GraphqlContext,
  organisation: OrganisationRecord,
): boolean {
  const access = emulator.access.ofOrganisation(viewer, organisation, ['members']);
  if (access.kind === 'sso-required') {
    const ids = headers['x-github-sso'] ?? 'partial-results; organizations=';
    const separator = ids.endsWith('=') ? '' : ',';
    headers['x-github-sso'] = `${ids}${separator}${organisation.account.id}`;
  }
  return access.kind === 'allowed';
}
