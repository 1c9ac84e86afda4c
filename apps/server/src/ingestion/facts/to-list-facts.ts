import type { Connection } from '@throughline/github';
import type { ListFacts } from '../../activity/index.ts';

/** A list as the write path takes it. What stops before its end without a reason was not read on. */
export const toListFacts = <Entry, Item>(
  list: Connection<Entry>,
  toItem: (entry: Entry, position: number) => Item,
): ListFacts<Item> => ({
  items: list.items.map(toItem),
  total: list.total,
  reason: list.isComplete ? undefined : (list.unavailableReason ?? 'not-read'),
});
