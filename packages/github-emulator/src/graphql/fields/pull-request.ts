import { GitHubError } from '../../http/github-error.ts';
import type { LabelRecord, ReviewRecord } from '../../world/model.ts';
import { repositoryUrl, toAddressFields } from '../addresses.ts';
import { type PageArgs, toArrayConnection } from '../connection.ts';
import { type FieldTable, type GraphqlContext, viewerAccount } from '../context.ts';
import { toDatabaseId, toFullDatabaseId } from '../ids.ts';
import {
  type PullRequestNode,
  type PullScope,
  toAccountNode,
  toCommitNode,
  toHeadRepositoryNode,
  toIssueNode,
  toLabelNode,
  toPullCommentNode,
  toPullRequestCommitNode,
  toRepositoryNode,
  toReviewNode,
  toThreadNode,
} from '../nodes.ts';
import { refuseArguments } from '../unserved-arguments.ts';
import { pullRequestStateFields } from './pull-request-state.ts';
import { toTimelineConnection } from './timeline-list.ts';

export const pullRequestFields: FieldTable<PullRequestNode> = {
  ...toAddressFields<PullRequestNode>(({ repository, pull }, urls) =>
    repositoryUrl(urls, repository, `/pull/${pull.number}`),
  ),
  ...pullRequestStateFields,
  id: ({ pull }) => pull.nodeId,
  databaseId: ({ pull }) => toDatabaseId(pull.id),
  fullDatabaseId: ({ pull }) => toFullDatabaseId(pull.id),
  repository: ({ repository }) => toRepositoryNode(repository),
  baseRepository: ({ repository }) => toRepositoryNode(repository),
  headRepository: ({ pull }, _args, { emulator }) =>
    toHeadRepositoryNode(emulator.world, pull.headRepository),
  headRepositoryOwner: ({ pull }) => toAccountNode(pull.headRepository?.owner),
  author: ({ pull }) => toAccountNode(pull.author),
  mergedBy: ({ pull }) => toAccountNode(pull.mergedBy),
  mergeCommit: ({ repository, pull }) => toCommitNode(repository, pull.mergeCommitOid),
  viewerDidAuthor: ({ pull }, _args, context) => pull.author?.id === viewerAccount(context).id,
  reviews(node, args: ReviewsArgs, context: GraphqlContext) {
    const { states, author } = args;
    const reviews = visibleReviews(node, context).filter(
      (review) =>
        (states == null || states.includes(review.state)) &&
        (author == null || review.author?.login === author),
    );
    return toArrayConnection(context, args, reviews, { toNode: (review) => toReviewNode(node, review) });
  },
  latestReviews(node, args: PageArgs, context: GraphqlContext) {
    const latest = latestByAuthor(visibleReviews(node, context).filter(({ state }) => state !== 'PENDING'));
    return toArrayConnection(context, args, latest, { toNode: (review) => toReviewNode(node, review) });
  },
  latestOpinionatedReviews(node, args: PageArgs, context: GraphqlContext) {
    refuseArguments(
      context,
      'latestOpinionatedReviews',
      args,
      ['writersOnly'].filter(() => isWritersOnly(args)),
    );
    const opinions = ['APPROVED', 'CHANGES_REQUESTED', 'DISMISSED'];
    const latest = latestByAuthor(node.pull.reviews.filter(({ state }) => opinions.includes(state)));
    return toArrayConnection(context, args, latest, { toNode: (review) => toReviewNode(node, review) });
  },
  reviewThreads: (node, args: PageArgs, context: GraphqlContext) =>
    toArrayConnection(context, args, node.pull.threads, { toNode: (thread) => toThreadNode(node, thread) }),
  comments(node, args: PageArgs, context: GraphqlContext) {
    refuseArguments(context, 'comments', args, ['orderBy']);
    return toArrayConnection(context, args, node.pull.comments, {
      toNode: (comment) => toPullCommentNode(node, comment),
    });
  },
  commits: (node, args: PageArgs, context: GraphqlContext) =>
    toArrayConnection(context, args, node.pull.commits, {
      toNode: (commit) => toPullRequestCommitNode(node, commit),
    }),
  files(node, args: PageArgs, context: GraphqlContext) {
    context.meter.touchFiles();
    const { files } = node.pull;
    if (files === 'unavailable') {
      throw new GitHubError(200, 'The files of this pull request are not accessible.', {
        graphqlType: 'FORBIDDEN',
      });
    }
    return toArrayConnection(context, args, files, {
      toNode: (file) => ({
        typename: 'PullRequestChangedFile',
        repository: node.repository,
        pull: node.pull,
        file,
      }),
    });
  },
  labels: (node, args: LabelsArgs, context: GraphqlContext) =>
    toArrayConnection(context, args, sortLabels(node.pull.labels, args), {
      toNode: (label) => toLabelNode(node.repository, label),
    }),
  assignees: ({ pull }, args: PageArgs, context: GraphqlContext) =>
    toArrayConnection(
      context,
      args,
      pull.assignees.filter(({ kind }) => kind === 'User'),
      { toNode: toAccountNode },
    ),
  assignedActors: ({ pull }, args: PageArgs, context: GraphqlContext) =>
    toArrayConnection(context, args, pull.assignees, { toNode: toAccountNode }),
  reviewRequests: (node, args: PageArgs, context: GraphqlContext) =>
    toArrayConnection(context, args, [...node.pull.requestedReviewers.entries()], {
      toNode: ([ordinal, reviewer]) => ({
        typename: 'ReviewRequest',
        repository: node.repository,
        pull: node.pull,
        ordinal,
        reviewer,
      }),
    }),
  closingIssuesReferences(node, args: PageArgs, context: GraphqlContext) {
    refuseArguments(context, 'closingIssuesReferences', args, ['orderBy']);
    const { repository, pull } = node;
    const issues = pull.closingIssueNumbers.flatMap((number) => repository.issue(number) ?? []);
    return toArrayConnection(context, args, issues, { toNode: (issue) => toIssueNode(repository, issue) });
  },
  timelineItems: (node, args: never, context) => toTimelineConnection(node, args, context),
};

type ReviewsArgs = PageArgs & {
  readonly states?: readonly ReviewRecord['state'][] | null;
  readonly author?: string | null;
};

type LabelsArgs = PageArgs & {
  readonly orderBy?: { readonly field: 'NAME' | 'CREATED_AT'; readonly direction: 'ASC' | 'DESC' } | null;
};

/** A pending review is seen by who writes it only. */
function visibleReviews({ pull }: PullScope, context: GraphqlContext): readonly ReviewRecord[] {
  const viewerId = viewerAccount(context).id;
  return pull.reviews.filter(({ state, author }) => state !== 'PENDING' || author?.id === viewerId);
}

function latestByAuthor(reviews: readonly ReviewRecord[]): readonly ReviewRecord[] {
  const latest = new Map<number | undefined, ReviewRecord>();
  for (const review of reviews) latest.set(review.author?.id, review);
  return [...latest.values()];
}

function isWritersOnly(args: object): boolean {
  return Reflect.get(args, 'writersOnly') === true;
}

/** Ascending creation is the schema's default; the record's order is by creation. */
function sortLabels(labels: readonly LabelRecord[], { orderBy }: LabelsArgs): readonly LabelRecord[] {
  const sorted =
    orderBy?.field === 'NAME'
      ? labels.toSorted((left, right) => left.name.localeCompare(right.name))
      : labels.toSorted((left, right) => left.id - right.id);
  return orderBy?.direction === 'DESC' ? sorted.toReversed() : sorted;
}
