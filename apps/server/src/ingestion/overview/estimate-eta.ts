/** A range of minutes. */
export interface Eta {
  readonly fromMinutes: number;
  readonly toMinutes: number;
}

/** What the hour's quota leaves for reading history. */
export interface QuotaOutlook {
  readonly pointsLeft: number;
  readonly pointsAnHour: number;
  readonly minutesToReset: number;
}

export interface EtaQuestion {
  /** Pull requests to read. */
  readonly remaining: number;
  /** Pull requests a minute while reading goes on; undefined while that is not known. */
  readonly perMinute: number | undefined;
  /** Points a pull request costs; undefined while that is not known. */
  readonly pointsEach: number | undefined;
  /** Undefined where there is no limit. */
  readonly quota: QuotaOutlook | undefined;
}

/** Sixty-one per cent of a history say little about the rest: pull requests differ in size. */
const shortest = 0.85;
const longest = 1.2;

/** How long until everything has been read, waits for the quota included; undefined when nobody can tell. */
export function estimateEta(question: EtaQuestion): Eta | undefined {
  const { remaining, perMinute } = question;
  if (remaining <= 0 || perMinute === undefined || perMinute <= 0) return undefined;
  const minutes = Math.max(remaining / perMinute, toQuotaMinutes(question, perMinute));
  return {
    fromMinutes: toRound(minutes * shortest, Math.floor),
    toMinutes: toRound(minutes * longest, Math.ceil),
  };
}

/** Minutes until the points suffice: what is left, then an hour's worth after each reset. */
function toQuotaMinutes({ remaining, pointsEach, quota }: EtaQuestion, perMinute: number): number {
  if (quota === undefined || pointsEach === undefined || quota.pointsAnHour <= 0) return 0;
  const missing = remaining * pointsEach - quota.pointsLeft;
  if (missing <= 0) return 0;
  const wholeHours = Math.ceil(missing / quota.pointsAnHour) - 1;
  const lastPoints = missing - wholeHours * quota.pointsAnHour;
  return quota.minutesToReset + wholeHours * 60 + lastPoints / pointsEach / perMinute;
}

/** To the minute below twenty, to five minutes above; at least one. */
function toRound(minutes: number, round: (value: number) => number): number {
  const step = minutes < 20 ? 1 : 5;
  return Math.max(1, round(minutes / step) * step);
}

/** `40 to 55 minutes`, `2 to 3 hours`, `about a minute`. */
export function toEtaWords({ fromMinutes, toMinutes }: Eta): string {
  if (toMinutes < 120) return toRange(fromMinutes, toMinutes, 'minute');
  if (toMinutes < 72 * 60) return toRange(Math.floor(fromMinutes / 60), Math.ceil(toMinutes / 60), 'hour');
  return toRange(Math.floor(fromMinutes / 1440), Math.ceil(toMinutes / 1440), 'day');
}

function toRange(from: number, to: number, unit: string): string {
  const least = Math.max(1, from);
  if (least < to) return `${least} to ${to} ${unit}s`;
  return to === 1 ? `about ${unit === 'hour' ? 'an' : 'a'} ${unit}` : `about ${to} ${unit}s`;
}
