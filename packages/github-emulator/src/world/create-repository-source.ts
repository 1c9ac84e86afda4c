import type {
  CommitRecord,
  IssueRecord,
  LabelRecord,
  NumberPage,
  PullRequestListQuery,
  PullRequestRecord,
  PullRequestState,
  RepositoryRecord,
  RepositorySource,
} from './model.ts';
import { createInstantOrder, listNumbers, type NumberOrder } from './number-list.ts';
import { once } from './once.ts';

/** What a source knows; the lists are made from it, when first asked. */
export interface RepositoryParts {
  readonly record: RepositoryRecord;
  readonly labels: readonly LabelRecord[];
  readonly pulls: NumberedThings<PullRequestRecord, PullRequestState>;
  readonly issues: NumberedThings<IssueRecord, IssueRecord['state']>;
  readonly commit: (oid: string) => CommitRecord | undefined;
  readonly countHistory: () => number;
  readonly listHistory: (range: { readonly skip: number; readonly first: number }) => readonly CommitRecord[];
}

/** Things with a number, in the order of their making, each a pure function of its number. */
export interface NumberedThings<Thing, State> {
  readonly count: number;
  /** The number of the thing at a place from 0; ascending. */
  numberAt(place: number): number;
  /** What the lists need, cheaply; asked only for numbers `numberAt` gave. */
  outline(number: number): { readonly state: State; readonly updatedAtSeconds: number };
  find(number: number): Thing | undefined;
}

/** A lazy repository: 8 bytes a thing once a list by update is asked, one more once states are. */
export function createRepositorySource(parts: RepositoryParts): RepositorySource {
  const pulls = createLists(parts.pulls, ['OPEN', 'CLOSED', 'MERGED']);
  const issues = createLists(parts.issues, ['OPEN', 'CLOSED']);
  return {
    record: parts.record,
    labels: parts.labels,
    countPullRequests: pulls.count,
    listPullRequests: pulls.list,
    pullRequest: parts.pulls.find,
    countIssues: issues.count,
    listIssues: issues.list,
    issue: parts.issues.find,
    commit: parts.commit,
    countHistory: parts.countHistory,
    listHistory: parts.listHistory,
  };
}

interface ListQuery<State> extends Omit<PullRequestListQuery, 'states'> {
  readonly states?: readonly State[] | undefined;
}

function createLists<State extends string>(
  things: NumberedThings<unknown, State>,
  allStates: readonly State[],
): { count: (states?: readonly State[]) => number; list: (query: ListQuery<State>) => NumberPage } {
  const created: NumberOrder = { length: things.count, keyAt: things.numberAt, toNumber: (key) => key };
  const updated = once(() => createInstantOrder(readUpdates(things), things.count));
  const states = once(() => createStateTable(things, allStates));
  const isEvery = (asked: readonly State[]): boolean => allStates.every((state) => asked.includes(state));
  const count = (asked?: readonly State[]): number =>
    asked === undefined || isEvery(asked) ? things.count : states().count(asked);
  return {
    count,
    list({ states: asked, orderBy, ...range }) {
      return listNumbers({
        ...range,
        order: orderBy === 'CREATED_AT' ? created : updated(),
        totalCount: count(asked),
        matches: asked === undefined || isEvery(asked) ? undefined : states().matcher(asked),
      });
    },
  };
}

function* readUpdates(
  things: NumberedThings<unknown, unknown>,
): Generator<{ number: number; atSeconds: number }> {
  for (let place = 0; place < things.count; place += 1) {
    const number = things.numberAt(place);
    yield { number, atSeconds: things.outline(number).updatedAtSeconds };
  }
}

/** One byte a number, so that lists by state make no outline twice. */
function createStateTable<State extends string>(
  things: NumberedThings<unknown, State>,
  allStates: readonly State[],
) {
  const codes = new Uint8Array(things.count === 0 ? 0 : things.numberAt(things.count - 1) + 1);
  const counts = allStates.map(() => 0);
  for (let place = 0; place < things.count; place += 1) {
    const number = things.numberAt(place);
    const code = allStates.indexOf(things.outline(number).state);
    codes[number] = code;
    counts[code] = (counts[code] ?? 0) + 1;
  }
  const isAsked = (asked: readonly State[]) => allStates.map((state) => asked.includes(state));
  return {
    count(asked: readonly State[]): number {
      const has = isAsked(asked);
      return counts.reduce((sum, count, code) => sum + (has[code] === true ? count : 0), 0);
    },
    matcher(asked: readonly State[]): (number: number) => boolean {
      const has = isAsked(asked);
      return (number) => has[codes[number] ?? 0] === true;
    },
  };
}
