import type { AccountLink, Evidence } from '@throughline/contract';
import { AppError } from '../platform/errors/index.ts';
import { findViolatedConstraint, type Sql } from '../platform/sql/index.ts';
import { type AccountColumns, toAccount } from './account-columns.ts';
import { recordAccountsChanged } from './people-change.sql.ts';

interface LinkRow extends AccountColumns {
  readonly account_link_id: number;
  readonly evidence: readonly Evidence[];
  readonly from_on: string | null;
  readonly until_on: string | null;
  readonly linked_at: Date;
  readonly linked_by_name: string | null;
  readonly unlinked_at: Date | null;
  readonly unlinked_by_name: string | null;
}

/** A person's links, those of now and those that ended, newest first. */
export async function loadLinks(sql: Sql, personId: number): Promise<readonly AccountLink[]> {
  const rows = await sql.query<LinkRow>(
    `select
       account_link.account_link_id,
       account.account_id,
       account.host_id,
       v_host.name as host_name,
       v_host.kind as host_kind,
       v_host.base_url,
       account.github_id,
       account.login,
       account.name as account_name,
       account.kind,
       account_link.evidence,
       (account_link.from_at at time zone coalesce(person.zone, v_workspace.zone))::date as from_on,
       (account_link.until_at at time zone coalesce(person.zone, v_workspace.zone))::date - 1 as until_on,
       account_link.linked_at,
       linker.name as linked_by_name,
       account_link.unlinked_at,
       unlinker.name as unlinked_by_name
     from account_link
     join person on person.person_id = account_link.person_id
     cross join v_workspace
     join account on account.account_id = account_link.account_id
     join v_host on v_host.host_id = account.host_id
     left join v_user as linker on linker.user_id = account_link.linked_by
     left join v_user as unlinker on unlinker.user_id = account_link.unlinked_by
     where account_link.person_id = $1::bigint
     order by account_link.linked_at desc, account_link.account_link_id desc`,
    [personId],
  );
  return rows.map(toLink);
}

const toLink = (row: LinkRow): AccountLink => ({
  accountLinkId: row.account_link_id,
  account: toAccount(row),
  evidence: [...row.evidence],
  ...(row.from_on === null ? {} : { fromOn: row.from_on }),
  ...(row.until_on === null ? {} : { untilOn: row.until_on }),
  linkedAt: row.linked_at.toISOString(),
  ...(row.linked_by_name === null ? {} : { linkedBy: row.linked_by_name }),
  ...(row.unlinked_at === null ? {} : { unlinkedAt: row.unlinked_at.toISOString() }),
  ...(row.unlinked_by_name === null ? {} : { unlinkedBy: row.unlinked_by_name }),
});

export interface NewLink {
  readonly personId: number;
  readonly accountId: number;
  readonly evidence: readonly Evidence[];
  /** The first and the last day of whose activity is theirs, in their zone; absent: since ever, for good. */
  readonly fromOn?: string | undefined;
  readonly untilOn?: string | undefined;
}

/**
 * Links accounts to people and answers the links' ids. Throws `account-linked-elsewhere` when one of them is somebody's
 * already at that time, and says whose; then none is linked.
 */
export async function insertLinks(
  sql: Sql,
  links: readonly NewLink[],
  linkedBy: number | undefined,
): Promise<readonly number[]> {
  await refuseHeld(sql, links);
  try {
    const rows = await sql.query<{ account_link_id: number }>(insertText, [
      links.map((link) => link.personId),
      links.map((link) => link.accountId),
      links.map((link) => JSON.stringify(link.evidence)),
      linkedBy,
      links.map((link) => link.fromOn),
      links.map((link) => link.untilOn),
    ]);
    const accountIds = links.map((link) => link.accountId);
    await recordAccountsChanged(sql, accountIds);
    await sql.query(seenText, [accountIds]);
    return rows.map((row) => row.account_link_id);
  } catch (error) {
    throw toHeldError(error);
  }
}

const insertText = `
  insert into account_link (person_id, account_id, evidence, linked_by, from_at, until_at)
  select
    given.person_id,
    given.account_id,
    given.evidence::jsonb,
    $4::bigint,
    given.from_on::timestamp at time zone coalesce(person.zone, v_workspace.zone),
    (given.until_on + 1)::timestamp at time zone coalesce(person.zone, v_workspace.zone)
  from unnest($1::bigint[], $2::bigint[], $3::text[], $5::date[], $6::date[])
    as given (person_id, account_id, evidence, from_on, until_on)
  join person on person.person_id = given.person_id
  cross join v_workspace
  returning account_link_id`;

