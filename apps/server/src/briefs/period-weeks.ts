import type { Period } from '@throughline/contract';

/** One ISO week of a period, cut to the period's days. */
export interface PeriodWeek {
  /** Its Monday. */
  readonly startsOn: string;
  readonly from: string;
  readonly until: string;
  readonly isPartial: boolean;
  /** "week 47" */
  readonly label: string;
}

/** The ISO weeks a period touches, oldest first. A week is partial when the period cuts it or it is not over. */
export function toWeeks(period: Period): readonly PeriodWeek[] {
  const first = Temporal.PlainDate.from(period.from);
  const last = Temporal.PlainDate.from(period.until);
  const weeks: PeriodWeek[] = [];
  let monday = first.subtract({ days: first.dayOfWeek - 1 });
  while (Temporal.PlainDate.compare(monday, last) <= 0) {
    weeks.push(toWeek(monday, first, last, period.isOver));
    monday = monday.add({ weeks: 1 });
  }
  return weeks;
}

function toWeek(
  monday: Temporal.PlainDate,
  first: Temporal.PlainDate,
  last: Temporal.PlainDate,
  isOver: boolean,
): PeriodWeek {
  const sunday = monday.add({ days: 6 });
  const from = later(monday, first);
  const until = earlier(sunday, last);
  const isCut = !from.equals(monday) || !until.equals(sunday);
  return {
    startsOn: monday.toString(),
    from: from.toString(),
    until: until.toString(),
    isPartial: isCut || (!isOver && until.equals(last)),
    label: `week ${monday.weekOfYear}`,
  };
}

const later = (one: Temporal.PlainDate, other: Temporal.PlainDate): Temporal.PlainDate =>
  Temporal.PlainDate.compare(one, other) >= 0 ? one : other;

const earlier = (one: Temporal.PlainDate, other: Temporal.PlainDate): Temporal.PlainDate =>
  Temporal.PlainDate.compare(one, other) <= 0 ? one : other;
