import type { AccountClass, RobotRow } from '@throughline/contract';
import type { Sql } from '../../platform/sql/index.ts';
import { type AccountColumns, toAccount } from '../account-columns.ts';
import { recordAccountsChanged } from '../people-change.sql.ts';
import { escapeLike } from '../person-listing.sql.ts';

interface RobotColumns extends AccountColumns {
  readonly class: AccountClass;
  readonly is_class_said: boolean;
  readonly slug: string | null;
  readonly person_name: string | null;
  readonly total: number;
}

/** Bots, AI agents, and accounts of which somebody said what they are, by login; at most `limit`. */
export async function loadRobots(
  sql: Sql,
  search: string | undefined,
  limit: number,
): Promise<{ readonly robots: RobotRow[]; readonly total: number }> {
  const rows = await sql.query<RobotColumns>(
    `select
       v_account.account_id,
       v_account.host_id,
       v_host.name as host_name,
       v_host.kind as host_kind,
       v_host.base_url,
       v_account.github_id,
       v_account.login,
       v_account.name as account_name,
       v_account.kind,
       v_account.class,
       v_account.is_class_said,
       owner.slug,
       owner.name as person_name,
       count(*) over ()::integer as total
     from v_account
     join v_host on v_host.host_id = v_account.host_id
     left join v_account_person as owner
       on owner.account_id = v_account.account_id
       and owner.from_at <= app_now()
       and owner.until_at > app_now()
     where (v_account.class <> 'person' or v_account.is_class_said)
       and ($1::text is null or concat_ws(' ', v_account.login, v_account.name) ilike '%' || $1::text || '%')
     order by lower(v_account.login), v_account.account_id
     limit $2::integer`,
    [search === undefined ? undefined : escapeLike(search), limit],
  );
  return { robots: rows.map(toRobot), total: rows[0]?.total ?? 0 };
}

const toRobot = (row: RobotColumns): RobotRow => ({
  account: { ...toAccount(row), accountId: row.account_id },
  class: row.class,
  isSaid: row.is_class_said,
  ...(row.slug === null || row.person_name === null
    ? {}
    : { linkedTo: { slug: row.slug, name: row.person_name } }),
});

export interface ClassChange {
  readonly class: AccountClass;
  readonly saidBefore: AccountClass | undefined;
}

/** Says what an account is, or with null what Throughline recognises; undefined when there is no such account. */
export async function sayClass(
  tx: Sql,
  accountId: number,
  said: AccountClass | null,
): Promise<ClassChange | undefined> {
  const [before] = await tx.query<{ said_class: AccountClass | null }>(
    'select said_class from account where account_id = $1::bigint for update',
    [accountId],
  );
  if (before === undefined) return undefined;
  await tx.query('update account set said_class = $2::text where account_id = $1::bigint', [accountId, said]);
  await recordAccountsChanged(tx, [accountId]);
  const [after] = await tx.query<{ class: AccountClass }>(
    'select class from v_account where account_id = $1::bigint',
    [accountId],
  );
  return { class: after?.class ?? 'person', saidBefore: before.said_class ?? undefined };
}
