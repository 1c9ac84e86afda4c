import type { NumberPage } from './model.ts';

/** Sort keys in ascending order; the key says the number, so the order is all that is stored. */
export interface NumberOrder {
  readonly length: number;
  keyAt(index: number): number;
  toNumber(key: number): number;
}

export interface NumberListRequest {
  readonly order: NumberOrder;
  readonly direction: 'ASC' | 'DESC';
  readonly after?: number | undefined;
  readonly skip?: number | undefined;
  readonly first: number;
  readonly totalCount: number;
  /** undefined: every number matches, and nothing is scanned. */
  readonly matches?: ((number: number) => boolean) | undefined;
}

const numberSpan = 2 ** 21;

/** An order by instants (whole seconds), equal ones by number: one 8-byte key an entry. */
export function createInstantOrder(
  entries: Iterable<{ number: number; atSeconds: number }>,
  length: number,
): NumberOrder {
  const keys = new Float64Array(length);
  let index = 0;
  for (const { number, atSeconds } of entries) keys[index++] = atSeconds * numberSpan + number;
  keys.sort();
  return { length, keyAt: (at) => keys[at] ?? 0, toNumber: (key) => key % numberSpan };
}

/** One page of numbers, found by binary search and a scan no longer than what the filter skips. */
export function listNumbers(request: NumberListRequest): NumberPage {
  const walk = createWalk(request);
  const start = request.after === undefined ? 0 : walk.indexBehind(request.after);
  const skipped = walk.skipMatches(start, request.skip ?? 0);
  const entries: { number: number; position: number }[] = [];
  let index = walk.nextMatch(skipped);
  const firstIndex = index;
  while (index < walk.length && entries.length < request.first) {
    entries.push(walk.entryAt(index));
    index = walk.nextMatch(index + 1);
  }
  return {
    entries,
    totalCount: request.totalCount,
    hasPreviousPage: walk.hasMatchBefore(firstIndex),
    hasNextPage: index < walk.length,
  };
}

/** The order read in the asked direction, by index from its start. */
function createWalk({ order, direction, matches }: NumberListRequest) {
  const { length } = order;
  const keyAt = (index: number): number => order.keyAt(direction === 'ASC' ? index : length - 1 - index);
  const isMatch = (index: number): boolean => matches === undefined || matches(order.toNumber(keyAt(index)));
  const nextMatch = (from: number): number => {
    let index = from;
    while (index < length && !isMatch(index)) index += 1;
    return index;
  };
  return {
    length,
    nextMatch,
    entryAt: (index: number) => ({ number: order.toNumber(keyAt(index)), position: keyAt(index) }),
    skipMatches(from: number, count: number): number {
      if (matches === undefined) return from + count;
      let index = from;
      for (let left = count; left > 0; left -= 1) index = nextMatch(index) + 1;
      return index;
    },
    hasMatchBefore(index: number): boolean {
      let before = Math.min(index, length) - 1;
      while (before >= 0 && !isMatch(before)) before -= 1;
      return before >= 0;
    },
    indexBehind(position: number): number {
      let [low, high] = [0, length];
      while (low < high) {
        const middle = (low + high) >>> 1;
        const isBehind = direction === 'ASC' ? keyAt(middle) > position : keyAt(middle) < position;
        if (isBehind) high = middle;
        else low = middle + 1;
      }
      return low;
    },
  };
}
