import type { UnlinkedAccount } from '@throughline/contract';
import type { Sql } from '../platform/sql/index.ts';
import { loadKnownAccounts } from './suggestions.sql.ts';

interface Asked {
  readonly repositoryIds: readonly number[];
  readonly search: string | undefined;
  readonly limit: number;
}

// Days are the workspace's, as they are for the list that a count opens.
const unlinkedText = `
  select
    active.author_account_id as "accountId",
    active.pull_requests as "pullRequests",
    v_account.login,
    count(*) over ()::integer as total
  from (
    select v_pull_request.author_account_id, count(*)::integer as pull_requests
    from v_pull_request
    cross join v_workspace
    where v_pull_request.repository_id = any($1::bigint[])
      and v_pull_request.created_at >=
        ((app_now() at time zone v_workspace.zone)::date - 89)::timestamp at time zone v_workspace.zone
    group by v_pull_request.author_account_id) as active
  join v_account on v_account.account_id = active.author_account_id
  where v_account.class = 'person'
    and v_account.kind in ('User', 'Mannequin')
    and ($2::text is null or strpos(lower(v_account.login || ' ' || coalesce(v_account.name, '')), lower($2::text)) > 0)
    and not exists (
      select from v_account_person as owner
      where owner.account_id = v_account.account_id
        and owner.from_at <= app_now()
        and owner.until_at > app_now())
  order by active.pull_requests desc, lower(v_account.login), v_account.account_id
  limit $3::integer`;

/** Accounts of nobody by how many pull requests they opened in 90 days, and how many such accounts there are. */
export async function loadUnlinked(
  sql: Sql,
  { repositoryIds, search, limit }: Asked,
): Promise<{ readonly accounts: UnlinkedAccount[]; readonly total: number }> {
  const rows = await sql.query<{ accountId: number; pullRequests: number; login: string; total: number }>(
    unlinkedText,
    [repositoryIds, search, limit],
  );
  const accounts = await loadKnownAccounts(
    sql,
    rows.map(({ accountId }) => accountId),
  );
  return {
    accounts: rows.flatMap(({ accountId, pullRequests, login }) => {
      const account = accounts.get(accountId);
      const path = `/pulls?author=${encodeURIComponent(`@${login}`)}&period=last-90-days`;
      return account === undefined ? [] : [{ account, pullRequests: { value: pullRequests, rows: path } }];
    }),
    total: rows[0]?.total ?? 0,
  };
}
