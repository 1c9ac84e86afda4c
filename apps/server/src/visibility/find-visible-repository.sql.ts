import type { Sql } from '../platform/sql/index.ts';
import type { VisibleRepositories } from './visible-repositories.ts';

/** A repository as somebody writes it; in whichever letters. */
export interface NamedRepository {
  /** A host's name here, or its address without the scheme; absent: any host. */
  readonly host: string | undefined;
  readonly owner: string;
  readonly name: string;
}

/** A repository that the reader may see, by its name of today. */
export interface SeenRepository {
  readonly repositoryId: number;
  readonly hostName: string;
  readonly owner: string;
  readonly name: string;
}

/** Names of hosts, ours and those of their addresses, of which the reader sees a repository: others stay untold. */
export async function loadSeenHostNames(sql: Sql, visible: VisibleRepositories): Promise<readonly string[]> {
  const rows = await sql.query<{ name: string }>(
    `select named.name
     from v_host
     cross join lateral (values (v_host.name), (split_part(v_host.base_url, '://', 2))) as named (name)
     where exists (
       select from v_repository
       where v_repository.host_id = v_host.host_id
         and v_repository.repository_id = any($1::bigint[]))
     order by v_host.host_id`,
    [visible.ids],
  );
  return rows.map(({ name }) => name);
}

// Names of today before names of the past; a host is known by its address or by its name here.
const selectRepository = `
  with named as (
    select repository_id, false as is_former, null::timestamptz as left_at
    from v_repository
    where lower(owner_login) = lower($2::text)
      and lower(name) = lower($3::text)
    union all
    select repository_id, true, left_at
    from v_former_repository_name
    where lower(owner_login) = lower($2::text)
      and lower(name) = lower($3::text))
  select
    v_repository.repository_id as "repositoryId",
    v_host.name as "hostName",
    v_repository.owner_login as owner,
    v_repository.name
  from named
  join v_repository on v_repository.repository_id = named.repository_id
  join v_host on v_host.host_id = v_repository.host_id
  where v_repository.repository_id = any($1::bigint[])
    and ($4::text is null
      or lower(v_host.name) = lower($4::text)
      or lower(split_part(v_host.base_url, '://', 2)) = lower($4::text))
  order by named.is_former, named.left_at desc, v_repository.repository_id
  limit 1`;

/** The repository of this name, also by one that it had before, among those the reader may see. */
export async function findVisibleRepository(
  sql: Sql,
  visible: VisibleRepositories,
  { host, owner, name }: NamedRepository,
): Promise<SeenRepository | undefined> {
  const [row] = await sql.query<SeenRepository & Record<string, unknown>>(selectRepository, [
    visible.ids,
    owner,
    name,
    host,
  ]);
  return row;
}
