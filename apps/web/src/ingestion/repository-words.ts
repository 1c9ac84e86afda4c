import {
  type RepositoryGroup,
  type RepositoryOrder,
  type RepositorySync,
  repositoryGroups,
  repositoryOrders,
} from '@throughline/contract';
import { toNumber } from '../ui/number-words.ts';

export const groupNames: Readonly<Record<RepositoryGroup, string>> = {
  all: 'All',
  'needs-you': 'Needs you',
  reading: 'Reading',
  complete: 'Complete',
};

export const orderNames: Readonly<Record<RepositoryOrder, string>> = {
  'needs-you': 'needs you first',
  name: 'name',
  'least-complete': 'least complete first',
  'most-pull-requests': 'most pull requests first',
  'last-read': 'longest ago read first',
};

/** Which repositories are listed, and in which order. */
export interface ListAsked {
  readonly q: string;
  readonly group: RepositoryGroup;
  readonly order: RepositoryOrder;
}

export const parseGroup = (text: string): RepositoryGroup =>
  repositoryGroups.find((group) => group === text) ?? 'all';

export const parseOrder = (text: string): RepositoryOrder =>
  repositoryOrders.find((order) => order === text) ?? 'needs-you';

/** Whether it was read to its end and is known to lack nothing. */
export const isWhole = ({ state, quarantined, data }: RepositorySync): boolean =>
  state === 'complete' && quarantined === 0 && data.every(({ percent }) => percent === 100);

const isCounting = ({ data }: RepositorySync): boolean => data.some(({ percent }) => percent === undefined);

/** A repository's state in words, with the reason of a wait or failure. */
export const toStateWords = (repository: RepositorySync): string => {
  const { state, wait, failure, quarantined } = repository;
  const aside = quarantined === 0 ? '' : `, ${toNumber(quarantined)} set aside`;
  if (failure !== undefined) return `${failure.text}${aside}`;
  if (wait !== undefined) return `${wait.text}${aside}`;
  if (state !== 'complete' || isWhole(repository)) return `${state}${aside}`;
  if (quarantined > 0) return `read${aside}`;
  return isCounting(repository) ? 'being counted' : 'read, with gaps';
};
