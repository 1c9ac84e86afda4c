import type { Account, AccountMatch, Evidence } from '@throughline/contract';
import { toEvidence } from './account-evidence.ts';

/** An account that a search brought, seen here or found at GitHub. */
export interface FoundAccount {
  readonly account: Account;
  readonly emails: readonly string[];
  readonly verifiedEmails: readonly string[];
  readonly linkedTo: AccountMatch['linkedTo'] | undefined;
}

/** A found account with what speaks for it. What was typed by hand is named as such when nothing else speaks. */
export function toMatch(
  person: { readonly name: string; readonly email: string | undefined },
  { account, emails, verifiedEmails, linkedTo }: FoundAccount,
  asked: string | undefined,
): AccountMatch {
  const evidence = toEvidence(person, { ...account, name: account.name, emails, verifiedEmails });
  return {
    account,
    evidence: evidence.length > 0 || asked === undefined ? [...evidence] : [toChosen(asked)],
    source: account.accountId === undefined ? 'github' : 'seen',
    ...(linkedTo === undefined ? {} : { linkedTo }),
  };
}

const toChosen = (asked: string): Evidence => ({
  kind: 'chosen',
  text: `Found by “${asked}”. Nothing that is known of this person speaks for it.`,
});
