import type { Gap } from '../answers/graphql-errors.ts';
import { account } from '../fields/actor.ts';
import { closingIssue } from '../fields/closing-issue.ts';
import { type RawConnection, toConnection } from '../fields/connection.ts';
import { label } from '../fields/label.ts';
import { reviewComment } from '../fields/review-comment.ts';
import { reviewRequest } from '../fields/review-request.ts';
import type { Connection } from '../records/connection.ts';
import type { PullRequestRecord } from '../records/pull-request-record.ts';
import { timelineKeys, toTimeline, withTotal } from './to-timeline.ts';

/** A list that has more at GitHub than the record holds. */
export interface Unfinished {
  /** Of the pull request, or of the review thread. */
  readonly nodeId: string;
  /** Entries to expect of one page. */
  readonly expected: number;
  /** Where what is held ends; undefined when nothing is. */
  readonly after: string | undefined;
}

/** What one answer brought for one list. */
export interface PartAnswer {
  readonly nodeId: string;
  readonly raw: RawConnection;
  readonly gaps: readonly Gap[];
  /** It began where the record's list ends, instead of at the start. */
  readonly isContinued: boolean;
}

/** How one list of a pull request is found unfinished and completed. */
interface Part {
  find(record: PullRequestRecord): readonly Unfinished[];
  merge(record: PullRequestRecord, answer: PartAnswer): PullRequestRecord;
}

/** A list that stands in the record under `key`. */
type ListKey = {
  [Key in keyof PullRequestRecord]: PullRequestRecord[Key] extends Connection<unknown> ? Key : never;
}[keyof PullRequestRecord];

const fullPage = 100;
/** Review threads hold two comments on average. */
const usualThread = 3;

const findUnfinished = (
  nodeId: string,
  { isComplete, unavailableReason, total, after }: Connection<unknown>,
  usual: number,
): readonly Unfinished[] =>
  isComplete || unavailableReason !== undefined
    ? []
    : [{ nodeId, after, expected: Math.min(fullPage, total ?? usual) }];

/** What is held and what came. An answer that brought no list leaves what is held, marked with the reason. */
function merge<Item>(held: Connection<Item>, found: Connection<Item>, answer: PartAnswer): Connection<Item> {
  if (answer.raw !== undefined) return answer.isContinued ? append(held, found) : found;
  const { items, total } = held;
  return { items, total, isComplete: false, unavailableReason: found.unavailableReason ?? 'gone' };
}

/** A last page alone never matches GitHub's total; with those before it, it may. */
function append<Item>(held: Connection<Item>, more: Connection<Item>): Connection<Item> {
  const items = [...held.items, ...more.items];
  const { unavailableReason, ...rest } = more;
  if (unavailableReason === undefined) return { ...rest, items };
  const isWhole = unavailableReason === 'count-differs' && items.length === more.total;
  return isWhole ? { ...rest, items, isComplete: true } : { ...rest, items, unavailableReason };
}

function createPart<Key extends ListKey>(
  key: Key,
  read: (answer: PartAnswer) => PullRequestRecord[Key],
): Part {
  return {
    find: (record) => findUnfinished(record.nodeId, record[key], fullPage),
    merge: (record, answer) => {
      if (answer.nodeId !== record.nodeId) return record;
      return { ...record, [key]: merge<unknown>(record[key], read(answer), answer) };
    },
  };
}

/** Reviews, conversation comments, commits, threads and events: they come in one list, and end where it ends. */
const timeline: Part = {
  find: (record) => findUnfinished(record.nodeId, record.timeline, fullPage),
  merge: (record, answer) => {
    if (answer.nodeId !== record.nodeId) return record;
    const found = toTimeline(answer.raw, answer.gaps);
    const lists = timelineKeys.map((key): [string, Connection<unknown>] => [
      key,
      withTotal(merge<unknown>(record[key], found[key], answer)),
    ]);
    const ignoredBefore = answer.isContinued || answer.raw === undefined ? record.ignoredEventTotal : 0;
    return {
      ...record,
      ...Object.fromEntries(lists),
      ignoredEventTotal: ignoredBefore + found.ignoredEventTotal,
    };
  },
};

/** The comments of threads, once all threads are there. */
const threadComments: Part = {
  find: ({ reviewThreads }) => {
    if (!reviewThreads.isComplete && reviewThreads.unavailableReason === undefined) return [];
    return reviewThreads.items.flatMap((thread) =>
      findUnfinished(thread.nodeId, thread.comments, usualThread),
    );
  },
  merge: (record, answer) => {
    const items = record.reviewThreads.items.map((thread) => {
      if (thread.nodeId !== answer.nodeId) return thread;
      const found = toConnection(answer.raw, reviewComment, answer.gaps);
      return { ...thread, comments: merge(thread.comments, found, answer) };
    });
    return { ...record, reviewThreads: { ...record.reviewThreads, items } };
  },
};

/** Every list that is completed, by the name its switch bears in the query. */
export const parts = {
  labels: createPart('labels', ({ raw, gaps }) => toConnection(raw, label, gaps)),
  assignees: createPart('assignees', ({ raw, gaps }) => toConnection(raw, account, gaps)),
  reviewRequests: createPart('reviewRequests', ({ raw, gaps }) => toConnection(raw, reviewRequest, gaps)),
  timeline,
  closingIssues: createPart('closingIssues', ({ raw, gaps }) => toConnection(raw, closingIssue, gaps)),
  threadComments,
} as const;

export type PartName = keyof typeof parts;

/** What hangs on a pull request itself. */
export const pullRequestPartNames = [
  'labels',
  'assignees',
  'reviewRequests',
  'timeline',
  'closingIssues',
] as const satisfies readonly PartName[];
