import type { ListFacts, ListItems, PullRequestContent, PullRequestFacts } from '../facts.ts';

/** An instant `minutes` after the first of these stories begins. */
export const at = (minutes: number): Date => new Date(Date.UTC(2026, 0, 5, 9, minutes));

export const whole = <Item>(...items: readonly Item[]): ListFacts<Item> => ({
  items,
  total: items.length,
  reason: undefined,
});

export const partOf = <Item>(total: number, ...items: readonly Item[]): ListFacts<Item> => ({
  items,
  total,
  reason: 'cut-off',
});

const content: PullRequestContent = {
  githubId: 9001,
  nodeId: 'PR_1',
  title: 'Retry failed payouts',
  bodyLength: 120,
  state: 'open',
  isDraft: false,
  authorAccountId: 1,
  createdAt: at(0),
  closedAt: undefined,
  mergedAt: undefined,
  mergedByAccountId: undefined,
  mergeCommitOid: undefined,
  baseRef: 'main',
  baseOid: 'b'.repeat(40),
  headRef: 'retry',
  headOid: 'a'.repeat(40),
  headRepository: 'acme/payouts',
  isCrossRepository: false,
  additions: 10,
  deletions: 2,
  changedFiles: 1,
  reviewDecision: undefined,
};

const noLists: PullRequestFacts['lists'] = {
  labels: whole(),
  assignees: whole(),
  'review-requests': whole(),
  reviews: whole(),
  threads: whole(),
  'review-comments': whole(),
  comments: whole(),
  commits: whole(),
  files: whole(),
  'closing-issues': whole(),
};

export interface FactsStory
  extends Partial<Omit<PullRequestFacts, 'content' | 'lists' | 'version' | 'observedAt'>> {
  /** Minutes; the version, and when it was observed unless `observed` says otherwise. */
  readonly version: number;
  readonly observed?: number;
  readonly content?: Partial<PullRequestContent>;
  readonly lists?: Partial<PullRequestFacts['lists']>;
}

/** A plain pull request with what a test says about it. */
export const factsOf = ({ version, observed = version, ...story }: FactsStory): PullRequestFacts => ({
  number: 1,
  isLookup: false,
  untold: new Map(),
  events: whole(),
  commits: [],
  ...story,
  version: at(version),
  observedAt: at(observed),
  content: { ...content, ...story.content },
  lists: { ...noLists, ...story.lists },
});

export const review = (
  githubId: number,
  state: ListItems['reviews']['state'] = 'commented',
  bodyLength = 3,
): ListItems['reviews'] => ({
  githubId,
  nodeId: `PRR_${githubId}`,
  authorAccountId: 2,
  state,
  submittedAt: at(githubId),
  commitOid: undefined,
  bodyLength,
});

export const comment = (githubId: number, updated: number, bodyLength = 3): ListItems['comments'] => ({
  githubId,
  nodeId: `IC_${githubId}`,
  authorAccountId: 3,
  bodyLength,
  createdAt: at(0),
  updatedAt: at(updated),
});
