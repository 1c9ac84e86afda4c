import type { Today } from './period.ts';

/** The day it is in a zone at an instant. */
export const toToday = (now: Date, zone: string): Today => ({
  zone,
  on: Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone).toPlainDate().toString(),
});
