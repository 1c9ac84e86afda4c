import type { ListItems, ListPart, PullRequestFacts } from '../facts.ts';
import type { HeldItem, HeldPullRequest } from '../held.ts';
import { listParts } from '../list-parts.data.ts';
import { toEventKey } from '../merge-events.ts';
import { mergePullRequest, type PullRequestChange } from '../merge-pull-request.ts';

const tombstoned: ReadonlySet<ListPart> = new Set(['reviews', 'threads', 'review-comments', 'comments']);

/** What the tables would hold after a change: the same as writing it, without a database. */
export function applyChange(held: HeldPullRequest | undefined, change: PullRequestChange): HeldPullRequest {
  const row = change.row ?? held?.row;
  if (row === undefined) throw new Error('A new pull request comes with its row.');
  const removed = new Set(change.events.removed.map(toEventKey));
  const kept = (held?.events ?? []).filter((event) => !removed.has(toEventKey(event)));
  const events = new Map([...kept, ...change.events.written].map((event) => [toEventKey(event), event]));
  return {
    row,
    parts: new Map([...(held?.parts ?? []), ...change.parts]),
    lists: applyLists(held, change),
    events: [...events.values()],
  };
}

function applyLists(held: HeldPullRequest | undefined, change: PullRequestChange): HeldPullRequest['lists'] {
  const applyList = <P extends ListPart>(part: P): ReadonlyMap<string, HeldItem<ListItems[P]>> => {
    const items = new Map<string, HeldItem<ListItems[P]>>(held?.lists[part] ?? []);
    for (const [key, item] of change.lists[part].written) items.set(key, item);
    for (const key of change.lists[part].removed) {
      const item = items.get(key);
      items.delete(key);
      if (item !== undefined && tombstoned.has(part)) items.set(key, { ...item, isGone: true });
    }
    return items;
  };
  return {
    labels: applyList('labels'),
    assignees: applyList('assignees'),
    'review-requests': applyList('review-requests'),
    reviews: applyList('reviews'),
    threads: applyList('threads'),
    'review-comments': applyList('review-comments'),
    comments: applyList('comments'),
    commits: applyList('commits'),
    files: applyList('files'),
    'closing-issues': applyList('closing-issues'),
  };
}

/** Merges answers one after the other into what is held. */
export function holdAll(answers: readonly PullRequestFacts[], held?: HeldPullRequest): HeldPullRequest {
  const result = answers.reduce<HeldPullRequest | undefined>(
    (now, facts) => applyChange(now, mergePullRequest(now, facts)),
    held,
  );
  if (result === undefined) throw new Error('Nothing was seen.');
  return result;
}

/** What readers see of a pull request: contents and completeness, without when and how they were learnt. */
export function toShown(held: HeldPullRequest): object {
  const lists = listParts.map((part) => [part, toAlive(held, part)]);
  const parts = [...held.parts]
    .map(([name, { state, total, held: count, reason }]) => ({ name, state, total, count, reason }))
    .toSorted((left, right) => (left.name < right.name ? -1 : 1));
  return {
    row: { content: held.row.content, version: held.row.version },
    lists: Object.fromEntries(lists),
    parts,
    events: held.events.map(toEventKey).toSorted(),
  };
}

function toAlive(held: HeldPullRequest, part: ListPart): readonly object[] {
  return [...held.lists[part]]
    .filter(([, item]) => !item.isGone)
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
    .map(([, { item }]) => item);
}
