/** Every hour of some days of the week, in a zone; 1 is Monday. */
export interface WorkingTime {
  readonly zone: string;
  readonly days: readonly number[];
  /** What happens after the end of this day, as `2026-11-21`, is not asked about. */
  readonly todayOn: string;
}

/**
 * Stretches of time without a break that lie on working days, in seconds since 1970: the n-th begins at `starts[n]`, and
 * `before[n]` seconds were worked until then. The first is empty and lies before all; behind the last `before` has the sum.
 */
export interface WorkingRuns {
  readonly starts: readonly number[];
  readonly before: readonly number[];
}

const dayMs = 86_400_000;
const beforeAll = -1e12;

/**
 * The stretches of working days since 1970, to the moment also where clocks change: what lies in them is elapsed time, so
 * that working hours never exceed elapsed hours, and equal them where every day is worked.
 */
export function toWorkingRuns({ zone, days, todayOn }: WorkingTime): WorkingRuns {
  const starts = [beforeAll];
  const before = [0];
  let worked = 0;
  let endMs: number | undefined;
  for (const { fromMs, untilMs } of listWorkingDays(zone, days, todayOn)) {
    if (fromMs !== endMs) {
      starts.push(fromMs / 1_000);
      before.push(worked);
    }
    worked += (untilMs - fromMs) / 1_000;
    endMs = untilMs;
  }
  return { starts, before: [...before, worked] };
}

interface Stretch {
  readonly fromMs: number;
  readonly untilMs: number;
}

/** Each working day in order, in two where clocks change on it. */
function* listWorkingDays(zone: string, days: readonly number[], todayOn: string): Generator<Stretch> {
  for (const { fromMs, untilMs, offsetMs } of listOffsets(zone, todayOn)) {
    const firstDay = Math.floor((fromMs + offsetMs) / dayMs);
    for (let day = firstDay; day * dayMs - offsetMs < untilMs; day += 1) {
      if (!days.includes(toWeekday(day))) continue;
      const startMs = day * dayMs - offsetMs;
      yield { fromMs: Math.max(fromMs, startMs), untilMs: Math.min(untilMs, startMs + dayMs) };
    }
  }
}

/** Of a day that is counted from 1970-01-01, a Thursday. */
const toWeekday = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1;

/** How far a zone's clocks were ahead of UTC, from one change to the next. */
function* listOffsets(zone: string, todayOn: string): Generator<Stretch & { readonly offsetMs: number }> {
  const endMs = Temporal.PlainDate.from(todayOn).add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds;
  let at = Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
  while (at.epochMilliseconds < endMs) {
    const next = at.getTimeZoneTransition('next');
    const untilMs = Math.min(next?.epochMilliseconds ?? endMs, endMs);
    yield { fromMs: at.epochMilliseconds, untilMs, offsetMs: at.offsetNanoseconds / 1_000_000 };
    if (next === null) return;
    at = next;
  }
}
