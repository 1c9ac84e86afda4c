import type { SearchHit } from '@throughline/contract';
import type { Viewer } from '../../access/index.ts';
import type { Sql } from '../../platform/sql/index.ts';
import type { VisibleRepositories } from '../../visibility/index.ts';
import { toPattern } from './parse-search.ts';
import { toPullRequestPath, toRepositoryPath } from './to-path.ts';

/** Below so many letters no index of titles helps. */
export const shortestWord = 3;

interface PullRequestColumns {
  readonly host_name: string;
  readonly owner_login: string;
  readonly name: string;
  readonly number: number;
  readonly title: string;
  readonly state: 'open' | 'draft' | 'merged' | 'closed';
  readonly created_at: Date;
}

const selectPullRequests = `
  select
    v_host.name as host_name,
    v_repository.owner_login,
    v_repository.name,
    found.number,
    found.title,
    case when found.state = 'open' and found.is_draft then 'draft' else found.state end as state,
    found.created_at
  from found
  join v_repository on v_repository.repository_id = found.repository_id
  join v_host on v_host.host_id = v_repository.host_id
  order by found.created_at desc, found.repository_id, found.number`;

/** So few repositories are read through sooner than the index of all titles. */
const fewRepositories = 20;

const anyRepositorySql = 'v_pull_request';

// offset 0: the planner would still look through all that match, of which hardly any is the reader's (measured: 140 ms
// where one of 200 repositories is seen and a tenth of 200,000 titles matches; so 15 ms).
const fewRepositoriesSql = `(
    select *
    from v_pull_request
    where repository_id = any($1::bigint[])
    offset 0) as own`;

// The longest word comes first: it has the index.
const toSelectByWords = (fromSql: string): string => `
  with found as (
    select repository_id, number, title, state, is_draft, created_at
    from ${fromSql}
    where title ilike $2::text
      and ($3::text is null or title ilike $3::text)
      and ($4::text is null or title ilike $4::text)
      and ($5::text is null or title ilike $5::text)
      and ($6::text is null or title ilike $6::text)
      and ($7::text is null or title ilike $7::text)
      and repository_id = any($1::bigint[])
    order by created_at desc
    limit $8::integer)
  ${selectPullRequests}`;

/** Pull requests whose titles hold all the words, newest first; none where no word is long enough for the index. */
export async function loadPullRequestsByWords(
  sql: Sql,
  visible: VisibleRepositories,
  { words, limit }: { readonly words: readonly string[]; readonly limit: number },
): Promise<readonly SearchHit[]> {
  const [longest = '', ...others] = words.toSorted((left, right) => right.length - left.length);
  if (longest.length < shortestWord) return [];
  const patterns = Array.from({ length: 5 }, (_, index) => others[index]).map(
    (word) => word && toPattern(word),
  );
  const fromSql = visible.ids.length <= fewRepositories ? fewRepositoriesSql : anyRepositorySql;
  const rows = await sql.query<PullRequestColumns>(toSelectByWords(fromSql), [
    visible.ids,
    toPattern(longest),
    ...patterns,
    limit,
  ]);
  return rows.map(toPullRequestHit);
}

/** Pull requests of a number, newest first, in repositories whose full name holds `repository`. */
export async function loadPullRequestsByNumber(
  sql: Sql,
  visible: VisibleRepositories,
  wanted: { readonly number: number; readonly repository: string; readonly limit: number },
): Promise<readonly SearchHit[]> {
  const rows = await sql.query<PullRequestColumns>(
    // Materialised: one a repository, found by its key; asked for the newest first, the newest of all would be gone through.
    `with of_number as materialized (
       select
         v_pull_request.repository_id, v_pull_request.number, v_pull_request.title, v_pull_request.state,
         v_pull_request.is_draft, v_pull_request.created_at
       from v_pull_request
       join v_repository on v_repository.repository_id = v_pull_request.repository_id
       where v_pull_request.number = $2::integer
         and v_pull_request.repository_id = any($1::bigint[])
         and v_repository.owner_login || '/' || v_repository.name ilike $3::text),
     found as (
       select *
       from of_number
       order by created_at desc
       limit $4::integer)
     ${selectPullRequests}`,
    [visible.ids, wanted.number, toPattern(wanted.repository), wanted.limit],
  );
  return rows.map(toPullRequestHit);
}

