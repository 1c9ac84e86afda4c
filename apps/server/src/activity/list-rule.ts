import { compareInstants, isSameContent } from './content.ts';
import type { ListItems, ListPart, ReviewFacts } from './facts.ts';

/** How what was seen relates to what is held. */
export interface Order {
  /** Whether it was seen under an older (-1), the same (0) or a newer (1) version of the pull request. */
  readonly version: -1 | 0 | 1;
  readonly isLater: boolean;
  readonly isLookup: boolean;
}

export type Verdict = 'keep' | 'take' | 'contradiction';

/** How the rows of one list are told apart, and which of two contents of a row holds. */
export interface ListRule<Item> {
  keyOf(item: Item): string;
  /** Asked only when the contents differ. */
  judge(held: Item, seen: Item, order: Order): Verdict;
  /** The item with what only the other one knows and what cannot change, such as who wrote it. */
  fill(item: Item, other: Item): Item;
}

/** A newer version holds; under one version the first content stays until a look-up decides. */
export const judgeByVersion = (order: Order): Verdict => {
  if (order.version !== 0) return order.version > 0 ? 'take' : 'keep';
  return order.isLookup && order.isLater ? 'take' : 'contradiction';
};

/** Without a version of its own: a newer version of the pull request holds, under one version the later observation. */
const judgeByObservation = (order: Order): Verdict => {
  if (order.version !== 0) return order.version > 0 ? 'take' : 'keep';
  return order.isLater ? 'take' : 'keep';
};

const stateRank: Readonly<Record<ReviewFacts['state'], number>> = {
  pending: 0,
  commented: 1,
  'changes-requested': 1,
  approved: 1,
  dismissed: 2,
};

/** A review goes from pending to submitted to dismissed and never back. */
const judgeReview = (held: ReviewFacts, seen: ReviewFacts, order: Order): Verdict => {
  const advance = stateRank[seen.state] - stateRank[held.state];
  if (advance !== 0) return advance > 0 ? 'take' : 'keep';
  return judgeByObservation(order);
};

interface Versioned {
  readonly updatedAt: Date;
}

/** A comment has a version of its own. */
const judgeComment = (held: Versioned, seen: Versioned, order: Order): Verdict =>
  judgeByVersion({ ...order, version: compareInstants(seen.updatedAt, held.updatedAt) });

interface Authored {
  readonly authorAccountId: number | undefined;
}

/** An account that is gone from GitHub stays the author of what it wrote. */
const fillAuthor = <Item extends Authored>(item: Item, other: Item): Item => ({
  ...item,
  authorAccountId: item.authorAccountId ?? other.authorAccountId,
});

/** Nor does the commit that was reviewed change. */
const fillReview = (review: ReviewFacts, other: ReviewFacts): ReviewFacts => ({
  ...fillAuthor(review, other),
  commitOid: review.commitOid ?? other.commitOid,
});

const setRule = <Item extends object>(keyOf: (item: Item) => string): ListRule<Item> => ({
  keyOf,
  judge: (_held, _seen, order) => judgeByVersion(order),
  fill: (item) => item,
});

export const listRules: { readonly [P in ListPart]: ListRule<ListItems[P]> } = {
  labels: setRule((label) => label.name),
  assignees: setRule((assignee) => String(assignee.accountId)),
  'review-requests': setRule((request) => `${request.reviewerKind} ${request.reviewerKey}`),
  reviews: { keyOf: (review) => String(review.githubId), judge: judgeReview, fill: fillReview },
  threads: {
    keyOf: (thread) => thread.nodeId,
    judge: (_held, _seen, order) => judgeByObservation(order),
    fill: (thread) => thread,
  },
  'review-comments': {
    keyOf: (comment) => String(comment.githubId),
    judge: judgeComment,
    fill: fillAuthor,
  },
  comments: { keyOf: (comment) => String(comment.githubId), judge: judgeComment, fill: fillAuthor },
  commits: setRule((commit) => commit.oid),
  files: setRule((file) => file.path),
  'closing-issues': setRule((issue) => `${issue.issueRepository}#${issue.issueNumber}`),
};

export interface MergedItem<Item> {
  readonly item: Item;
  readonly verdict: Verdict;
  /** Whether `item` differs from what is held. */
  readonly isChanged: boolean;
}

/** What becomes of a row that is held and seen again. */
export function mergeItem<Item extends object>(
  held: Item,
  seen: Item,
  order: Order,
  rule: ListRule<Item>,
): MergedItem<Item> {
  const kept = rule.fill(held, seen);
  const taken = rule.fill(seen, held);
  const verdict = isSameContent(kept, taken) ? 'keep' : rule.judge(held, seen, order);
  const item = verdict === 'take' ? taken : kept;
  return { item, verdict, isChanged: !isSameContent(item, held) };
}
