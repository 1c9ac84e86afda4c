import type { Period } from '@throughline/contract';

/** A period as the address gives it, or why it was not understood. */
export type ParsedPeriod =
  | { readonly kind: 'period'; readonly period: Period }
  | { readonly kind: 'refused'; readonly reason: string };

/** Where "today" is, and in which zone days and weeks begin. */
export interface Today {
  readonly zone: string;
  /** As `2026-11-21`. */
  readonly on: string;
}

export const defaultPeriodText = 'last-30-days';

interface Span {
  readonly from: Temporal.PlainDate;
  readonly until: Temporal.PlainDate;
  readonly label: string;
}

type Reading = Span | string;

type Reader = (groups: Readonly<Record<string, string>>, today: Temporal.PlainDate) => Reading;

/**
 * Reads `last-30-days`, `this-week`, `last-week`, `2026-W47`, `2026-11`, `2026-Q4`, `2026` and `2026-11-01..2026-11-15`
 * as whole days in the workspace's zone, the last one included. Weeks are ISO weeks.
 */
export function parsePeriod(text: string, today: Today): ParsedPeriod {
  const now = Temporal.PlainDate.from(today.on);
  for (const [shape, read] of forms) {
    const match = shape.exec(text);
    if (match === null) continue;
    const span = attempt(() => read(match.groups ?? {}, now));
    if (typeof span === 'string') return { kind: 'refused', reason: span };
    return { kind: 'period', period: toPeriod(text, span, today) };
  }
  return {
    kind: 'refused',
    reason: 'It is no period. Write one such as last-30-days, 2026-W47 or 2026-11-01..2026-11-15.',
  };
}

function attempt(read: () => Reading): Reading {
  try {
    return read();
  } catch {
    return 'There is no such date.';
  }
}

const toPeriod = (text: string, span: Span, today: Today): Period => ({
  text,
  label: span.label,
  from: span.from.toString(),
  until: span.until.toString(),
  zone: today.zone,
  isOver: Temporal.PlainDate.compare(span.until, today.on) < 0,
});

const pick = (groups: Readonly<Record<string, string>>, name: string): number => Number(groups[name]);

const readLastDays: Reader = (groups, today) => {
  const days = pick(groups, 'days');
  if (days < 1 || days > 3660) return 'A period has between 1 and 3660 days.';
  return {
    from: today.subtract({ days: days - 1 }),
    until: today,
    label: days === 1 ? 'today' : `the last ${days} days`,
  };
};

const toWeek = (monday: Temporal.PlainDate, label: string): Span => ({
  from: monday,
  until: monday.add({ days: 6 }),
  label,
});

/** The Monday of a day's ISO week. */
const toMonday = (day: Temporal.PlainDate): Temporal.PlainDate => day.subtract({ days: day.dayOfWeek - 1 });

const readWeek: Reader = (groups) => {
  const year = pick(groups, 'year');
  const week = pick(groups, 'week');
  const monday = toMonday(new Temporal.PlainDate(year, 1, 4)).add({ weeks: week - 1 });
  if (week < 1 || monday.yearOfWeek !== year) return `${year} has no week ${week}.`;
  return toWeek(monday, `week ${week} of ${year}`);
};

const readMonth: Reader = (groups) => {
  const from = Temporal.PlainDate.from(`${groups['year']}-${groups['month']}-01`);
  return {
    from,
    until: from.add({ months: 1 }).subtract({ days: 1 }),
    label: `${monthNames[from.month - 1]} ${from.year}`,
  };
};

const readQuarter: Reader = (groups) => {
  const quarter = pick(groups, 'quarter');
  const from = new Temporal.PlainDate(pick(groups, 'year'), 3 * quarter - 2, 1);
  return { from, until: from.add({ months: 3 }).subtract({ days: 1 }), label: `Q${quarter} ${from.year}` };
};

const readYear: Reader = (groups) => {
  const from = new Temporal.PlainDate(pick(groups, 'year'), 1, 1);
  return { from, until: from.with({ month: 12, day: 31 }), label: String(from.year) };
};

const readDays: Reader = (groups) => {
  const from = Temporal.PlainDate.from(groups['from'] ?? '');
  const until = Temporal.PlainDate.from(groups['until'] ?? '');
  if (Temporal.PlainDate.compare(from, until) > 0) return 'It ends before it starts.';
  return { from, until, label: toDaysLabel(from, until) };
};

const writeDay = (day: Temporal.PlainDate): string => `${day.day} ${monthNames[day.month - 1]} ${day.year}`;

const toDaysLabel = (from: Temporal.PlainDate, until: Temporal.PlainDate): string =>
  from.equals(until) ? writeDay(from) : `${writeDay(from)} to ${writeDay(until)}`;

const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

const forms: readonly (readonly [RegExp, Reader])[] = [
  [/^last-(?<days>\d{1,4})-days$/, readLastDays],
  [/^this-week$/, (_, today) => toWeek(toMonday(today), 'this week')],
  [/^last-week$/, (_, today) => toWeek(toMonday(today).subtract({ weeks: 1 }), 'last week')],
  [/^(?<year>\d{4})-W(?<week>\d{2})$/, readWeek],
  [/^(?<year>\d{4})-(?<month>\d{2})$/, readMonth],
  [/^(?<year>\d{4})-Q(?<quarter>[1-4])$/, readQuarter],
  [/^(?<year>\d{4})$/, readYear],
  [/^(?<from>\d{4}-\d{2}-\d{2})\.\.(?<until>\d{4}-\d{2}-\d{2})$/, readDays],
];
