import type { Period } from '@throughline/contract';

/** An ISO week as its address and its sentence name it. */
export interface WeekRef {
  /** As `2026-W47`. */
  readonly text: string;
  readonly label: string;
  /** Its Monday, as `2026-11-16`. */
  readonly startsOn: string;
}

/** How many weeks before are shown beside a week. */
const pastWeeks = 12;

const toRef = (monday: Temporal.PlainDate): WeekRef => ({
  text: `${monday.yearOfWeek}-W${String(monday.weekOfYear).padStart(2, '0')}`,
  label: `week ${monday.weekOfYear}`,
  startsOn: monday.toString(),
});

/** The weeks around one: the twelve before it, oldest first, the one before and the one after. */
export function toWeeksAround({ from }: Pick<Period, 'from'>) {
  const monday = Temporal.PlainDate.from(from);
  const past = Array.from({ length: pastWeeks }, (_, at) =>
    toRef(monday.subtract({ weeks: pastWeeks - at })),
  );
  return {
    week: toRef(monday),
    past,
    before: toRef(monday.subtract({ weeks: 1 })),
    after: toRef(monday.add({ weeks: 1 })),
    /** The days of the twelve weeks before. */
    pastDays: `${monday.subtract({ weeks: pastWeeks }).toString()}..${monday.subtract({ days: 1 }).toString()}`,
    /** Those of the week too. */
    allDays: `${monday.subtract({ weeks: pastWeeks }).toString()}..${monday.add({ days: 6 }).toString()}`,
  };
}