// Whoever is linked is nobody an import still waits for, whomever it named.
const seenText = `
  delete from awaited_login
  using account
  where account.account_id = any($1::bigint[])
    and awaited_login.host_id = account.host_id
    and awaited_login.login = lower(account.login)`;

interface Holder {
  readonly login: string;
  readonly name: string;
  readonly linked_on: string;
}

/** Says who has an account, and since when, before the database only says that somebody has. */
async function refuseHeld(sql: Sql, links: readonly NewLink[]): Promise<void> {
  const [holder] = await sql.query<Holder>(
    `select account.login, owner.name, to_char(held.linked_at at time zone v_workspace.zone, 'FMDD FMMonth YYYY') as linked_on
     from unnest($1::bigint[], $2::bigint[], $3::date[], $4::date[]) as given (person_id, account_id, from_on, until_on)
     join person on person.person_id = given.person_id
     cross join v_workspace
     join account_link as held
       on held.account_id = given.account_id
       and held.unlinked_at is null
       and tstzrange(held.from_at, held.until_at) && tstzrange(
         given.from_on::timestamp at time zone coalesce(person.zone, v_workspace.zone),
         (given.until_on + 1)::timestamp at time zone coalesce(person.zone, v_workspace.zone))
     join person as owner on owner.person_id = held.person_id
     join account on account.account_id = given.account_id
     order by account.login
     limit 1`,
    [
      links.map((link) => link.personId),
      links.map((link) => link.accountId),
      links.map((link) => link.fromOn),
      links.map((link) => link.untilOn),
    ],
  );
  if (holder === undefined) return;
  throw new AppError(
    'account-linked-elsewhere',
    `@${holder.login} is ${holder.name}’s since ${holder.linked_on}. Unlink it there, or give that link a last day, first: an account is one person’s at a time.`,
  );
}

const toHeldError = (error: unknown): unknown =>
  findViolatedConstraint(error) === 'account_link_current_key'
    ? new AppError(
        'account-linked-elsewhere',
        'This account is linked to somebody already at that time. Unlink it there first: an account is one person’s at a time.',
        { cause: error },
      )
    : error;

export interface LinkDates {
  readonly personId: number;
  readonly accountLinkId: number;
  readonly fromOn: string | null;
  readonly untilOn: string | null;
}

/** Gives a standing link its days, both included, in the person's zone. False when the person has no such link. */
export async function updateLinkDates(tx: Sql, dates: LinkDates): Promise<boolean> {
  try {
    const rows = await tx.query<{ account_id: number }>(
      `update account_link
       set from_at = ($3::date)::timestamp at time zone coalesce(person.zone, v_workspace.zone),
           until_at = ($4::date + 1)::timestamp at time zone coalesce(person.zone, v_workspace.zone)
       from person, v_workspace
       where account_link.account_link_id = $2::bigint
         and account_link.person_id = $1::bigint
         and account_link.unlinked_at is null
         and person.person_id = account_link.person_id
       returning account_link.account_id`,
      [dates.personId, dates.accountLinkId, dates.fromOn, dates.untilOn],
    );
    await recordAccountsChanged(
      tx,
      rows.map((row) => row.account_id),
    );
    return rows.length > 0;
  } catch (error) {
    throw toHeldError(error);
  }
}

/** Ends a link now; its dates stay. False when the person has no such link, or it ended already. */
export async function endLink(
  sql: Sql,
  given: { personId: number; accountLinkId: number; unlinkedBy: number },
): Promise<boolean> {
  const rows = await sql.query<{ account_id: number }>(
    `update account_link
     set unlinked_at = greatest(app_now(), linked_at),
         unlinked_by = $3::bigint
     where account_link_id = $2::bigint
       and person_id = $1::bigint
       and unlinked_at is null
     returning account_id`,
    [given.personId, given.accountLinkId, given.unlinkedBy],
  );
  await recordAccountsChanged(
    sql,
    rows.map((row) => row.account_id),
  );
  return rows.length > 0;
}
