import type { Membership } from '@throughline/contract';

/** A time, `untilOn` being the first day that is no part of it; absent: for good. Days as `2026-11-21` sort as they stand. */
interface Span {
  readonly fromOn: string;
  readonly untilOn?: string | undefined;
}

const forGood = '9999-12-31';
const endOf = ({ untilOn }: Span): string => untilOn ?? forGood;

/** Somebody's times in a team without what lies in `span`. */
export const cutOut = (held: readonly Membership[], span: Span): readonly Membership[] =>
  held.flatMap((one) => {
    if (endOf(one) <= span.fromOn || endOf(span) <= one.fromOn) return [one];
    const before = one.fromOn < span.fromOn ? [{ ...one, untilOn: span.fromOn }] : [];
    const after = endOf(span) < endOf(one) ? [{ ...one, fromOn: endOf(span) }] : [];
    return [...before, ...after];
  });

/** Somebody's times in a team, one of them laid over what was there; times that touch and say the same become one. */
export const layOver = (held: readonly Membership[], laid: Membership): readonly Membership[] =>
  joinEqual([...cutOut(held, laid), laid]);

function joinEqual(memberships: readonly Membership[]): readonly Membership[] {
  const joined: Membership[] = [];
  for (const next of memberships.toSorted((one, other) => (one.fromOn < other.fromOn ? -1 : 1))) {
    const last = joined.at(-1);
    if (last?.untilOn === next.fromOn && last.part === next.part && last.isLead === next.isLead) {
      const { untilOn: _, ...open } = last;
      joined[joined.length - 1] = next.untilOn === undefined ? open : { ...open, untilOn: next.untilOn };
    } else joined.push(next);
  }
  return joined;
}

/** Whether times follow each other: each ends after it begins, and none begins before the one before it ends. */
export function areApart(memberships: readonly Membership[]): boolean {
  const sorted = memberships.toSorted((one, other) => (one.fromOn < other.fromOn ? -1 : 1));
  return sorted.every(
    (one, at) => one.fromOn < endOf(one) && endOf(one) <= (sorted[at + 1]?.fromOn ?? forGood),
  );
}

/** The time that holds on a day. */
export const findOn = (memberships: readonly Membership[], on: string): Membership | undefined =>
  memberships.find((one) => one.fromOn <= on && on < endOf(one));

/**
 * The times of one who was several before they were merged: on each day a contributor where any of them was, and a lead
 * where any of them was.
 */
export function unite(held: readonly Membership[]): readonly Membership[] {
  const days = [...new Set(held.flatMap((one) => [one.fromOn, endOf(one)]))].toSorted();
  return joinEqual(
    days.flatMap((fromOn, at) => {
      const present = held.filter((one) => one.fromOn <= fromOn && fromOn < endOf(one));
      const most = present.find(({ part }) => part === 'contributor') ?? present[0];
      if (most === undefined) return [];
      const { part, source } = most;
      const isLead = present.some((one) => one.isLead);
      const untilOn = days[at + 1];
      const isForGood = untilOn === undefined || untilOn === forGood;
      return [{ part, isLead, fromOn, source, ...(isForGood ? {} : { untilOn }) }];
    }),
  );
}
