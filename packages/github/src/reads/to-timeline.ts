import * as z from 'zod';
import type { Gap } from '../answers/graphql-errors.ts';
import { comment } from '../fields/comment.ts';
import { pullRequestCommit } from '../fields/commit.ts';
import {
  type Entries,
  findLostInside,
  judgeEnd,
  type RawConnection,
  toList,
  toReason,
} from '../fields/connection.ts';
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

/** What may not be empty and was refused, by the name it is asked under: whose entry is null for it. */
const keysByField: ReadonlyMap<string | number | undefined, TimelineKey> = new Map([
  ['added', 'commits'],
  ['label', 'timeline'],
]);

/** An entry of a timeline, and the list it belongs to; undefined: it may be of any, and none is whole. */
interface Placed {
  readonly node: unknown;
  readonly key: TimelineKey | undefined;
  /** What is missing of it, paths beginning at the timeline. */
  readonly gaps: readonly Gap[];
}

function toPlaced(node: unknown, at: number, gaps: readonly Gap[]): Placed {
  const own = gaps.filter(({ path }) => path[0] === 'nodes' && path[1] === at);
  const { data } = typed.safeParse(node);
  if (data !== undefined) return { node, key: keysByType.get(data.__typename) ?? 'timeline', gaps: own };
  return { node, key: node === null ? keysByField.get(own[0]?.path[2]) : undefined, gaps: own };
}

/**
 * Parts a timeline into its lists. They end where it ends; how many there are of each is known only then. Of the events,
 * those that this version knows, and how many it does not.
 */
export function toTimeline(raw: RawConnection, gaps: readonly Gap[]): TimelineLists {
  const nodes = raw?.nodes ?? [];
  const end: Entries['end'] =
    raw === undefined
      ? { isComplete: false, unavailableReason: toReason(gaps[0]?.kind) }
      : judgeEnd(raw, nodes.length, { isCounted: false });
  const placed = nodes.map((node, at) => toPlaced(node, at, gaps));
  const toKind = <Schema extends z.ZodType>(key: TimelineKey, entry: Schema) => {
    const own = placed.filter((one) => one.key === key || one.key === undefined);
    return withTotal(toOwnList(own, { nodes, end }, entry));
  };
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

function toOwnList<Schema extends z.ZodType>(
  own: readonly Placed[],
  whole: Pick<Entries, 'nodes' | 'end'>,
  entry: Schema,
): Connection<z.output<Schema>> {
  const lost = findLostInside(
    whole.nodes,
    own.flatMap(({ gaps }) => gaps),
  );
  const end: Entries['end'] = lost === undefined ? whole.end : { isComplete: false, unavailableReason: lost };
  const withheld = toReason(own.find(({ node }) => node === null)?.gaps[0]?.kind);
  return toList({ nodes: own.map(({ node }) => node), total: undefined, end }, entry, withheld);
}

/** A list read to its end has as many entries as it has. */
export const withTotal = <Item>(list: Connection<Item>): Connection<Item> => ({
  ...list,
  total: list.isComplete ? list.items.length : undefined,
});
