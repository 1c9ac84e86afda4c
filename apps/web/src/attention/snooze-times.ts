export interface SnoozeTime {
  readonly name: string;
  readonly at: Date;
}

const morning = 9;
const laterHours = 3;

/** A morning so many days after a moment, in the zone of this machine. */
const toMorning = (from: Date, days: number): Date =>
  new Date(from.getFullYear(), from.getMonth(), from.getDate() + days, morning);

/**
 * When something put off can come back: three hours from now on the full hour where that is still today, tomorrow at 9, and
 * Monday at 9.
 */
export function toSnoozeTimes(now: Date): readonly SnoozeTime[] {
  const later = new Date(now.getFullYear(), now.getMonth(), now.getDate(), now.getHours() + laterHours);
  const toMonday = (8 - (now.getDay() || 7)) % 7 || 7;
  return [
    ...(later.getDate() === now.getDate() ? [{ name: 'Later today', at: later }] : []),
    { name: 'Tomorrow', at: toMorning(now, 1) },
    { name: 'Next week', at: toMorning(now, toMonday) },
  ];
}

/** The morning of a day written as `2026-11-23`; undefined for what is no day, or none to come. */
export function findMorning(day: string, now: Date): Date | undefined {
  const [year, month, date] = day.split('-').map(Number);
  if (year === undefined || month === undefined || date === undefined) return undefined;
  const at = new Date(year, month - 1, date, morning);
  return at.getTime() > now.getTime() ? at : undefined;
}

/** "Mon 23 Nov, 09:00" */
export const toTimeWords = (at: Date): string =>
  new Intl.DateTimeFormat('en-GB', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  }).format(at);
