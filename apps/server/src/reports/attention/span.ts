import type { Period } from '@throughline/contract';
import type { Span } from './judge-exceptions.ts';

/** A period as instants: from the first moment of its first day to the end of its last, in its zone. */
export const toSpan = ({ from, until, zone }: Pick<Period, 'from' | 'until' | 'zone'>): Span => ({
  fromOn: from,
  untilOn: until,
  fromAt: toMidnight(Temporal.PlainDate.from(from), zone),
  untilAt: toMidnight(Temporal.PlainDate.from(until).add({ days: 1 }), zone),
});

const toMidnight = (day: Temporal.PlainDate, zone: string): Date =>
  new Date(day.toZonedDateTime(zone).epochMilliseconds);
