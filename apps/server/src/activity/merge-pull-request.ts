import type { EventFacts, ListItems, ListPart, Part, PullRequestFacts } from './facts.ts';
import type { HeldItem, HeldPart, HeldPullRequest, HeldRow } from './held.ts';
import { listParts } from './list-parts.data.ts';
import { listRules } from './list-rule.ts';
import { mergeEvents } from './merge-events.ts';
import { fillUntold, mergeFieldParts } from './merge-fields.ts';
import { type ListChange, mergeList } from './merge-list.ts';
import { mergeRow } from './merge-row.ts';

/** What is to be written of one pull request. What it does not name stays as it is. */
export interface PullRequestChange {
  readonly number: number;
  readonly row: HeldRow | undefined;
  readonly parts: ReadonlyMap<Part, HeldPart>;
  readonly lists: { readonly [P in ListPart]: Pick<ListChange<ListItems[P]>, 'written' | 'removed'> };
  readonly events: { readonly written: readonly EventFacts[]; readonly removed: readonly EventFacts[] };
  /** Two contents were seen under one version: nothing was decided, GitHub is to be asked again. */
  readonly isContradicted: boolean;
}

/** Decides what an answer of GitHub changes of what is held of a pull request. */
export function mergePullRequest(
  held: HeldPullRequest | undefined,
  facts: PullRequestFacts,
): PullRequestChange {
  const filled = fillUntold(held, facts);
  const row = mergeRow(held?.row, filled, facts);
  const lists = mergeLists(held, facts);
  const eventsBefore = {
    events: held?.events ?? [],
    part: held?.parts.get('events'),
    row: held?.row,
  };
  const events = mergeEvents(eventsBefore, facts.events, facts);
  const parts = new Map(mergeFieldParts(held, facts, row.row));
  for (const part of listParts) setIfChanged(parts, part, lists[part].part);
  setIfChanged(parts, 'events', events.part);
  return {
    number: facts.number,
    row: row.row,
    parts,
    lists,
    events,
    isContradicted: row.isContradicted || listParts.some((part) => lists[part].isContradicted),
  };
}

type ListChanges = { readonly [P in ListPart]: ListChange<ListItems[P]> };

function mergeLists(held: HeldPullRequest | undefined, facts: PullRequestFacts): ListChanges {
  const merge = <P extends ListPart>(part: P): ListChange<ListItems[P]> => {
    const items: ReadonlyMap<string, HeldItem<ListItems[P]>> = held?.lists[part] ?? new Map();
    const before = { items, part: held?.parts.get(part), row: held?.row };
    return mergeList<ListItems[P]>(before, facts.lists[part], facts, listRules[part]);
  };
  return {
    labels: merge('labels'),
    assignees: merge('assignees'),
    'review-requests': merge('review-requests'),
    reviews: merge('reviews'),
    threads: merge('threads'),
    'review-comments': merge('review-comments'),
    comments: merge('comments'),
    commits: merge('commits'),
    files: merge('files'),
    'closing-issues': merge('closing-issues'),
  };
}

function setIfChanged(parts: Map<Part, HeldPart>, name: Part, part: HeldPart | undefined): void {
  if (part !== undefined) parts.set(name, part);
}

/** Whether anything that readers see is to be written. */
export const isChanged = (change: PullRequestChange): boolean =>
  change.row !== undefined ||
  change.parts.size > 0 ||
  change.events.written.length > 0 ||
  listParts.some((part) => change.lists[part].written.size > 0 || change.lists[part].removed.length > 0);
