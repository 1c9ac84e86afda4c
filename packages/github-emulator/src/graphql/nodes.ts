import type {
  AccountRecord,
  ChangedFileRecord,
  CommitRecord,
  ConversationCommentRecord,
  GitSignatureRecord,
  HeadRepositoryRecord,
  IssueRecord,
  LabelRecord,
  PullRequestRecord,
  RepositorySource,
  ReviewCommentRecord,
  ReviewRecord,
  ReviewThreadRecord,
  TeamRecord,
  TimelineEventRecord,
  World,
} from '../world/model.ts';

/** Values that resolvers pass on. `typename` is GraphQL's; `table` names the field table when it is another. */
export type AccountNode = {
  readonly typename: AccountRecord['kind'];
  readonly table: 'Account' | 'Organization';
  readonly account: AccountRecord;
};
export type TeamNode = { readonly typename: 'Team'; readonly team: TeamRecord };
export type RepositoryNode = { readonly typename: 'Repository'; readonly repository: RepositorySource };
export type ForeignRepositoryNode = {
  readonly typename: 'Repository';
  readonly table: 'ForeignRepository';
  readonly head: HeadRepositoryRecord;
};

export type InRepository = { readonly repository: RepositorySource };
export type PullScope = InRepository & { readonly pull: PullRequestRecord };

export type PullRequestNode = PullScope & { readonly typename: 'PullRequest' };
export type ReviewNode = PullScope & {
  readonly typename: 'PullRequestReview';
  readonly review: ReviewRecord;
};
export type ThreadNode = PullScope & {
  readonly typename: 'PullRequestReviewThread';
  readonly thread: ReviewThreadRecord;
};
export type ReviewCommentNode = PullScope & {
  readonly typename: 'PullRequestReviewComment';
  readonly thread: ReviewThreadRecord;
  readonly comment: ReviewCommentRecord;
};
export type PullRequestCommitNode = PullScope & {
  readonly typename: 'PullRequestCommit';
  readonly commit: CommitRecord;
};
export type ChangedFileNode = PullScope & {
  readonly typename: 'PullRequestChangedFile';
  readonly file: ChangedFileRecord;
};
export type ReviewRequestNode = PullScope & {
  readonly typename: 'ReviewRequest';
  readonly ordinal: number;
  readonly reviewer: PullRequestRecord['requestedReviewers'][number];
};
export type EventNode = PullScope & {
  readonly typename: TimelineEventRecord['kind'];
  readonly table: 'TimelineEvent';
  readonly event: TimelineEventRecord;
};
export type IssueCommentNode = InRepository & {
  readonly typename: 'IssueComment';
  readonly comment: ConversationCommentRecord;
  readonly parent:
    | { readonly kind: 'pull'; readonly pull: PullRequestRecord }
    | { readonly kind: 'issue'; readonly issue: IssueRecord };
};
export type IssueNode = InRepository & { readonly typename: 'Issue'; readonly issue: IssueRecord };
export type LabelNode = InRepository & { readonly typename: 'Label'; readonly label: LabelRecord };
export type CommitNode = InRepository & { readonly typename: 'Commit'; readonly commit: CommitRecord };
export type RefNode = InRepository & {
  readonly typename: 'Ref';
  readonly name: string;
  /** undefined: not known, so the branch has no target here. */
  readonly oid: string | undefined;
};
export type GitActorNode = { readonly typename: 'GitActor'; readonly signature: GitSignatureRecord };

/** Every node that carries `repository` carries the source it lies in. */
export function isInRepository(node: object): node is InRepository {
  return 'repository' in node;
}

/** The ghost is null. */
export function toAccountNode(account: AccountRecord | undefined): AccountNode | null {
  if (account === undefined) return null;
  const table = account.kind === 'Organization' ? 'Organization' : 'Account';
  return { typename: account.kind, table, account };
}

/** For fields of type `User`: anything else, a bot for one, is null there. */
export function toUserNode(account: AccountRecord | undefined): AccountNode | null {
  return account?.kind === 'User' ? toAccountNode(account) : null;
}

export function toRepositoryNode(repository: RepositorySource): RepositoryNode {
  return { typename: 'Repository', repository };
}

export function toPullRequestNode(scope: PullScope): PullRequestNode {
  return { typename: 'PullRequest', repository: scope.repository, pull: scope.pull };
}

export function toReviewNode(scope: PullScope, review: ReviewRecord): ReviewNode {
  return { typename: 'PullRequestReview', repository: scope.repository, pull: scope.pull, review };
}

export function toThreadNode(scope: PullScope, thread: ReviewThreadRecord): ThreadNode {
  return { typename: 'PullRequestReviewThread', repository: scope.repository, pull: scope.pull, thread };
}

export function toReviewCommentNode(
  scope: PullScope,
  placed: { readonly thread: ReviewThreadRecord; readonly comment: ReviewCommentRecord },
): ReviewCommentNode {
  const { repository, pull } = scope;
  return { typename: 'PullRequestReviewComment', repository, pull, ...placed };
}

export function toPullRequestCommitNode(scope: PullScope, commit: CommitRecord): PullRequestCommitNode {
  return { typename: 'PullRequestCommit', repository: scope.repository, pull: scope.pull, commit };
}

export function toPullCommentNode(scope: PullScope, comment: ConversationCommentRecord): IssueCommentNode {
  const { repository, pull } = scope;
  return { typename: 'IssueComment', repository, comment, parent: { kind: 'pull', pull } };
}

export function toEventNode(scope: PullScope, event: TimelineEventRecord): EventNode {
  const { repository, pull } = scope;
  return { typename: event.kind, table: 'TimelineEvent', repository, pull, event };
}

export function toLabelNode(repository: RepositorySource, label: LabelRecord): LabelNode {
  return { typename: 'Label', repository, label };
}

export function toIssueNode(repository: RepositorySource, issue: IssueRecord): IssueNode {
  return { typename: 'Issue', repository, issue };
}

/** A commit by its oid; null where the world does not have it. */
export function toCommitNode(repository: RepositorySource, oid: string | undefined): CommitNode | null {
  const commit = oid === undefined ? undefined : repository.commit(oid);
  return commit === undefined ? null : { typename: 'Commit', repository, commit };
}

/** A head repository: whole when the world has it, by name otherwise, null when deleted. */
export function toHeadRepositoryNode(
  world: World,
  head: HeadRepositoryRecord | undefined,
): RepositoryNode | ForeignRepositoryNode | null {
  if (head === undefined) return null;
  const repository = world.findRepository(head.id);
  if (repository !== undefined) return toRepositoryNode(repository);
  return { typename: 'Repository', table: 'ForeignRepository', head };
}
