import type { AttentionRow } from '@throughline/contract';

/** One thing about one pull request. */
export const toAttentionKey = ({ repository, number, agreement }: AttentionRow): string =>
  `${repository.repositoryId}#${number} ${agreement}`;

/** "payouts #431" where the owner is said elsewhere. */
export const toShortName = ({ repository, number }: Pick<AttentionRow, 'repository' | 'number'>): string =>
  `${repository.fullName} #${number}`;
