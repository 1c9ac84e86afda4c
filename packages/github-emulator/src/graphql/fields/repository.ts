import { GitHubError } from '../../http/github-error.ts';
import { findPermissionOf } from '../../rest/viewer-permission.ts';
import { repositoryUrl, toAddressFields } from '../addresses.ts';
import { type PageArgs, toArrayConnection } from '../connection.ts';
import type { FieldTable, GraphqlContext } from '../context.ts';
import { toDatabaseId } from '../ids.ts';
import {
  type ForeignRepositoryNode,
  type RefNode,
  type RepositoryNode,
  toAccountNode,
  toHeadRepositoryNode,
  toIssueNode,
  toLabelNode,
  toPullRequestNode,
} from '../nodes.ts';
import { toIssueConnection } from './issue-list.ts';
import { toPullRequestConnection } from './pull-request-list.ts';

export const repositoryFields: FieldTable<RepositoryNode> = {
  ...toAddressFields<RepositoryNode>(({ repository }, urls) => repositoryUrl(urls, repository)),
  id: ({ repository }) => repository.record.nodeId,
  databaseId: ({ repository }) => toDatabaseId(repository.record.id),
  name: ({ repository }) => repository.record.name,
  nameWithOwner: ({ repository: { record } }) => `${record.owner.login}/${record.name}`,
  owner: ({ repository }) => toAccountNode(repository.record.owner),
  description: ({ repository }) => repository.record.description ?? null,
  visibility: ({ repository }) => repository.record.visibility,
  isPrivate: ({ repository }) => repository.record.visibility !== 'PUBLIC',
  isArchived: ({ repository }) => repository.record.isArchived,
  isFork: ({ repository }) => repository.record.isFork,
  isEmpty: ({ repository }) => repository.record.defaultBranch === undefined,
  isInOrganization: ({ repository }) => repository.record.owner.kind === 'Organization',
  isDisabled: () => false,
  isMirror: () => false,
  createdAt: ({ repository }) => repository.record.createdAt,
  updatedAt: ({ repository }) => repository.record.updatedAt,
  pushedAt: ({ repository }) => repository.record.pushedAt ?? null,
  parent: ({ repository }, _args, { emulator }) =>
    toHeadRepositoryNode(emulator.world, repository.record.parent),
  primaryLanguage: ({ repository: { record } }) =>
    record.primaryLanguage === undefined ? null : { typename: 'Language', name: record.primaryLanguage },
  viewerPermission: ({ repository }, _args, context) =>
    findPermissionOf(context, repository.record) ?? 'READ',
  defaultBranchRef({ repository }): RefNode | null {
    const branch = repository.record.defaultBranch;
    if (branch === undefined) return null;
    return { typename: 'Ref', repository, name: branch.name, oid: branch.oid };
  },
  labels: ({ repository }, args: PageArgs, context: GraphqlContext) =>
    toArrayConnection(context, args, repository.labels, {
      toNode: (label) => toLabelNode(repository, label),
    }),
  pullRequests: ({ repository }, args: never, context) => toPullRequestConnection(repository, args, context),
  pullRequest({ repository }, { number }: { readonly number: number }) {
    const pull = repository.pullRequest(number);
    if (pull === undefined) throw unresolved('PullRequest', number);
    return toPullRequestNode({ repository, pull });
  },
  issues: ({ repository }, args: never, context) => toIssueConnection(repository, args, context),
  issue({ repository }, { number }: { readonly number: number }) {
    const issue = repository.issue(number);
    if (issue === undefined) throw unresolved('Issue', number);
    return toIssueNode(repository, issue);
  },
};

/** A repository known by name only, the head of a fork for one: it answers who it is. */
export const foreignRepositoryFields: FieldTable<ForeignRepositoryNode> = {
  id: ({ head }) => head.nodeId,
  databaseId: ({ head }) => toDatabaseId(head.id),
  name: ({ head }) => head.name,
  nameWithOwner: ({ head }) => `${head.owner.login}/${head.name}`,
  owner: ({ head }) => toAccountNode(head.owner),
  isFork: ({ head }) => head.isFork,
  isPrivate: () => false,
  visibility: () => 'PUBLIC',
  ...toAddressFields<ForeignRepositoryNode>(
    ({ head }, urls) => `${urls.web}/${head.owner.login}/${head.name}`,
  ),
};

function unresolved(type: string, number: number): GitHubError {
  return new GitHubError(
    200,
    `Could not resolve to ${type === 'Issue' ? 'an' : 'a'} ${type} with the number of ${number}.`,
    {
      graphqlType: 'NOT_FOUND',
    },
  );
}
