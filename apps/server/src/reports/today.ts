import type { Today } from './period.ts';

/** The day it is in a zone at an instant. */
export const toToday = (now: Date, zone: string): Today => ({
  zone,
  on: Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone).toPlainDate().toString(),
});

/** The first moment after a day, as `2026-11-21T23:00:00Z`. */
export const toDayEnd = ({ zone, on }: Today): string =>
  Temporal.PlainDate.from(on).add({ days: 1 }).toZonedDateTime(zone).toInstant().toString();
