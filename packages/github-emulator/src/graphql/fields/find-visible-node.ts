import { GitHubError } from '../../http/github-error.ts';
import { isInstallation } from '../../tokens/viewer.ts';
import type { TeamRecord, WorldNode } from '../../world/model.ts';
import { checkOrganisation, checkRepository } from '../check-field.ts';
import type { GraphqlContext } from '../context.ts';
import {
  toAccountNode,
  toEventNode,
  toIssueNode,
  toLabelNode,
  toPullCommentNode,
  toPullRequestNode,
  toRepositoryNode,
  toReviewCommentNode,
  toReviewNode,
  toThreadNode,
} from '../nodes.ts';
import { nodeNeeds } from '../permissions.data.ts';

/** The object of a node id. Throws NOT_FOUND for what is not there or not for this viewer. */
export function findVisibleNode(context: GraphqlContext, id: string): unknown {
  const { emulator, viewer } = context;
  const node = emulator.world.findNode(id);
  if (node === undefined) throw unresolvedNode(id);
  if ('repository' in node) {
    const needs = nodeNeeds[node.kind] ?? [];
    const access = emulator.access.ofRepository(viewer, node.repository.record, needs);
    if (access.kind === 'hidden') throw unresolvedNode(id);
    checkRepository(context, node.repository, needs);
  }
  if (node.kind === 'account') checkOrganisation(context, node.account);
  if (node.kind === 'team' && !isTeamShown(context, node.team)) throw unresolvedNode(id);
  return toNode(node);
}

/** Teams are shown to members, and to installations that may read members. */
function isTeamShown({ emulator, viewer }: GraphqlContext, { organisationId }: TeamRecord): boolean {
  const owner = emulator.world.organisations.find(({ account }) => account.id === organisationId);
  if (owner === undefined || emulator.access.ofOrganisation(viewer, owner, ['members']).kind !== 'allowed')
    return false;
  return isInstallation(viewer) || owner.members.some(({ account }) => account.id === viewer.account.id);
}

function unresolvedNode(id: string): GitHubError {
  return new GitHubError(200, `Could not resolve to a node with the global id of '${id}'`, {
    graphqlType: 'NOT_FOUND',
  });
}

function toNode(node: WorldNode): unknown {
  switch (node.kind) {
    case 'account':
      return toAccountNode(node.account);
    case 'team':
      return { typename: 'Team', team: node.team };
    case 'repository':
      return toRepositoryNode(node.repository);
    case 'label':
      return toLabelNode(node.repository, node.label);
    case 'commit':
      return { typename: 'Commit', repository: node.repository, commit: node.commit };
    case 'issue':
      return toIssueNode(node.repository, node.issue);
    case 'issueComment': {
      const { repository, issue, comment } = node;
      return { typename: 'IssueComment', repository, comment, parent: { kind: 'issue', issue } };
    }
    default:
      return toPullRequestPart(node);
  }
}

function toPullRequestPart(node: Extract<WorldNode, { pull: unknown }>): unknown {
  switch (node.kind) {
    case 'pullRequest':
      return toPullRequestNode(node);
    case 'review':
      return toReviewNode(node, node.review);
    case 'thread':
      return toThreadNode(node, node.thread);
    case 'reviewComment':
      return toReviewCommentNode(node, { thread: node.thread, comment: node.comment });
    case 'comment':
      return toPullCommentNode(node, node.comment);
    case 'event':
      return toEventNode(node, node.event);
  }
}
