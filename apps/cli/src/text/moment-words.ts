const secondMs = 1_000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** How long something has been, or will be, in one unit: "4 s", "12 min", "3 h", "9 d". */
function toLength(lengthMs: number): string {
  const length = Math.abs(lengthMs);
  if (length < minuteMs) return `${Math.floor(length / secondMs)} s`;
  if (length < hourMs) return `${Math.floor(length / minuteMs)} min`;
  if (length < 3 * dayMs) return `${Math.floor(length / hourMs)} h`;
  return `${Math.floor(length / dayMs)} d`;
}

/** "4 min ago", "in 12 d". */
export function toRelative(at: string, now: Date): string {
  const distanceMs = now.getTime() - Date.parse(at);
  if (Math.abs(distanceMs) < secondMs) return 'now';
  return distanceMs > 0 ? `${toLength(distanceMs)} ago` : `in ${toLength(distanceMs)}`;
}

/** "14:32" today, "21 Nov 14:32" on another day, in this terminal's zone. */
export function toClock(at: string, now: Date): string {
  const moment = new Date(at);
  const time = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short' }).format(moment);
  const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });
  return day.format(moment) === day.format(now) ? time : `${day.format(moment)} ${time}`;
}

/** "19 February 2027". */
export const toDay = (at: string): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' }).format(new Date(at));
