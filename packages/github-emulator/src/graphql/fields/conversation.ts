import { repositoryUrl, toAddressFields } from '../addresses.ts';
import { type PageArgs, toArrayConnection } from '../connection.ts';
import { type FieldTable, type GraphqlContext, viewerAccount } from '../context.ts';
import { toDatabaseId, toFullDatabaseId } from '../ids.ts';
import {
  type ChangedFileNode,
  type IssueCommentNode,
  type IssueNode,
  type LabelNode,
  toAccountNode,
  toLabelNode,
  toPullRequestNode,
  toRepositoryNode,
} from '../nodes.ts';

export const issueCommentFields: FieldTable<IssueCommentNode> = {
  ...toAddressFields<IssueCommentNode>(({ repository, parent, comment }, urls) => {
    const page = parent.kind === 'pull' ? `/pull/${parent.pull.number}` : `/issues/${parent.issue.number}`;
    return repositoryUrl(urls, repository, `${page}#issuecomment-${comment.id}`);
  }),
  id: ({ comment }) => comment.nodeId,
  databaseId: ({ comment }) => toDatabaseId(comment.id),
  fullDatabaseId: ({ comment }) => toFullDatabaseId(comment.id),
  author: ({ comment }) => toAccountNode(comment.author),
  authorAssociation: ({ comment }) => comment.authorAssociation,
  body: ({ comment }) => comment.body,
  createdAt: ({ comment }) => comment.createdAt,
  publishedAt: ({ comment }) => comment.createdAt,
  updatedAt: ({ comment }) => comment.updatedAt,
  repository: ({ repository }) => toRepositoryNode(repository),
  viewerDidAuthor: ({ comment }, _args, context) => comment.author?.id === viewerAccount(context).id,
  pullRequest: ({ repository, parent }) =>
    parent.kind === 'pull' ? toPullRequestNode({ repository, pull: parent.pull }) : null,
};

export const issueFields: FieldTable<IssueNode> = {
  ...toAddressFields<IssueNode>(({ repository, issue }, urls) =>
    repositoryUrl(urls, repository, `/issues/${issue.number}`),
  ),
  id: ({ issue }) => issue.nodeId,
  databaseId: ({ issue }) => toDatabaseId(issue.id),
  fullDatabaseId: ({ issue }) => toFullDatabaseId(issue.id),
  number: ({ issue }) => issue.number,
  title: ({ issue }) => issue.title,
  body: ({ issue }) => issue.body ?? '',
  state: ({ issue }) => issue.state,
  stateReason: ({ issue }) => issue.stateReason ?? null,
  closed: ({ issue }) => issue.state === 'CLOSED',
  locked: ({ issue }) => issue.isLocked,
  author: ({ issue }) => toAccountNode(issue.author),
  authorAssociation: ({ issue }) => issue.authorAssociation,
  createdAt: ({ issue }) => issue.createdAt,
  publishedAt: ({ issue }) => issue.createdAt,
  updatedAt: ({ issue }) => issue.updatedAt,
  closedAt: ({ issue }) => issue.closedAt ?? null,
  repository: ({ repository }) => toRepositoryNode(repository),
  labels: ({ repository, issue }, args: PageArgs, context: GraphqlContext) =>
    toArrayConnection(context, args, issue.labels, { toNode: (label) => toLabelNode(repository, label) }),
  assignees: ({ issue }, args: PageArgs, context: GraphqlContext) =>
    toArrayConnection(
      context,
      args,
      issue.assignees.filter(({ kind }) => kind === 'User'),
      { toNode: toAccountNode },
    ),
  comments: (node, args: PageArgs, context: GraphqlContext) =>
    toArrayConnection(context, args, node.issue.comments, {
      toNode: (comment): IssueCommentNode => ({
        typename: 'IssueComment',
        repository: node.repository,
        comment,
        parent: { kind: 'issue', issue: node.issue },
      }),
    }),
};

export const labelFields: FieldTable<LabelNode> = {
  ...toAddressFields<LabelNode>(({ repository, label }, urls) =>
    repositoryUrl(urls, repository, `/labels/${encodeURIComponent(label.name)}`),
  ),
  id: ({ label }) => label.nodeId,
  name: ({ label }) => label.name,
  color: ({ label }) => label.color,
  description: ({ label }) => label.description ?? null,
  repository: ({ repository }) => toRepositoryNode(repository),
};

export const changedFileFields: FieldTable<ChangedFileNode> = {
  path: ({ file }) => file.path,
  additions: ({ file }) => file.additions,
  deletions: ({ file }) => file.deletions,
  changeType: ({ file }) => file.changeType,
};
