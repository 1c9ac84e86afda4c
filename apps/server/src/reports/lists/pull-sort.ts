import type { PullState } from '@throughline/contract';

export const sortKeys = ['created', 'merged', 'closed', 'updated', 'size', 'cycle'] as const;
export type SortKey = (typeof sortKeys)[number];

/** By what a list is ordered. Rows without it stand last. */
export interface PullSort {
  readonly by: SortKey;
  readonly isDescending: boolean;
}

const groups = ['repo', 'author', 'state'] as const;
export type PullGroup = (typeof groups)[number];

type Refuse = (value: string, reason: string) => void;

/** Newest first by the event that the states are about: the merge, the end, else the opening. */
const toUsual = (states: readonly PullState[] | undefined): PullSort => ({
  by: toEvent(states),
  isDescending: true,
});

/** Which event a period is about, and the usual order by it. */
export function toEvent(states: readonly PullState[] | undefined): 'created' | 'merged' | 'closed' {
  const [first, second] = states ?? [];
  if (first === 'merged' && second === undefined) return 'merged';
  const isOver = states?.every((state) => state === 'merged' || state === 'closed');
  return isOver === true ? 'closed' : 'created';
}

/** Reads `updated-asc`, `size-desc`, or `size`, which is descending. */
export function parseSort(
  text: string | undefined,
  states: readonly PullState[] | undefined,
  refuse: Refuse,
): PullSort {
  if (text === undefined) return toUsual(states);
  const by = sortKeys.find((key) => text === key || text === `${key}-desc` || text === `${key}-asc`);
  if (by !== undefined) return { by, isDescending: !text.endsWith('-asc') };
  refuse(text, `There are ${sortKeys.join(', ')}, each with -asc or -desc.`);
  return toUsual(states);
}

/** Reads what the rows are put together by. */
export function parseGroup(text: string | undefined, refuse: Refuse): PullGroup | undefined {
  const group = groups.find((one) => one === text);
  if (text !== undefined && group === undefined) refuse(text, `There are ${groups.join(', ')}.`);
  return group;
}

/** Whether an index gives this order, so that each page of a long list costs the same. */
export const isIndexed = ({ by }: PullSort): boolean => by !== 'size' && by !== 'cycle';
