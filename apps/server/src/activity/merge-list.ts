import { compareInstants, laterOf } from './content.ts';
import type { ListFacts, Sighting } from './facts.ts';
import type { HeldItem, HeldPart } from './held.ts';
import { type ListRule, mergeItem } from './list-rule.ts';
import { findCompletePoint, isSamePart, mergePart, type PartBefore, type Point } from './merge-part.ts';

/** A list as it is held. */
export interface HeldList<Item> extends PartBefore {
  readonly items: ReadonlyMap<string, HeldItem<Item>>;
}

/** What an answer changes of a list; nothing is written of what it does not name. */
export interface ListChange<Item> {
  readonly written: ReadonlyMap<string, HeldItem<Item>>;
  readonly removed: readonly string[];
  /** Undefined: as it was. */
  readonly part: HeldPart | undefined;
  /** Two contents were seen under one version. */
  readonly isContradicted: boolean;
}

/** What an answer may do to a list. */
interface Standing extends Sighting {
  readonly complete: Point | undefined;
  readonly isWhole: boolean;
  /** It is newer than the newest whole list, or corrects it: it may add, and when it is whole, remove. */
  readonly isDeciding: boolean;
  /** It speaks of the same version as the newest whole list, without the right to correct it. */
  readonly isRepeating: boolean;
}

function toStanding(before: PartBefore, facts: ListFacts<unknown>, sighting: Sighting): Standing {
  const complete = findCompletePoint(before);
  const order = complete === undefined ? 1 : compareInstants(sighting.version, complete.version);
  const isCorrection =
    order === 0 && sighting.isLookup && complete !== undefined && sighting.observedAt > complete.observedAt;
  return {
    ...sighting,
    complete,
    isWhole: facts.reason === undefined,
    isDeciding: order > 0 || isCorrection,
    isRepeating: order === 0 && !isCorrection,
  };
}

type ItemChange<Item> =
  | { readonly kind: 'none' }
  | { readonly kind: 'contradiction' }
  | { readonly kind: 'written'; readonly item: HeldItem<Item> };

/**
 * Merges a list that an answer showed into the one that is held. Answers that contradict each other under no version
 * lead to the same rows in whatever order and however often they come.
 */
export function mergeList<Item extends object>(
  held: HeldList<Item>,
  facts: ListFacts<Item> | undefined,
  sighting: Sighting,
  rule: ListRule<Item>,
): ListChange<Item> {
  if (facts === undefined) return { written: new Map(), removed: [], part: undefined, isContradicted: false };
  const standing = toStanding(held, facts, sighting);
  const seen = new Map(facts.items.map((item) => [rule.keyOf(item), item]));
  const changes = [...seen].map(
    ([key, item]) => [key, mergeSeen(held.items.get(key), item, standing, rule)] as const,
  );
  const missing = standing.isWhole ? findMissing(held, seen, sighting.version) : [];
  const written = new Map(
    changes.flatMap(([key, change]) => (change.kind === 'written' ? [[key, change.item] as const] : [])),
  );
  const removed = standing.isDeciding ? missing : [];
  return {
    written,
    removed,
    part: findChangedPart(held, facts, standing, { written, removed }),
    isContradicted:
      changes.some(([, change]) => change.kind === 'contradiction') ||
      (standing.isRepeating && missing.length > 0),
  };
}

function mergeSeen<Item extends object>(
  held: HeldItem<Item> | undefined,
  seen: Item,
  standing: Standing,
  rule: ListRule<Item>,
): ItemChange<Item> {
  if (held !== undefined && !held.isGone) return mergeAlive(held, seen, standing, rule);
  if (!standing.isDeciding)
    return { kind: standing.isRepeating && standing.isWhole ? 'contradiction' : 'none' };
  const order = { version: 1, isLater: true, isLookup: standing.isLookup } as const;
  const item = held === undefined ? seen : mergeItem(held.item, seen, order, rule).item;
  return { kind: 'written', item: toHeldItem(item, standing) };
}

const toHeldItem = <Item>(item: Item, { version, observedAt }: Standing): HeldItem<Item> => ({
  item,
  seenVersion: version,
  observedAt,
  isGone: false,
});

function mergeAlive<Item extends object>(
  held: HeldItem<Item>,
  seen: Item,
  standing: Standing,
  rule: ListRule<Item>,
): ItemChange<Item> {
  const last = findLastSeen(held, standing.complete);
  const order = {
    version: compareInstants(standing.version, last.version),
    isLater: standing.observedAt > last.observedAt,
    isLookup: standing.isLookup,
  };
  const merged = mergeItem(held.item, seen, order, rule);
  // A whole list speaks for all its rows at once; what only a part of a list showed must remember when.
  const isRaised = !standing.isWhole && standing.isDeciding && standing.version > held.seenVersion;
  if (merged.verdict === 'contradiction') return { kind: 'contradiction' };
  if (!merged.isChanged && !isRaised) return { kind: 'none' };
  const isTaken = merged.verdict === 'take' || isRaised;
  return {
    kind: 'written',
    item: {
      item: merged.item,
      seenVersion: isTaken ? laterOf(held.seenVersion, standing.version) : held.seenVersion,
      observedAt: isTaken ? laterOf(held.observedAt, standing.observedAt) : held.observedAt,
      isGone: false,
    },
  };
}

/** A row held alive stood in the newest whole list, or was seen after it. */
function findLastSeen(held: HeldItem<unknown>, complete: Point | undefined): Point {
  const own = { version: held.seenVersion, observedAt: held.observedAt };
  if (complete === undefined) return own;
  const order = compareInstants(own.version, complete.version);
  if (order === 0) return { ...own, observedAt: laterOf(own.observedAt, complete.observedAt) };
  return order > 0 ? own : complete;
}

/** Rows held alive that a whole list of `version` lacks and no newer list showed. */
function findMissing<Item>(
  held: HeldList<Item>,
  seen: ReadonlyMap<string, Item>,
  version: Date,
): readonly string[] {
  return [...held.items]
    .filter(([key, item]) => !item.isGone && !seen.has(key) && item.seenVersion <= version)
    .map(([key]) => key);
}

function findChangedPart<Item>(
  held: HeldList<Item>,
  facts: ListFacts<Item>,
  standing: Standing,
  change: Pick<ListChange<Item>, 'written' | 'removed'>,
): HeldPart | undefined {
  const isDecided = standing.isWhole && standing.isDeciding;
  const part = mergePart(held, facts, standing, {
    completeVersion: isDecided ? standing.version : standing.complete?.version,
    isDecided,
    held: countAlive(held, change),
  });
  const isSame = change.written.size === 0 && change.removed.length === 0 && isSamePart(held.part, part);
  return isSame ? undefined : part;
}

function countAlive<Item>(
  held: HeldList<Item>,
  { written, removed }: Pick<ListChange<Item>, 'written' | 'removed'>,
): number {
  const alive = [...held.items].filter(([, item]) => !item.isGone).map(([key]) => key);
  return new Set([...alive, ...written.keys()]).size - removed.length;
}
