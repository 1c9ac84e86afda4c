import { type TimelineItem, toTimeline } from '../../world/to-timeline.ts';
import { type Connection, type PageArgs, toArrayConnection } from '../connection.ts';
import type { GraphqlContext } from '../context.ts';
import {
  type PullScope,
  toEventNode,
  toPullCommentNode,
  toPullRequestCommitNode,
  toReviewNode,
  toThreadNode,
} from '../nodes.ts';

type TimelineArgs = PageArgs & {
  readonly itemTypes?: readonly string[] | null;
  readonly since?: string | null;
  readonly skip?: number | null;
};

/**
 * `PullRequest.timelineItems`. `totalCount` counts every item, `filteredCount` those that fit `itemTypes` and `since`;
 * `skip` leaves out that many of them.
 */
export function toTimelineConnection(
  scope: PullScope,
  args: TimelineArgs,
  context: GraphqlContext,
): Connection {
  const items = toTimeline(scope.pull).filter((item) => isVisible(item, context));
  const sinceMs = args.since == null ? undefined : Date.parse(args.since);
  const fitting = items.filter(
    (item) =>
      (args.itemTypes == null || args.itemTypes.includes(itemType(item))) &&
      (sinceMs === undefined || Date.parse(item.at) >= sinceMs),
  );
  const skipped = fitting.slice(args.skip ?? 0);
  const size = args.first ?? args.last ?? 0;
  const extras = {
    filteredCount: fitting.length,
    pageCount: Math.min(size, skipped.length),
    updatedAt: scope.pull.updatedAt,
  };
  const connection = toArrayConnection(context, args, skipped, {
    toNode: (item) => toTimelineNode(scope, item),
    extras,
  });
  return { ...connection, totalCount: fitting.length };
}

/** `ReadyForReviewEvent` → `READY_FOR_REVIEW_EVENT`; the enum's names follow the types'. */
function itemType(item: TimelineItem): string {
  if (item.kind === 'event') return toConstantCase(item.event.kind);
  return {
    commit: 'PULL_REQUEST_COMMIT',
    review: 'PULL_REQUEST_REVIEW',
    thread: 'PULL_REQUEST_REVIEW_THREAD',
    comment: 'ISSUE_COMMENT',
  }[item.kind];
}

function toConstantCase(name: string): string {
  return name.replaceAll(/(?<=[a-z0-9])([A-Z])/g, '_$1').toUpperCase();
}

function isVisible(item: TimelineItem, { viewer }: GraphqlContext): boolean {
  if (item.kind !== 'review') return true;
  return item.review.state !== 'PENDING' || item.review.author?.id === viewer.account.id;
}

function toTimelineNode(scope: PullScope, item: TimelineItem): unknown {
  switch (item.kind) {
    case 'commit':
      return toPullRequestCommitNode(scope, item.commit);
    case 'review':
      return toReviewNode(scope, item.review);
    case 'thread':
      return toThreadNode(scope, item.thread);
    case 'comment':
      return toPullCommentNode(scope, item.comment);
    case 'event':
      return toEventNode(scope, item.event);
  }
}
