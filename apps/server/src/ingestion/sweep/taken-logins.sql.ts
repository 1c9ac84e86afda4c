import type { Sql } from '../../platform/sql/index.ts';

/** An account of a connection's host, by what GitHub finds it. */
interface TakenLogin {
  readonly hostId: number;
  readonly nodeId: string;
}

/** GitHub's largest list of ids. */
const most = 100;

/**
 * Accounts that bear a login which another account of the same host bears too: at GitHub only one can, so the others are
 * called something else by now, or are gone. Others
 * every day where there are many: those that are gone stay.
 */
export async function loadTakenLogins(sql: Sql, connectionId: number): Promise<readonly TakenLogin[]> {
  return sql.query<TakenLogin & Record<string, unknown>>(
    `select v_account.host_id as "hostId", v_account.node_id as "nodeId"
     from v_connection
     join v_account on v_account.host_id = v_connection.host_id
     where v_connection.connection_id = $1::bigint
       and v_account.node_id is not null
       and exists (
         select from v_account as other
         where other.host_id = v_account.host_id
           and lower(other.login) = lower(v_account.login)
           and other.account_id <> v_account.account_id)
     order by md5(v_account.account_id || ' ' || date_trunc('day', app_now()))
     limit $2::integer`,
    [connectionId, most],
  );
}
