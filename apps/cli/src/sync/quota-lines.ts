import type { ConnectionSync } from '@throughline/contract';
import { toClock } from '../text/moment-words.ts';
import { toNumber } from '../text/number-words.ts';
import { type TextColumn, toTable } from '../text/table.ts';

type QuotaUse = ConnectionSync['quota'][number];

/** This hour's quota by lane, in order of right of way; a line a bucket. Nothing where the host sets no limit. */
export function toQuotaLines(
  quota: readonly QuotaUse[],
  now: Date,
  width: number | undefined,
): readonly string[] {
  const limited = quota.filter(({ limit }) => limit !== undefined && limit > 0);
  return limited.length === 0 ? [] : toTable(limited, toColumns(now), width);
}

const toColumns = (now: Date): readonly TextColumn<QuotaUse>[] => [
  { head: 'Quota this hour', cell: ({ resource }) => (resource === 'core' ? 'REST' : 'GraphQL') },
  { head: 'Left', isNumber: true, cell: toLeft },
  { head: 'Anew', cell: ({ resetAt }) => (resetAt === undefined ? '' : toClock(resetAt, now)) },
  { head: 'People', isNumber: true, isSpare: true, cell: ({ spent }) => toNumber(spent.person) },
  { head: 'Look-ups', isNumber: true, isSpare: true, cell: ({ spent }) => toNumber(spent.lookup) },
  { head: 'Sync', isNumber: true, isSpare: true, cell: ({ spent }) => toNumber(spent.incremental) },
  { head: 'Backfill', isNumber: true, isSpare: true, cell: ({ spent }) => toNumber(spent.backfill) },
  { head: 'Others', isNumber: true, isSpare: true, cell: toOthers },
];

const toLeft = ({ limit = 0, remaining }: QuotaUse): string =>
  remaining === undefined ? 'not known yet' : `${toNumber(remaining)} of ${toNumber(limit)}`;

/** What others spent with the same token. */
function toOthers({ limit = 0, remaining, spent }: QuotaUse): string {
  if (remaining === undefined) return '';
  const ours = spent.person + spent.lookup + spent.incremental + spent.backfill;
  return toNumber(Math.max(0, limit - remaining - ours));
}
