/** Days, as `2026-11-21`, the last one included. */
export interface DaySpan {
  readonly from: string;
  readonly until: string;
}

/** The places of a picture in time, from left to right, each as wide as the others, in pixels. */
export interface SpanPlaces {
  readonly spans: readonly DaySpan[];
  readonly left: number;
  readonly step: number;
}

/** The place under a position; the first or last one beside the drawing. */
export function toPlaceAt({ spans, left, step }: SpanPlaces, x: number): number {
  return Math.min(spans.length - 1, Math.max(0, Math.floor((x - left) / step)));
}

/** The days from one place to another, whichever comes first. */
export function toDaySpan({ spans }: SpanPlaces, one: number, other: number): DaySpan | undefined {
  const from = spans[Math.min(one, other)]?.from;
  const until = spans[Math.max(one, other)]?.until;
  return from === undefined || until === undefined ? undefined : { from, until };
}

/** Each day of a period as a place of its own. */
export function listDays({ from, until }: DaySpan): readonly DaySpan[] {
  const days: DaySpan[] = [];
  const end = Date.parse(until);
  for (let at = Date.parse(from); at <= end; at += dayMs) {
    const day = new Date(at).toISOString().slice(0, 10);
    days.push({ from: day, until: day });
  }
  return days;
}

const dayMs = 86_400_000;
