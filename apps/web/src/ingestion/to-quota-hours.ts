import type { getQuotaHistory, RouteAnswer } from '@throughline/contract';
import { toClock } from '../ui/moment-words.ts';
import { toCount, toNumber } from '../ui/number-words.ts';

export type QuotaHour = RouteAnswer<typeof getQuotaHistory>['hours'][number];

/** The lanes in order of right of way, as they are named and stacked. */
export const lanes = ['person', 'lookup', 'incremental', 'backfill'] as const;
export type Lane = (typeof lanes)[number];

export const laneNames: Readonly<Record<Lane, string>> = {
  person: 'someone waiting',
  lookup: 'look-ups',
  incremental: 'sync',
  backfill: 'backfill',
};

export const toSpent = ({ spent }: QuotaHour): number => lanes.reduce((sum, lane) => sum + spent[lane], 0);

const toTotal = (hours: readonly QuotaHour[], lane: Lane): number =>
  hours.reduce((sum, { spent }) => sum + spent[lane], 0);

/** What a day of one bucket comes to: "2,310 points in 24 hours, most of them for backfill". */
export const toFinding = (hours: readonly QuotaHour[], unit: string): string => {
  const total = hours.reduce((sum, hour) => sum + toSpent(hour), 0);
  if (total === 0) return `No ${unit}s in the last 24 hours`;
  const [most = 'backfill'] = lanes.toSorted((a, b) => toTotal(hours, b) - toTotal(hours, a));
  const part = toTotal(hours, most);
  const share = part === total ? 'all of them' : part * 2 > total ? 'most of them' : 'the largest part';
  const whose = total === 1 ? `for ${laneNames[most]}` : `${share} for ${laneNames[most]}`;
  return `${toCount(total, unit)} in the last 24 hours, ${whose}`;
};

/** "13:00 to 14:00: 1,200 points: sync 100, backfill 1,100", in the reader's zone unless another is told. */
export const toHourLine = (hour: QuotaHour, unit: string, zone?: string): string => {
  const begin = new Date(hour.hourAt);
  const end = new Date(begin.getTime() + 3_600_000);
  const span = `${toClock(begin, zone)} to ${toClock(end, zone)}`;
  const used = lanes.filter((lane) => hour.spent[lane] > 0);
  if (used.length === 0) return `${span}: nothing`;
  const parts = used.map((lane) => `${laneNames[lane]} ${toNumber(hour.spent[lane])}`).join(', ');
  return `${span}: ${toCount(toSpent(hour), unit)}: ${parts}`;
};

/** What the picture shows, for readers who do not see it. */
export const toDescription = (hours: readonly QuotaHour[], unit: string, zone?: string): string => {
  const kind = `Stacked bars, one for each of the last ${hours.length} hours, oldest first.`;
  const [highest] = hours.toSorted((a, b) => toSpent(b) - toSpent(a));
  if (highest === undefined || toSpent(highest) === 0) return `${kind} No ${unit}s in any.`;
  const empty = hours.filter((hour) => toSpent(hour) === 0).length;
  return `${kind} Highest: ${toHourLine(highest, unit, zone)}. Hours without any: ${empty}. The arrow keys say each hour.`;
};
