import { type DataGap, type DataKind, dataKinds } from '@throughline/contract';

/** Kinds of data that the same pull requests lack for the same reason. */
export interface JoinedGap extends Omit<DataGap, 'kind'> {
  /** In the order in which they are shown. */
  readonly kinds: readonly DataKind[];
}

/** Gaps with the same cause in the same pull requests are one: an answer that failed leaves out several kinds of data. */
export const joinGaps = (gaps: readonly DataGap[]): readonly JoinedGap[] => {
  const joined = new Map<string, JoinedGap>();
  for (const { kind, ...gap } of gaps) {
    const key = JSON.stringify(gap);
    const kinds = [...(joined.get(key)?.kinds ?? []), kind];
    joined.set(key, { ...gap, kinds: dataKinds.filter((one) => kinds.includes(one)) });
  }
  return [...joined.values()];
};
