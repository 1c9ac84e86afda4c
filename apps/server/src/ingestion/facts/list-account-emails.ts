import type { PullRequestRecord } from '@throughline/github';
import { type AccountIds, getAccountId } from './account-ids.ts';

export interface AccountEmail {
  readonly accountId: number;
  readonly email: string;
  readonly seenAt: Date;
}

/**
 * The e-mail addresses of commits that GitHub itself joined to an account. Seen when the commit was written, so that
 * reading it again tells nothing new.
 */
export const listAccountEmails = (
  records: readonly PullRequestRecord[],
  ids: AccountIds,
): readonly AccountEmail[] =>
  records
    .flatMap(({ commits }) => commits.items)
    .flatMap(({ author: { account, email }, authoredAt }) =>
      account === undefined || email === undefined || email === ''
        ? []
        : [{ accountId: getAccountId(ids, account), email, seenAt: authoredAt }],
    );
