import { createHash } from 'node:crypto';
import { avatarUrl } from '../../rest/present/account.ts';
import type { GitSignatureRecord } from '../../world/model.ts';
import { repositoryUrl, toAddressFields } from '../addresses.ts';
import { type Connection, type PageArgs, toArrayConnection, toConnection } from '../connection.ts';
import type { FieldTable, GraphqlContext } from '../context.ts';
import { makeCursor, readCursor } from '../cursor.ts';
import {
  type CommitNode,
  type GitActorNode,
  type PullRequestCommitNode,
  type RefNode,
  toCommitNode,
  toPullRequestNode,
  toRepositoryNode,
  toUserNode,
} from '../nodes.ts';
import { refuseArguments } from '../unserved-arguments.ts';

export const commitFields: FieldTable<CommitNode> = {
  ...toAddressFields<CommitNode>(({ repository, commit }, urls) =>
    repositoryUrl(urls, repository, `/commit/${commit.oid}`),
  ),
  id: ({ commit }) => commit.nodeId,
  oid: ({ commit }) => commit.oid,
  abbreviatedOid: ({ commit }) => commit.oid.slice(0, 7),
  repository: ({ repository }) => toRepositoryNode(repository),
  message: ({ commit }) => commit.message,
  messageHeadline: ({ commit }) => commit.message.split('\n', 1)[0],
  messageBody: ({ commit }) => commit.message.split('\n').slice(1).join('\n').trim(),
  authoredDate: ({ commit }) => toInstant(commit.author.at),
  committedDate: ({ commit }) => toInstant(commit.committer.at),
  additions: ({ commit }) => commit.additions ?? 0,
  deletions: ({ commit }) => commit.deletions ?? 0,
  changedFilesIfAvailable: ({ commit }) => commit.changedFiles ?? null,
  pushedDate: () => null,
  author: ({ commit }) => toGitActor(commit.author),
  committer: ({ commit }) => toGitActor(commit.committer),
  authors: ({ commit }, args: PageArgs, context: GraphqlContext) =>
    toArrayConnection(context, args, [commit.author, ...commit.coAuthors], { toNode: toGitActor }),
  parents: ({ repository, commit }, args: PageArgs, context: GraphqlContext) =>
    toArrayConnection(
      context,
      args,
      commit.parentOids.flatMap((oid) => toCommitNode(repository, oid) ?? []),
      { toNode: (parent) => parent },
    ),
  statusCheckRollup(_node, _args, { meter }) {
    meter.touchChecks();
    return null;
  },
  history: (node, args: HistoryArgs, context: GraphqlContext) => toHistory(node, args, context),
};

export const pullRequestCommitFields: FieldTable<PullRequestCommitNode> = {
  ...toAddressFields<PullRequestCommitNode>(({ repository, pull, commit }, urls) =>
    repositoryUrl(urls, repository, `/pull/${pull.number}/commits/${commit.oid}`),
  ),
  id: ({ pull, commit }) => `PURC_${Buffer.from(`${pull.nodeId}:${commit.oid}`).toString('base64url')}`,
  commit: ({ repository, commit }): CommitNode => ({ typename: 'Commit', repository, commit }),
  pullRequest: toPullRequestNode,
};

export const refFields: FieldTable<RefNode> = {
  id: ({ repository, name }) =>
    `REF_${Buffer.from(`${repository.record.nodeId}:refs/heads/${name}`).toString('base64url')}`,
  name: ({ name }) => name,
  prefix: () => 'refs/heads/',
  repository: ({ repository }) => toRepositoryNode(repository),
  target: ({ repository, oid }) => toCommitNode(repository, oid),
};

export const gitActorFields: FieldTable<GitActorNode> = {
  name: ({ signature }) => signature.name,
  email: ({ signature }) => signature.email,
  date: ({ signature }) => signature.at,
  user: ({ signature }) => toUserNode(signature.account),
  avatarUrl({ signature }, _args, { emulator }) {
    if (signature.account !== undefined) return avatarUrl(emulator.urls, signature.account);
    const hash = createHash('md5').update(signature.email).digest('hex');
    return `${emulator.urls.web}/avatars/u/e?email=${hash}`;
  },
};

type HistoryArgs = PageArgs & { readonly since?: string | null; readonly until?: string | null };

/** Of the default branch's tip only: the world keeps no other walk of commits. */
function toHistory(node: CommitNode, args: HistoryArgs, context: GraphqlContext): Connection {
  refuseArguments(context, 'history', args, ['author', 'path', 'since', 'until', 'before', 'last']);
  const { repository, commit } = node;
  if (repository.record.defaultBranch?.oid !== commit.oid)
    refuseArguments(context, 'history', node, ['commit']);
  const totalCount = repository.countHistory();
  return toConnection(context, { totalCount }, () => {
    const start = args.after == null ? 0 : readCursor('history', args.after) + 1;
    const commits = repository.listHistory({ skip: start, first: args.first ?? 0 });
    const edges = commits.map((one, offset) => ({
      cursor: makeCursor('history', start + offset),
      node: { typename: 'Commit', repository, commit: one } satisfies CommitNode,
      extras: {},
    }));
    return { edges, hasPreviousPage: start > 0, hasNextPage: start + commits.length < totalCount };
  });
}

function toGitActor(signature: GitSignatureRecord): GitActorNode {
  return { typename: 'GitActor', signature };
}

/** `DateTime` is in UTC, whatever offset git recorded. */
function toInstant(at: string): string {
  return new Date(at).toISOString().replace('.000Z', 'Z');
}
