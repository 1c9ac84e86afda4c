import type { AttentionGroup } from '@throughline/contract';
import type { FactRow } from './attention-facts.sql.ts';
import type { Part } from './attention-words.ts';
import { type Attention, agreementOf, isBeyond } from './judge-attention.ts';
import type { Snooze } from './snoozes.sql.ts';

/** One row of a list before its names are looked up. */
export interface Item<Told extends Attention = Attention> {
  readonly facts: FactRow;
  readonly attention: Told;
  readonly part: Part;
  readonly snoozedUntilAt?: Date | undefined;
}

/** The order of groups; what bots and AI agents opened comes last, apart. */
const groupOrder = [
  'first-review',
  're-review',
  'changes-requested',
  'not-merged',
  'open-too-long',
  'oversized',
  'unreviewed',
  'robots',
] as const satisfies readonly AttentionGroup[];

export const toGroup = ({ facts, attention }: Item): AttentionGroup =>
  facts.isRobot ? 'robots' : agreementOf[attention.kind];

/** The last thing that happened on a pull request and is news: not a label, not a bot's comment. */
export function toLastHappened(facts: FactRow): Date {
  const { readyAt, lastCommitAt, lastAuthorActionAt, lastReviewerActionAt, mergedAt } = facts;
  const times = [readyAt, lastCommitAt, lastAuthorActionAt, lastReviewerActionAt, mergedAt];
  return new Date(Math.max(...times.map((at) => at?.getTime() ?? 0)));
}

/** Held to a limit that a team set. */
export const isAgreed = ({ attention }: Item): boolean => attention.limit.setBy !== undefined;

export interface Sorted<Row extends Item = Item> {
  readonly waiting: readonly Row[];
  readonly snoozed: readonly Row[];
  readonly leftOut: readonly Row[];
}

/** Tells apart what waits, what its reader put off and nothing new happened on since, and what figures leave out. */
export function sortOut<Row extends Item>(items: readonly Row[], snoozes: readonly Snooze[]): Sorted<Row> {
  const byKey = new Map(snoozes.map((snooze) => [toKey(snooze, snooze.agreement), snooze]));
  const sorted: Record<keyof Sorted, Row[]> = { waiting: [], snoozed: [], leftOut: [] };
  for (const item of items) {
    const snooze = byKey.get(toKey(item.facts, agreementOf[item.attention.kind]));
    const isQuiet = snooze !== undefined && toLastHappened(item.facts).getTime() <= snooze.seenAt.getTime();
    if (item.facts.leftOutReason !== undefined) sorted.leftOut.push(item);
    else if (isQuiet) sorted.snoozed.push({ ...item, snoozedUntilAt: snooze.untilAt });
    else sorted.waiting.push(item);
  }
  return sorted;
}

const toKey = (of: { readonly repositoryId: number; readonly number: number }, agreement: string): string =>
  `${of.repositoryId}#${of.number} ${agreement}`;

export interface Arranged<Row extends Item = Item> {
  readonly page: readonly Row[];
  readonly total: number;
  readonly next: string | undefined;
  readonly groups: readonly { readonly group: AttentionGroup; readonly count: number }[];
}

interface Asked {
  readonly group?: AttentionGroup | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
}

/**
 * One page of rows: by group, in a group what waits longest first. `groups` counts them all, `total` those of the group
 * asked for. `after` is the place of the last row before the page, so that a row that leaves moves no other page.
 */
export function arrange<Row extends Item>(
  items: readonly Row[],
  { group, after, limit }: Asked,
): Arranged<Row> {
  const counts = Map.groupBy(items, toGroup);
  const asked = group === undefined ? items : (counts.get(group) ?? []);
  const placed = asked
    .map((item) => ({ item, place: toPlace(item) }))
    .toSorted((one, other) => (one.place < other.place ? -1 : 1));
  const rest = after === undefined ? placed : placed.filter(({ place }) => place > after);
  const page = rest.slice(0, limit);
  return {
    page: page.map(({ item }) => item),
    total: asked.length,
    next: rest.length > limit ? page.at(-1)?.place : undefined,
    groups: groupOrder.flatMap((each) => {
      const count = counts.get(each)?.length ?? 0;
      return count === 0 ? [] : [{ group: each, count }];
    }),
  };
}

/** The first rows of a short list: what is beyond its limit, then the rest, what waits longest first. */
export function takeFirst<Row extends Item>(items: readonly Row[], limit: number, now: Date): readonly Row[] {
  const toRank = (item: Row): string => `${isBeyond(item.attention, now) ? 0 : 1} ${toPlace(item).slice(2)}`;
  return items
    .map((item) => ({ item, rank: toRank(item) }))
    .toSorted((one, other) => (one.rank < other.rank ? -1 : 1))
    .slice(0, limit)
    .map(({ item }) => item);
}

/** A text that sorts as the rows do. */
const toPlace = (item: Item): string =>
  [
    groupOrder.indexOf(toGroup(item)),
    pad(item.attention.sinceAt.getTime(), 15),
    pad(item.facts.repositoryId, 16),
    pad(item.facts.number, 10),
    item.attention.kind,
  ].join('-');

const pad = (value: number, length: number): string => String(value).padStart(length, '0');
