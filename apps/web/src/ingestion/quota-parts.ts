import type { ConnectionSync } from '@throughline/contract';

export type QuotaUse = ConnectionSync['quota'][number];

export interface QuotaPart {
  readonly kind: 'person' | 'lookup' | 'incremental' | 'backfill' | 'others' | 'kept' | 'free';
  readonly amount: number;
}

/**
 * One hour's quota in parts that add to its limit: what our lanes spent, in order of right of way, what others spent
 * with the same token, what is kept free, and what is left. Undefined where the host sets no limit or it is not known.
 */
export const toQuotaParts = ({
  limit,
  remaining,
  spent,
  keptFree,
}: QuotaUse): readonly QuotaPart[] | undefined => {
  if (limit === undefined || remaining === undefined) return undefined;
  const lanes = (['person', 'lookup', 'incremental', 'backfill'] as const).map((kind) => ({
    kind,
    amount: spent[kind],
  }));
  const ours = lanes.reduce((sum, { amount }) => sum + amount, 0);
  const others = Math.max(0, limit - remaining - ours);
  const kept = Math.min(keptFree, remaining);
  const all: readonly QuotaPart[] = [
    ...lanes,
    { kind: 'others', amount: others },
    { kind: 'free', amount: remaining - kept },
    { kind: 'kept', amount: kept },
  ];
  return all.filter(({ amount }) => amount > 0);
};
