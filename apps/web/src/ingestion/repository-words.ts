import type { RepositorySync } from '@throughline/contract';
import { toNumber, toShare } from '../ui/number-words.ts';

/** The groups under which repositories of a connection are listed, by what they ask of the reader. */
export const repositoryGroups = ['all', 'needs-you', 'reading', 'complete'] as const;
export type RepositoryGroup = (typeof repositoryGroups)[number];

export const groupNames: Readonly<Record<RepositoryGroup, string>> = {
  all: 'All',
  'needs-you': 'Needs you',
  reading: 'Reading',
  complete: 'Complete',
};

export const parseGroup = (text: string): RepositoryGroup =>
  repositoryGroups.find((group) => group === text) ?? 'all';

/** Whether a repository belongs into a group. Waiting and paused ones are still to be read. */
export const isInGroup = ({ state }: Pick<RepositorySync, 'state'>, group: RepositoryGroup): boolean => {
  if (group === 'all') return true;
  if (group === 'needs-you') return state === 'failed';
  return group === 'complete' ? state === 'complete' : state !== 'complete' && state !== 'failed';
};

/** How much of a repository is here: "none on GitHub", "4,020, 61 %", "4,020, not counted yet". */
export const toHeldWords = ({ held, total }: Pick<RepositorySync, 'held' | 'total'>): string => {
  if (total === undefined) return `${toNumber(held)}, not counted yet`;
  if (total === 0) return 'none on GitHub';
  return held >= total ? toNumber(held) : `${toNumber(held)} of ${toNumber(total)}, ${toShare(held, total)}`;
};

/** A repository's state in words, with the reason of a wait or failure. */
export const toStateWords = ({ state, wait, failure, quarantined }: RepositorySync): string => {
  const aside = quarantined === 0 ? '' : `, ${toNumber(quarantined)} set aside`;
  if (failure !== undefined) return `${failure.text}${aside}`;
  if (wait !== undefined) return `${wait.text}${aside}`;
  return `${state}${aside}`;
};
