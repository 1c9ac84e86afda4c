import { type DataHeld, type DataKind, dataKinds } from '@throughline/contract';

/** What was counted of one kind of data over the pull requests that are here. */
export interface KindCount {
  readonly kind: DataKind;
  readonly pullRequests: number;
  /** Of these, those whose entries of this kind are all here. */
  readonly whole: number;
  readonly held: number;
}

/** Files that are switched off are told as that, whatever is here of them. */
export const withoutFiles = (data: readonly DataHeld[]): DataHeld[] =>
  data.map((one) => (one.kind === 'files' ? { kind: 'files', held: 0, isOff: true } : one));

/** Pull requests here and at GitHub; the total is undefined while GitHub's have not been counted. */
export interface Standing {
  readonly held: number;
  readonly total: number | undefined;
}

/** Every kind of data in the order shown, as far as it is here. */
export function toDataHeld(standing: Standing, counts: readonly KindCount[]): DataHeld[] {
  return dataKinds.map((kind) => {
    if (kind === 'pull-requests') return toHeld(kind, standing.held, toShare(standing));
    const count = counts.find((candidate) => candidate.kind === kind);
    return toHeld(kind, count?.held ?? 0, toKindShare(standing, count));
  });
}

const toHeld = (kind: DataKind, held: number, share: number | undefined): DataHeld => ({
  kind,
  held,
  ...(share !== undefined && { percent: toWholePercent(share) }),
});

/** Rounded down, so that partial is never shown as whole. The margin is that of binary fractions. */
export const toWholePercent = (share: number): number => Math.min(100, Math.floor(share * 100 + 1e-9));

function toShare({ held, total }: Standing): number | undefined {
  if (total === undefined) return undefined;
  return total === 0 ? 1 : Math.min(held, total) / total;
}

/**
 * Counted some seconds ago: its share of the pull requests that were here then is taken of those that are here now.
 * Undefined while those that are here have not been counted.
 */
function toKindShare(standing: Standing, count: KindCount | undefined): number | undefined {
  const share = toShare(standing);
  if (share === undefined || standing.total === 0) return share;
  if (standing.held === 0) return 0;
  if (count === undefined || count.pullRequests === 0) return undefined;
  return (share * count.whole) / count.pullRequests;
}
