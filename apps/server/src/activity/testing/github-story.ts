import * as fc from 'fast-check';
import type { ListFacts, PullRequestFacts } from '../facts.ts';
import { at, comment, factsOf, review } from './pull-request-facts.ts';

/** One state of a pull request at GitHub, and what stood in its lists then. */
interface State {
  readonly title: string;
  readonly isAuthorGone: boolean;
  readonly labels: readonly string[];
  readonly reviews: readonly { readonly id: number; readonly isDismissed: boolean }[];
  readonly comments: readonly number[];
  readonly files: readonly string[];
  readonly resolved: readonly string[];
  readonly events: readonly string[];
}

/** How an answer showed a state: which lists were cut off, and after how many entries. */
interface Look {
  readonly state: number;
  readonly delay: number;
  readonly cuts: Readonly<Partial<Record<CutList, number>>>;
  readonly isSizeKnown: boolean;
}

type CutList = 'labels' | 'reviews' | 'comments' | 'files' | 'threads' | 'events';

const cutLists: readonly CutList[] = ['labels', 'reviews', 'comments', 'files', 'threads', 'events'];
const ids = [1, 2, 3, 4];

const state: fc.Arbitrary<State> = fc.record({
  title: fc.constantFrom('one', 'two', 'three'),
  isAuthorGone: fc.boolean(),
  labels: fc.subarray(['bug', 'feature', 'wip']),
  reviews: fc.subarray(ids).map((some) => some.map((id) => ({ id, isDismissed: false }))),
  comments: fc.subarray(ids),
  files: fc.subarray(['a.ts', 'b.ts', 'c.ts']),
  resolved: fc.subarray(['T1', 'T2']),
  events: fc.subarray(['closed', 'reopened', 'labeled']),
});

const look = (states: number): fc.Arbitrary<Look> =>
  fc.record({
    state: fc.nat({ max: states - 1 }),
    delay: fc.nat({ max: 9 }),
    cuts: fc.dictionary(fc.constantFrom(...cutLists), fc.nat({ max: 3 }), { maxKeys: 4 }),
    isSizeKnown: fc.boolean(),
  });

/**
 * Answers to questions about one pull request through its history, some of them incomplete, in an order that need not
 * be GitHub's. Every state has a version of its own, so none contradicts another.
 */
export const githubStory: fc.Arbitrary<readonly PullRequestFacts[]> = fc
  .array(state, { minLength: 1, maxLength: 5 })
  .chain((states) =>
    fc.array(look(states.length), { minLength: 1, maxLength: 8 }).map((looks) => {
      const life = toLife(states);
      return looks.map((one) => toAnswer(life, one));
    }),
  );

/** What happened stays happened: events are never taken back, dismissed reviews stay dismissed, the ghost stays one. */
function toLife(states: readonly State[]): readonly State[] {
  return states.map((now, index) => {
    const past = states.slice(0, index + 1);
    return {
      ...now,
      isAuthorGone: past.some((one) => one.isAuthorGone),
      events: [...new Set(past.flatMap((one) => one.events))],
      reviews: now.reviews.map(({ id }) => ({ id, isDismissed: index >= id + 1 })),
    };
  });
}

function toAnswer(
  life: readonly State[],
  { state: index, delay, cuts, isSizeKnown }: Look,
): PullRequestFacts {
  const now = life[index];
  if (now === undefined) throw new Error('A look at a state that never was.');
  const cut = <Item>(name: CutList, items: readonly Item[]): ListFacts<Item> => {
    const count = cuts[name];
    const shown = count === undefined ? items : items.slice(0, count);
    const isCut = count !== undefined && shown.length < items.length;
    return { items: shown, total: items.length, reason: isCut ? 'cut-off' : undefined };
  };
  const version = 10 * (index + 1);
  return factsOf({
    version,
    observed: version + delay,
    content: {
      title: `${now.title} ${index}`,
      authorAccountId: now.isAuthorGone ? undefined : 1,
      ...(isSizeKnown ? { additions: index } : { additions: undefined, deletions: undefined }),
    },
    lists: {
      labels: cut(
        'labels',
        now.labels.map((name) => ({ name, colour: `c${index}` })),
      ),
      reviews: cut(
        'reviews',
        now.reviews.map(({ id, isDismissed }) => toReview(id, isDismissed, index)),
      ),
      comments: cut(
        'comments',
        now.comments.map((id) => comment(id, version, index)),
      ),
      files: cut(
        'files',
        now.files.map((path) => toFile(path, index)),
      ),
      threads: cut(
        'threads',
        ['T1', 'T2'].map((nodeId) => toThread(nodeId, now.resolved.includes(nodeId))),
      ),
    },
    events: cut(
      'events',
      now.events.map((kind) => toEvent(kind, now.isAuthorGone)),
    ),
  });
}

const toReview = (id: number, isDismissed: boolean, index: number) =>
  review(id, isDismissed ? 'dismissed' : 'approved', index);

const toFile = (path: string, index: number) =>
  ({ path, changeKind: 'modified', additions: index, deletions: 0 }) as const;

const toThread = (nodeId: string, isResolved: boolean) => ({
  nodeId,
  path: 'a.ts',
  line: 1,
  isResolved,
  isOutdated: false,
  resolvedByAccountId: isResolved ? 2 : undefined,
});

const toEvent = (kind: string, isActorGone: boolean) => ({
  kind,
  occurredAt: at(1),
  actorAccountId: isActorGone ? 0 : 4,
  subject: '',
  nodeId: `E_${kind}`,
});
