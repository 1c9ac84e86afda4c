import { assertAllowed } from '../../http/access-error.ts';
import { GitHubError } from '../../http/github-error.ts';
import { avatarUrl } from '../../rest/present/account.ts';
import type { OrganisationRecord } from '../../world/model.ts';
import { accountUrl, toAddressFields } from '../addresses.ts';
import { type PageArgs, toArrayConnection } from '../connection.ts';
import { type FieldTable, type GraphqlContext, viewerAccount } from '../context.ts';
import { toDatabaseId } from '../ids.ts';
import { type AccountNode, type TeamNode, toAccountNode } from '../nodes.ts';
import { repositoryListFields } from './repository-list.ts';

export const organisationFields: FieldTable<AccountNode> = {
  ...toAddressFields<AccountNode>(({ account }, urls) => accountUrl(urls, account)),
  ...repositoryListFields,
  id: ({ account }) => account.nodeId,
  databaseId: ({ account }) => toDatabaseId(account.id),
  login: ({ account }) => account.login,
  name: ({ account }) => account.name ?? null,
  email: ({ account }) => account.email ?? null,
  location: ({ account }) => account.location ?? null,
  createdAt: ({ account }) => account.createdAt,
  updatedAt: ({ account }) => account.updatedAt,
  avatarUrl: ({ account }, _args, { emulator }) => avatarUrl(emulator.urls, account),
  description: (node, _args, context) => findOrganisation(node, context)?.description ?? null,
  viewerIsAMember: (node, _args, context) => findViewerRole(node, context) !== undefined,
  viewerCanAdminister: (node, _args, context) => findViewerRole(node, context) === 'ADMIN',
  membersWithRole(node, args: PageArgs, context: GraphqlContext) {
    const members = readMembers(node, context);
    return toArrayConnection(context, args, members, {
      toNode: (member) => toAccountNode(member.account),
      toEdgeExtras: ({ role }) => ({ role, hasTwoFactorEnabled: null }),
    });
  },
  teams(node, args: PageArgs, context: GraphqlContext) {
    readMembers(node, context);
    const teams = findOrganisation(node, context)?.teams ?? [];
    return toArrayConnection(context, args, teams, {
      toNode: (team): TeamNode => ({ typename: 'Team', team }),
    });
  },
};

export const teamFields: FieldTable<TeamNode> = {
  id: ({ team }) => team.nodeId,
  databaseId: ({ team }) => toDatabaseId(team.id),
  name: ({ team }) => team.name,
  slug: ({ team }) => team.slug,
  description: ({ team }) => team.description ?? null,
  combinedSlug: (node, _args, context) => `${getTeamOwner(node, context).account.login}/${node.team.slug}`,
  organization: (node, _args, context) => toAccountNode(getTeamOwner(node, context).account),
};

function findOrganisation({ account }: AccountNode, { emulator }: GraphqlContext) {
  return emulator.world.findOrganisation(account.login);
}

function findViewerRole(node: AccountNode, context: GraphqlContext) {
  const viewerId = viewerAccount(context).id;
  return findOrganisation(node, context)?.members.find(({ account }) => account.id === viewerId)?.role;
}

/** Concealed from outsiders, as nobody made a membership public. */
function readMembers(node: AccountNode, context: GraphqlContext): OrganisationRecord['members'] {
  const organisation = findOrganisation(node, context);
  if (organisation === undefined) return [];
  const { emulator, viewer } = context;
  assertAllowed(emulator.access.ofOrganisation(viewer, organisation, ['members']), emulator.urls);
  return findViewerRole(node, context) === undefined ? [] : organisation.members;
}

function getTeamOwner({ team }: TeamNode, { emulator }: GraphqlContext): OrganisationRecord {
  const owner = emulator.world.organisations.find(({ account }) => account.id === team.organisationId);
  if (owner === undefined) throw new GitHubError(200, 'The team has no organization.', {});
  return owner;
}
