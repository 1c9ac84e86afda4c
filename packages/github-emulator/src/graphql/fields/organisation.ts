import { assertAllowed } from '../../http/access-error.ts';
import { GitHubError } from '../../http/github-error.ts';
import { avatarUrl } from '../../rest/present/account.ts';
import { isInstallation } from '../../tokens/viewer.ts';
import type { OrganisationRecord, TeamMembershipRecord, TeamRecord } from '../../world/model.ts';
import { accountUrl, toAddressFields } from '../addresses.ts';
import { type PageArgs, toArrayConnection } from '../connection.ts';
import { type FieldTable, type GraphqlContext, viewerAccount } from '../context.ts';
import { toDatabaseId } from '../ids.ts';
import { type AccountNode, type TeamNode, toAccountNode } from '../nodes.ts';
import { refuseArguments } from '../unserved-arguments.ts';
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
      // Owners alone are told, and everybody here has two factors.
      toEdgeExtras: ({ role }) => ({
        role,
        hasTwoFactorEnabled: findViewerRole(node, context) === 'ADMIN' ? true : null,
      }),
    });
  },
  teams(node, args: TeamsArgs, context: GraphqlContext) {
    refuseArguments(
      context,
      'teams',
      { ...args, rootTeamsOnly: args.rootTeamsOnly || null },
      unservedFilters,
    );
    readMembers(node, context);
    const teams = seesConcealed(node, context) ? (findOrganisation(node, context)?.teams ?? []) : [];
    return toArrayConnection(context, args, teams, {
      toNode: (team): TeamNode => ({ typename: 'Team', team }),
    });
  },
};

type TeamsArgs = PageArgs & { readonly rootTeamsOnly?: boolean | null };

const unservedFilters = [
  'rootTeamsOnly',
  'query',
  'role',
  'orderBy',
  'privacy',
  'notificationSetting',
  'userLogins',
  'ldapMapped',
];

type TeamMembersArgs = PageArgs & { readonly membership?: 'ALL' | 'IMMEDIATE' | 'CHILD_TEAM' | null };

export const teamFields: FieldTable<TeamNode> = {
  id: ({ team }) => team.nodeId,
  databaseId: ({ team }) => toDatabaseId(team.id),
  name: ({ team }) => team.name,
  slug: ({ team }) => team.slug,
  description: ({ team }) => team.description ?? null,
  combinedSlug: (node, _args, context) => `${getTeamOwner(node, context).account.login}/${node.team.slug}`,
  organization: (node, _args, context) => toAccountNode(getTeamOwner(node, context).account),
  parentTeam({ team }, _args, { emulator }: GraphqlContext): TeamNode | null {
    const parent = team.parentId === undefined ? undefined : emulator.world.findTeam(team.parentId);
    return parent === undefined ? null : { typename: 'Team', team: parent };
  },
  members(node, args: TeamMembersArgs, context: GraphqlContext) {
    refuseArguments(context, 'members', args, ['query', 'role', 'orderBy']);
    const owner = getTeamOwner(node, context);
    const account = toAccountNode(owner.account);
    const isShown = account !== null && readMembers(account, context).length > 0;
    const members = isShown ? listTeamMembers(owner.teams, node.team, args.membership ?? 'ALL') : [];
    return toArrayConnection(context, args, members, {
      toNode: (member) => toAccountNode(member.account),
      toEdgeExtras: ({ role }) => ({ role }),
    });
  },
};

/** A team's own members, those of the teams nested in it, or both, each once. */
function listTeamMembers(
  teams: readonly TeamRecord[],
  team: TeamRecord,
  which: 'ALL' | 'IMMEDIATE' | 'CHILD_TEAM',
): readonly TeamMembershipRecord[] {
  if (which === 'IMMEDIATE') return team.members;
  const own = new Set(team.members.map(({ account }) => account.id));
  const nested = teams
    .filter(({ parentId }) => parentId === team.id)
    .flatMap((child) => listTeamMembers(teams, child, 'ALL'))
    .filter(({ account }) => !own.has(account.id));
  const each = new Map(nested.map(({ account }) => [account.id, { account, role: 'MEMBER' as const }]));
  return which === 'CHILD_TEAM' ? [...each.values()] : [...team.members, ...each.values()];
}

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
  return seesConcealed(node, context) ? organisation.members : [];
}

/** Members, and installations that may read members, which was asserted before. */
function seesConcealed(node: AccountNode, context: GraphqlContext): boolean {
  return isInstallation(context.viewer) || findViewerRole(node, context) !== undefined;
}

function getTeamOwner({ team }: TeamNode, { emulator }: GraphqlContext): OrganisationRecord {
  const owner = emulator.world.organisations.find(({ account }) => account.id === team.organisationId);
  if (owner === undefined) throw new GitHubError(200, 'The team has no organization.', {});
  return owner;
}
