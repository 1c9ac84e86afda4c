import type { AwaitedLogin } from '@throughline/contract';
import { recordAudit } from '../access/index.ts';
import type { Sql } from '../platform/sql/index.ts';
import { insertAct } from './acts/person-acts.sql.ts';
import { insertLinks } from './links.sql.ts';

interface Taken {
  readonly person_id: number;
  readonly account_id: number;
  readonly login: string;
  readonly file_name: string;
  readonly row_number: number;
  readonly imported_on: string;
  readonly is_free: boolean;
}

// An account that is somebody's at any time, or that was taken from this very person, is left as it is.
const takeText = `
  with taken as (
    delete from awaited_login
    using account
    where account.account_id = any($1::bigint[])
      and account.kind = 'User'
      and awaited_login.host_id = account.host_id
      and awaited_login.login = lower(account.login)
    returning
      awaited_login.person_id, account.account_id, account.login, awaited_login.file_name, awaited_login.row_number,
      awaited_login.imported_at)
  select
    coalesce(person.merged_into_person_id, person.person_id) as person_id,
    taken.account_id,
    taken.login,
    taken.file_name,
    taken.row_number,
    to_char(taken.imported_at at time zone v_workspace.zone, 'FMDD FMMonth YYYY') as imported_on,
    not exists (
      select from account_link as held
      where held.account_id = taken.account_id
        and (held.unlinked_at is null
          or held.person_id in (person.person_id, person.merged_into_person_id))) as is_free
  from taken
  join person on person.person_id = taken.person_id
  cross join v_workspace
  order by taken.account_id`;

/**
 * Links accounts that were just seen under logins that imports named to the people they were named for, in one act. Each
 * login waits for the first account under it alone.
 */
export async function takeAwaitedLogins(tx: Sql, accountIds: readonly number[]): Promise<void> {
  if (accountIds.length === 0) return;
  const taken = await tx.query<Taken>(takeText, [accountIds]);
  const free = taken.filter((row) => row.is_free);
  if (free.length === 0) return;
  const linkIds = await insertLinks(tx, free.map(toLink), undefined);
  const importedOn = [...new Set(free.map((row) => row.imported_on))].join(' and ');
  const personActId = await insertAct(tx, { detail: { kind: 'link', linkIds, personIds: [], importedOn } });
  await recordAudit(tx, {
    action: 'accounts.linked-as-imported',
    subject: `person-act:${personActId}`,
    detail: { accounts: free.length, people: 0 },
  });
}

const toLink = (row: Taken) => ({
  personId: row.person_id,
  accountId: row.account_id,
  evidence: [
    {
      kind: 'chosen' as const,
      text: `From the import of ${row.imported_on}: row ${row.row_number} of ${row.file_name} named @${row.login}, who was not seen yet.`,
    },
  ],
});

/** Logins that wait for a person, by name. */
export async function loadAwaitedLogins(sql: Sql, personId: number): Promise<AwaitedLogin[]> {
  const rows = await sql.query<{
    awaited_login_id: number;
    login: string;
    host_name: string;
    file_name: string;
    imported_at: Date;
  }>(
    `select
       v_awaited_login.awaited_login_id, v_awaited_login.login, v_host.name as host_name, v_awaited_login.file_name,
       v_awaited_login.imported_at
     from v_awaited_login
     join v_host on v_host.host_id = v_awaited_login.host_id
     where v_awaited_login.person_id = $1::bigint
     order by v_awaited_login.login, v_host.name`,
    [personId],
  );
  return rows.map((row) => ({
    awaitedLoginId: row.awaited_login_id,
    login: row.login,
    hostName: row.host_name,
    fileName: row.file_name,
    importedAt: row.imported_at.toISOString(),
  }));
}

/** Has a login of a person wait no more. False when the person has no such one. */
export async function deleteAwaitedLogin(
  tx: Sql,
  { personId, awaitedLoginId }: { readonly personId: number; readonly awaitedLoginId: number },
): Promise<boolean> {
  const rows = await tx.query(
    `delete from awaited_login
     using person
     where awaited_login.awaited_login_id = $2::bigint
       and person.person_id = awaited_login.person_id
       and coalesce(person.merged_into_person_id, person.person_id) = $1::bigint
     returning awaited_login.awaited_login_id`,
    [personId, awaitedLoginId],
  );
  return rows.length > 0;
}
