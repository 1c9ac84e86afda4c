/** Whole days, both ends included; an absent end is open. */
export interface DayRange {
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

type ParsedRange =
  | { readonly kind: 'range'; readonly range: DayRange }
  | { readonly kind: 'refused'; readonly reason: string };

const day = String.raw`\d{4}-\d{2}-\d{2}`;
const forms: readonly (readonly [RegExp, (a: Temporal.PlainDate, b: Temporal.PlainDate) => DayRange])[] = [
  [new RegExp(`^(${day})$`), (on) => toRange(on, on)],
  [new RegExp(`^>=(${day})$`), (from) => toRange(from, undefined)],
  [new RegExp(`^>(${day})$`), (before) => toRange(before.add({ days: 1 }), undefined)],
  [new RegExp(`^<=(${day})$`), (until) => toRange(undefined, until)],
  [new RegExp(`^<(${day})$`), (after) => toRange(undefined, after.subtract({ days: 1 }))],
  [new RegExp(String.raw`^(${day})\.\.\*$`), (from) => toRange(from, undefined)],
  [new RegExp(String.raw`^\*\.\.(${day})$`), (until) => toRange(undefined, until)],
  [new RegExp(String.raw`^(${day})\.\.(${day})$`), toRange],
];

function toRange(from: Temporal.PlainDate | undefined, until: Temporal.PlainDate | undefined): DayRange {
  return { from: from?.toString(), until: until?.toString() };
}

/** Reads days as GitHub writes them: `2026-11-01`, `>=2026-11-01`, `2026-11-01..2026-11-15`, `*..2026-11-15`. */
export function parseDayRange(text: string): ParsedRange {
  for (const [shape, toDays] of forms) {
    const match = shape.exec(text);
    if (match === null) continue;
    const [from, until] = [toDay(match[1]), toDay(match[2] ?? match[1])];
    if (from === undefined || until === undefined)
      return { kind: 'refused', reason: 'There is no such date.' };
    if (Temporal.PlainDate.compare(from, until) > 0) {
      return { kind: 'refused', reason: 'It ends before it starts.' };
    }
    return { kind: 'range', range: toDays(from, until) };
  }
  return {
    kind: 'refused',
    reason: 'It is no date. Write one such as 2026-11-01, >=2026-11-01 or 2026-11-01..2026-11-15.',
  };
}

function toDay(text: string | undefined): Temporal.PlainDate | undefined {
  try {
    return text === undefined ? undefined : Temporal.PlainDate.from(text, { overflow: 'reject' });
  } catch {
    return undefined;
  }
}

/** The days that lie in both. */
export const toOverlap = (a: DayRange, b: DayRange): DayRange => ({
  from: pick(a.from, b.from, (one, other) => one > other),
  until: pick(a.until, b.until, (one, other) => one < other),
});

function pick(
  a: string | undefined,
  b: string | undefined,
  isCloser: (one: string, other: string) => boolean,
): string | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return isCloser(a, b) ? a : b;
}
