import type { Sql } from '../platform/sql/index.ts';
import type { NamedRepository } from '../visibility/index.ts';

/** The connection by which a repository is read. */
export async function findReadingConnection(sql: Sql, repositoryId: number): Promise<number | undefined> {
  const [row] = await sql.query<{ connection_id: number }>(
    `select connection_id
     from v_repository_sync
     where repository_id = $1::bigint
       and data = 'pull-requests'`,
    [repositoryId],
  );
  return row?.connection_id;
}

/** The connection of an organisation by its login. */
export async function findConnectionOfOwner(
  sql: Sql,
  { host, owner }: Pick<NamedRepository, 'host' | 'owner'>,
): Promise<number | undefined> {
  const [row] = await sql.query<{ connection_id: number }>(
    `select v_connection.connection_id
     from v_connection
     join v_host on v_host.host_id = v_connection.host_id
     where lower(v_connection.organisation_login) = lower($1::text)
       and ($2::text is null
         or lower(v_host.name) = lower($2::text)
         or lower(split_part(v_host.base_url, '://', 2)) = lower($2::text))
     order by v_connection.connection_id
     limit 1`,
    [owner, host],
  );
  return row?.connection_id;
}

/** Who opened a pull request; undefined for nobody known. */
export async function findAuthor(
  sql: Sql,
  repositoryId: number,
  number: number,
): Promise<number | undefined> {
  const [row] = await sql.query<{ author_account_id: number | null }>(
    `select author_account_id
     from v_pull_request
     where repository_id = $1::bigint
       and number = $2::integer`,
    [repositoryId, number],
  );
  return row?.author_account_id ?? undefined;
}

/** An account by its login, and whose it is today. */
export async function findAccount(
  sql: Sql,
  { host, login }: { readonly host: string | undefined; readonly login: string },
): Promise<{ readonly accountId: number; readonly slug: string | undefined } | undefined> {
  const [row] = await sql.query<{ account_id: number; slug: string | null }>(
    `select v_account.account_id, v_account_person.slug
     from v_account
     join v_host on v_host.host_id = v_account.host_id
     left join v_account_person
       on v_account_person.account_id = v_account.account_id
       and v_account_person.from_at <= app_now()
       and app_now() < v_account_person.until_at
     where lower(v_account.login) = lower($1::text)
       and ($2::text is null
         or lower(v_host.name) = lower($2::text)
         or lower(split_part(v_host.base_url, '://', 2)) = lower($2::text))
     order by v_account_person.slug is null, v_account.account_id
     limit 1`,
    [login, host],
  );
  return row && { accountId: row.account_id, slug: row.slug ?? undefined };
}