const toPullRequestHit = (row: PullRequestColumns): SearchHit => ({
  kind: 'pull-request',
  title: row.title,
  detail: `${row.owner_login}/${row.name} #${row.number}`,
  path: toPullRequestPath(row),
  state: row.state,
  createdAt: row.created_at.toISOString(),
});

/** Repositories whose full name holds all the words, archived ones last. */
export async function loadRepositoryHits(
  sql: Sql,
  visible: VisibleRepositories,
  { words, limit }: { readonly words: readonly string[]; readonly limit: number },
): Promise<readonly SearchHit[]> {
  const rows = await sql.query<{
    readonly host_name: string;
    readonly owner_login: string;
    readonly name: string;
    readonly is_archived: boolean;
  }>(
    `select v_host.name as host_name, v_repository.owner_login, v_repository.name, v_repository.is_archived
     from v_repository
     join v_host on v_host.host_id = v_repository.host_id
     where v_repository.repository_id = any($1::bigint[])
       and v_repository.owner_login || '/' || v_repository.name ilike all($2::text[])
     order by
       lower(v_repository.name) = lower($3::text) desc,
       v_repository.is_archived,
       lower(v_repository.owner_login),
       lower(v_repository.name)
     limit $4::integer`,
    [visible.ids, words.map(toPattern), words[0], limit],
  );
  return rows.map((row) => ({
    kind: 'repository',
    title: `${row.owner_login}/${row.name}`,
    detail: row.is_archived ? `${row.host_name}, archived` : row.host_name,
    path: toRepositoryPath(row),
  }));
}

/** Teams by name; everybody who is signed in knows the teams there are. */
export async function loadTeamHits(
  sql: Sql,
  { words, limit }: { readonly words: readonly string[]; readonly limit: number },
): Promise<readonly SearchHit[]> {
  const rows = await sql.query<{ readonly slug: string; readonly name: string }>(
    `select slug, name
     from v_team
     where name ilike all($1::text[])
     order by lower(name)
     limit $2::integer`,
    [words.map(toPattern), limit],
  );
  return rows.map(({ slug, name }) => ({
    kind: 'team',
    title: name,
    detail: 'Team',
    path: `/teams/${encodeURIComponent(slug)}`,
  }));
}

const selectPeople = `
  select
    v_person.slug,
    v_person.name,
    coalesce(
      (
        select string_agg('@' || v_account.login, ', ' order by lower(v_account.login))
        from v_account_person
        join v_account on v_account.account_id = v_account_person.account_id
        where v_account_person.person_id = v_person.person_id
          and v_account_person.until_at > app_now()),
      '') as logins
  from v_person
  cross join v_workspace
  where not v_person.is_hidden
    and ($3::boolean
      or v_workspace.person_pages = 'everyone'
      or v_person.user_id = $4::bigint
      or v_workspace.person_pages <> 'own' and exists (
        select from v_person as reader
        join v_team_member as lead on lead.person_id = reader.person_id and lead.is_lead
        join v_team_contributor as member on member.team_id = lead.team_id
        cross join lateral (select (app_now() at time zone v_workspace.zone)::date as today) as day
        where reader.user_id = $4::bigint
          and lead.from_on <= day.today and day.today < lead.until_on
          and member.person_id = v_person.person_id
          and member.from_on <= day.today and day.today < member.until_on))
    and (v_person.name ilike all($1::text[]) or exists (
      select from v_account_person
      join v_account on v_account.account_id = v_account_person.account_id
      where v_account_person.person_id = v_person.person_id
        and v_account_person.until_at > app_now()
        and v_account.login ilike all($1::text[])))
  order by lower(v_person.name), v_person.slug
  limit $2::integer`;

/**
 * People by name or login, in the order of their names: for who has the list of people, all of them; for others
 * themselves and those whose pages open to them. Who may not open a page does not learn here that there is one.
 */
export async function loadPersonHits(
  sql: Sql,
  viewer: Viewer,
  { words, limit }: { readonly words: readonly string[]; readonly limit: number },
): Promise<readonly SearchHit[]> {
  const rows = await sql.query<{ readonly slug: string; readonly name: string; readonly logins: string }>(
    selectPeople,
    [words.map(toPattern), limit, viewer.role !== 'member', viewer.userId],
  );
  return rows.map(({ slug, name, logins }) => ({
    kind: 'person',
    title: name,
    detail: logins === '' ? 'Person' : logins,
    path: `/people/${encodeURIComponent(slug)}`,
  }));
}
