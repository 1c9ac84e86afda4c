import * as z from 'zod';
import type { Gap } from '../answers/graphql-errors.ts';
import { comment } from '../fields/comment.ts';
import { pullRequestCommit } from '../fields/commit.ts';
import { type Entries, judgeEnd, type RawConnection, toList, toReason } from '../fields/connection.ts';
import { review } from '../fields/review.ts';
import { reviewThread } from '../fields/review-thread.ts';
import { timelineEvent } from '../fields/timeline-event.ts';
import type { Connection } from '../records/connection.ts';
import type { PullRequestRecord } from '../records/pull-request-record.ts';

/** The lists that a timeline carries, each as if it had come by itself. */
export type TimelineLists = Pick<
  PullRequestRecord,
  'reviews' | 'comments' | 'commits' | 'reviewThreads' | 'timeline' | 'ignoredEventTotal'
>;

export type TimelineKey = Exclude<keyof TimelineLists, 'ignoredEventTotal'>;

export const timelineKeys = ['reviews', 'comments', 'commits', 'reviewThreads', 'timeline'] as const;

const keysByType: ReadonlyMap<string, TimelineKey> = new Map([
  ['PullRequestReview', 'reviews'],
  ['IssueComment', 'comments'],
  ['PullRequestCommit', 'commits'],
  ['PullRequestReviewThread', 'reviewThreads'],
]);

const typed = z.object({ __typename: z.string() });

/** An entry of no known place, null or without a type, may be any: it is in every list, and none is whole. */
function isOf(key: TimelineKey, node: unknown): boolean {
  const { data } = typed.safeParse(node);
  return data === undefined || (keysByType.get(data.__typename) ?? 'timeline') === key;
}

/**
 * Parts a timeline into its lists. They end where it ends; how many there are of each is known only then. Of the events,
 * those that this version knows, and how many it does not.
 */
export function toTimeline(raw: RawConnection, gaps: readonly Gap[]): TimelineLists {
  const withheld = toReason(gaps[0]?.kind);
  const nodes = raw?.nodes ?? [];
  const end: Entries['end'] =
    raw === undefined
      ? { isComplete: false, unavailableReason: withheld }
      : judgeEnd(raw, nodes.length, { isCounted: false });
  const toKind = <Schema extends z.ZodType>(key: TimelineKey, entry: Schema) =>
    withTotal(
      toList({ nodes: nodes.filter((node) => isOf(key, node)), total: undefined, end }, entry, withheld),
    );
  const all = toKind('timeline', timelineEvent);
  const events = all.items.filter((event) => event !== undefined);
  return {
    reviews: toKind('reviews', review),
    comments: toKind('comments', comment),
    commits: toKind('commits', pullRequestCommit),
    reviewThreads: toKind('reviewThreads', reviewThread),
    timeline: { ...all, items: events },
    ignoredEventTotal: all.items.length - events.length,
  };
}

/** A list read to its end has as many entries as it has. */
export const withTotal = <Item>(list: Connection<Item>): Connection<Item> => ({
  ...list,
  total: list.isComplete ? list.items.length : undefined,
});
