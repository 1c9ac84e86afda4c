/** Every hour of some days of the week, in a zone; 1 is Monday. */
export interface WorkingTime {
  readonly zone: string;
  readonly days: readonly number[];
  /** What happens from this instant on, as `2026-11-21T23:00:00Z`, is not asked about. In `zone` it may be any time of day. */
  readonly untilAt: string;
}

/**
 * Stretches of time without a break that lie on working days, in order, in seconds since 1970: the n-th goes from `starts[n]`
 * to `ends[n]`, and `idle[n]` seconds were not worked before it. The first is empty and lies before all instants.
 */
export interface WorkingRuns {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly idle: readonly number[];
}

const dayMs = 86_400_000;
const beforeAll = -1e12;
/** The year git began: a commit's clock that says less is wrong. */
const begin = '2005-01-01T00:00Z';

/**
 * The stretches of working days since 2005, to the moment also where clocks change: what lies in them is elapsed time, so
 * that working hours never exceed elapsed hours, and equal them where every day is worked.
 */
export function toWorkingRuns(time: WorkingTime): WorkingRuns {
  const starts = [beforeAll];
  const ends = [beforeAll];
  const idle = [beforeAll];
  let worked = 0;
  for (const { fromMs, untilMs } of listWorkingDays(time)) {
    const [from, until] = [fromMs / 1_000, untilMs / 1_000];
    if (from === ends.at(-1)) {
      ends[ends.length - 1] = until;
    } else {
      starts.push(from);
      ends.push(until);
      idle.push(from - worked);
    }
    worked += until - from;
  }
  return { starts, ends, idle };
}

interface Stretch {
  readonly fromMs: number;
  readonly untilMs: number;
}

/** Each working day in order, in two where clocks change on it. */
function* listWorkingDays({ zone, days, untilAt }: WorkingTime): Generator<Stretch> {
  for (const { fromMs, untilMs, offsetMs } of listOffsets(zone, untilAt)) {
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
function* listOffsets(zone: string, untilAt: string): Generator<Stretch & { readonly offsetMs: number }> {
  const endMs = Temporal.Instant.from(untilAt).epochMilliseconds;
  let at = Temporal.Instant.from(begin).toZonedDateTimeISO(zone);
  while (at.epochMilliseconds < endMs) {
    const next = at.getTimeZoneTransition('next');
    const untilMs = Math.min(next?.epochMilliseconds ?? endMs, endMs);
    yield { fromMs: at.epochMilliseconds, untilMs, offsetMs: at.offsetNanoseconds / 1_000_000 };
    if (next === null) return;
    at = next;
  }
}
