import type { getQuotaHistory, RouteAnswer } from '@throughline/contract';
import { toNumber } from '../ui/number-words.ts';

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
  if (total === 0) return `No ${unit} in the last 24 hours`;
  const [most = 'backfill'] = lanes.toSorted((a, b) => toTotal(hours, b) - toTotal(hours, a));
  const part = toTotal(hours, most);
  const share = part === total ? 'all of them' : part * 2 > total ? 'most of them' : 'the largest part';
  return `${toNumber(total)} ${unit} in the last 24 hours, ${share} for ${laneNames[most]}`;
};
