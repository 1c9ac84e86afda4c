import type { PullRequestRow, ReviewRow } from '@throughline/contract';

export const toPullRequestKey = ({ repository, number }: PullRequestRow): string =>
  `${repository.repositoryId}#${number}`;

export const toReviewKey = ({ repository, number, submittedAt }: ReviewRow): string =>
  `${repository.repositoryId}#${number} ${submittedAt}`;
