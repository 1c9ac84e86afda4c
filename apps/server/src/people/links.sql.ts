import type { AccountLink, Evidence } from '@throughline/contract';
import { AppError } from '../platform/errors/index.ts';
import { findViolatedConstraint, type Sql } from '../platform/sql/index.ts';
import { type AccountColumns, toAccount } from './account-columns.ts';

interface LinkRow extends AccountColumns {
  readonly account_link_id: number;
  readonly evidence: readonly Evidence[];
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
       account_link.linked_at,
       linker.name as linked_by_name,
       account_link.unlinked_at,
       unlinker.name as unlinked_by_name
     from account_link
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
  linkedAt: row.linked_at.toISOString(),
  ...(row.linked_by_name === null ? {} : { linkedBy: row.linked_by_name }),
  ...(row.unlinked_at === null ? {} : { unlinkedAt: row.unlinked_at.toISOString() }),
  ...(row.unlinked_by_name === null ? {} : { unlinkedBy: row.unlinked_by_name }),
});

export interface NewLink {
  readonly personId: number;
  readonly accountId: number;
  readonly evidence: readonly Evidence[];
}

/** Links accounts to people. Throws `account-linked-elsewhere` when one of them is somebody's already; then none is. */
export async function insertLinks(
  sql: Sql,
  links: readonly NewLink[],
  linkedBy: number | undefined,
): Promise<void> {
  try {
    await sql.query(
      `insert into account_link (person_id, account_id, evidence, linked_by)
       select given.person_id, given.account_id, given.evidence::jsonb, $4::bigint
       from unnest($1::bigint[], $2::bigint[], $3::text[]) as given (person_id, account_id, evidence)`,
      [
        links.map((link) => link.personId),
        links.map((link) => link.accountId),
        links.map((link) => JSON.stringify(link.evidence)),
        linkedBy,
      ],
    );
  } catch (error) {
    if (findViolatedConstraint(error) !== 'account_link_current_key') throw error;
    throw new AppError(
      'account-linked-elsewhere',
      'This account is linked to somebody already. Remove the link there first: an account is one person’s at a time.',
      { cause: error },
    );
  }
}

/** Ends a link now; its dates stay. False when the person has no such link, or it ended already. */
export async function endLink(
  sql: Sql,
  given: { personId: number; accountLinkId: number; unlinkedBy: number },
): Promise<boolean> {
  const rows = await sql.query(
    `update account_link
     set unlinked_at = greatest(app_now(), linked_at),
         unlinked_by = $3::bigint
     where account_link_id = $2::bigint
       and person_id = $1::bigint
       and unlinked_at is null
     returning account_link_id`,
    [given.personId, given.accountLinkId, given.unlinkedBy],
  );
  return rows.length > 0;
}
