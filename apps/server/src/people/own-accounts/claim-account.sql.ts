import type { AccountClaim, Evidence } from '@throughline/contract';
import { recordAudit } from '../../access/index.ts';
import { AppError } from '../../platform/errors/index.ts';
import type { Sql } from '../../platform/sql/index.ts';
import { type AccountSeen, storeAccounts, upsertAccounts } from '../accounts.sql.ts';
import { endLink, insertLinks } from '../links.sql.ts';
import { recordAccountsChanged } from '../people-change.sql.ts';
import { findPersonOfUser, type PersonRecord } from '../persons.sql.ts';

interface Proof {
  readonly userId: number;
  readonly hostId: number;
  readonly account: AccountSeen;
}

/**
 * Makes an account the person's whose user signed in with it at GitHub, whoever had it by weaker evidence; their link
 * stays in its history. Throws `account-linked-elsewhere` where somebody else proved the same.
 */
export async function claimAccount(tx: Sql, { userId, hostId, account }: Proof): Promise<AccountClaim> {
  const person = await findPersonOfUser(tx, userId);
  if (person === undefined) {
    await upsertAccounts(tx, hostId, [account]);
    return { kind: 'no-person' };
  }
  const accountId = (await storeAccounts(tx, hostId, [account])).ids.get(account.githubId);
  if (accountId === undefined) throw new Error('An account that was stored has no id.');
  return claimFor(tx, person, { userId, accountId, login: account.login });
}

interface OwnRow {
  readonly account_id: number;
  readonly login: string;
}

/** The same for all that a user proved before they were this person. */
export async function claimAllOf(tx: Sql, person: PersonRecord, userId: number): Promise<void> {
  const rows = await tx.query<OwnRow>(
    `select v_account.account_id, v_account.login
     from v_own_account
     join v_account
       on v_account.host_id = v_own_account.host_id
       and v_account.github_id = v_own_account.github_id
     where v_own_account.user_id = $1::bigint
     order by v_account.account_id`,
    [userId],
  );
  // One a host, of which there are a handful.
  for (const { account_id: accountId, login } of rows)
    await claimFor(tx, person, { userId, accountId, login });
}

interface Claimed {
  readonly userId: number;
  readonly accountId: number;
  readonly login: string;
}

async function claimFor(tx: Sql, person: PersonRecord, claimed: Claimed): Promise<AccountClaim> {
  const { userId, accountId, login } = claimed;
  const { personId } = person;
  const standing = await loadStanding(tx, accountId);
  const others = standing.filter((link) => link.personId !== personId);
  if (others.some(({ isProven }) => isProven)) throw provenElsewhere(login);
  for (const link of others) await endLink(tx, { ...link, unlinkedBy: userId });
  const evidence = toOwnEvidence(login);
  const hasLink = others.length < standing.length;
  if (hasLink) await strengthen(tx, { personId, accountId, evidence });
  else await insertLinks(tx, [{ personId, accountId, evidence: [evidence] }], userId);
  await recordAudit(tx, {
    actorUserId: userId,
    action: 'account.claimed',
    subject: `person:${personId}`,
    detail: { accountId, ...(others.length === 0 ? {} : { takenFrom: others.map((link) => link.personId) }) },
  });
  const [takenFrom] = others.map(({ name }) => name);
  return { kind: hasLink ? 'was-linked' : 'linked', ...(takenFrom === undefined ? {} : { takenFrom }) };
}

interface StandingLink {
  readonly accountLinkId: number;
  readonly personId: number;
  readonly name: string;
  readonly isProven: boolean;
}

/** Whose an account is, at whatever time, until now. */
async function loadStanding(tx: Sql, accountId: number): Promise<readonly StandingLink[]> {
  const rows = await tx.query<{
    account_link_id: number;
    person_id: number;
    name: string;
    is_proven: boolean;
  }>(
    `select account_link.account_link_id, account_link.person_id, person.name,
       account_link.evidence @> '[{"kind": "own-account"}]'::jsonb as is_proven
     from account_link
     join person on person.person_id = account_link.person_id
     where account_link.account_id = $1::bigint
       and account_link.unlinked_at is null
     order by account_link.account_link_id
     for update of account_link`,
    [accountId],
  );
  return rows.map((row) => ({
    accountLinkId: row.account_link_id,
    personId: row.person_id,
    name: row.name,
    isProven: row.is_proven,
  }));
}

/** Puts the proof first among the reasons of a link that stood already. */
async function strengthen(
  tx: Sql,
  given: { readonly personId: number; readonly accountId: number; readonly evidence: Evidence },
): Promise<void> {
  await tx.query(
    `update account_link
     set evidence = jsonb_build_array($3::jsonb) || evidence
     where person_id = $1::bigint
       and account_id = $2::bigint
       and unlinked_at is null
       and not evidence @> '[{"kind": "own-account"}]'::jsonb`,
    [given.personId, given.accountId, JSON.stringify(given.evidence)],
  );
  await recordAccountsChanged(tx, [given.accountId]);
}

const toOwnEvidence = (login: string): Evidence => ({
  kind: 'own-account',
  text: `Signed in at GitHub as @${login}: the account is proven to be theirs.`,
});

const provenElsewhere = (login: string): AppError =>
  new AppError(
    'account-linked-elsewhere',
    `Somebody else here has proved that @${login} is theirs, by signing in with it at GitHub. If both are you, ask an administrator to merge the two people.`,
  );
