import type { Instant } from './account-record.ts';

/** GitHub's form of an instant: whole seconds, UTC. */
export function toInstant(atSeconds: number): Instant {
  return `${new Date(Math.floor(atSeconds) * 1000).toISOString().slice(0, -5)}Z`;
}

export function toSeconds(instant: string): number {
  return Math.floor(Date.parse(instant) / 1000);
}

/** The instant in a zone's own clock, as git keeps it: `2026-03-01T10:30:00+01:00`. */
export function toZonedInstant(atSeconds: number, offsetMinutes: number): string {
  const local = new Date((Math.floor(atSeconds) + offsetMinutes * 60) * 1000).toISOString().slice(0, 19);
  const [sign, size] = [offsetMinutes < 0 ? '-' : '+', Math.abs(offsetMinutes)];
  const pad = (part: number): string => String(Math.floor(part)).padStart(2, '0');
  return `${local}${sign}${pad(size / 60)}:${pad(size % 60)}`;
}
