import type { SuggestedPerson } from './suggest-people.ts';

/** What is not one: an account and a person, or two accounts. An account with itself is to be made no person of. */
export interface RejectedPair {
  readonly accountId: number;
  readonly personId: number | undefined;
  readonly otherAccountId: number | undefined;
}

/** What it means that a suggestion is wrong. */
export function toRejectedPairs({
  personId,
  accountIds,
}: Pick<SuggestedPerson, 'personId' | 'accountIds'>): readonly RejectedPair[] {
  if (personId !== undefined) {
    return accountIds.map((accountId) => ({ accountId, personId, otherAccountId: undefined }));
  }
  const [only] = accountIds;
  if (accountIds.length === 1 && only !== undefined) {
    return [{ accountId: only, personId: undefined, otherAccountId: only }];
  }
  return accountIds.flatMap((accountId, place) =>
    accountIds.slice(place + 1).map((otherAccountId) => ({ accountId, personId: undefined, otherAccountId })),
  );
}
