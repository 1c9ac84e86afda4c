import type { Viewer } from '../../access/index.ts';
import type { Sql } from '../../platform/sql/index.ts';
import { loadPersonHits } from './hits.sql.ts';

interface PersonFound {
  readonly slug: string;
  readonly name: string;
}

/** The person an account is linked to today, for a reader who may find them; see `loadPersonHits`. */
export async function loadPersonOfAccount(
  sql: Sql,
  viewer: Viewer,
  { login, host }: { readonly login: string; readonly host: string | undefined },
): Promise<PersonFound | undefined> {
  const [linked] = await sql.query<PersonFound>(
    `select v_account_person.slug, v_account_person.name
     from v_account
     join v_host on v_host.host_id = v_account.host_id
     join v_account_person
       on v_account_person.account_id = v_account.account_id
       and v_account_person.from_at <= app_now()
       and app_now() < v_account_person.until_at
     where lower(v_account.login) = lower($1::text)
       and ($2::text is null
         or lower(v_host.name) = $2::text
         or lower(split_part(v_host.base_url, '://', 2)) = $2::text)
     order by v_account.account_id
     limit 1`,
    [login, host],
  );
  const findable = await loadPersonHits(sql, viewer, { words: [login], limit: 50 });
  const path = linked === undefined ? undefined : `/people/${encodeURIComponent(linked.slug)}`;
  return findable.some((hit) => hit.path === path) ? linked : undefined;
}
