import type { Viewer } from '../../access/index.ts';
import { openLogins, openPerson } from '../../people/index.ts';
import type { Sql } from '../../platform/sql/index.ts';
import type { VisibleRepositories } from '../../visibility/index.ts';
import type { Choice, PullFilter } from './pull-filter.ts';

/** An account that is meant, for what it did from `from_at` until `until_at` about days from `from_on` until `until_on`. */
export interface Span {
  readonly account_id: number;
  readonly from_at: string;
  readonly until_at: string;
  readonly from_on: string;
  readonly until_on: string;
}

/** Accounts that a filter asks for and that it leaves out; undefined where it asks for nobody. */
export interface Who {
  readonly is: readonly Span[] | undefined;
  readonly isNot: readonly Span[] | undefined;
}

/** What the names of a filter mean to one reader now. */
export interface ResolvedFilter {
  /** Those of the visible repositories that are asked for. */
  readonly repositoryIds: readonly number[];
  readonly author: Who;
  readonly team: Who;
  readonly reviewer: Who;
  readonly requested: Who;
  readonly assignee: Who;
  readonly involves: Who;
  /** Filters that name what this reader does not see, or what does not exist: the two look alike. */
  readonly nothingSeen: readonly { readonly name: string; readonly value: string }[];
}

/**
 * Looks up the names of a filter for a reader. Throws `not-found` for a person whose page the reader may not open: a list
 * by author is that page in another form.
 */
export async function resolveFilter(
  sql: Sql,
  reader: Viewer,
  visible: VisibleRepositories,
  filter: PullFilter,
): Promise<ResolvedFilter> {
  const [repositories, teams, author, reviewer, requested, assignee, involves] = await Promise.all([
    resolveRepositories(sql, visible, filter.repo),
    resolveTeams(sql, reader, filter.team),
    resolvePeople(sql, reader, filter.author),
    resolvePeople(sql, reader, filter.reviewer),
    resolvePeople(sql, reader, filter.requested),
    resolvePeople(sql, reader, filter.assignee),
    resolvePeople(sql, reader, filter.involves),
  ]);
  return {
    repositoryIds: repositories.ids,
    author,
    team: teams,
    reviewer,
    requested,
    assignee,
    involves,
    nothingSeen: [...repositories.nothingSeen, ...teams.nothingSeen],
  };
}

const hasChoice = ({ is, isNot }: Choice): boolean => is.length + isNot.length > 0;

async function resolveRepositories(sql: Sql, visible: VisibleRepositories, choice: Choice) {
  if (!hasChoice(choice)) return { ids: visible.ids, nothingSeen: [] };
  const rows = await sql.query<{ name: string; repository_id: number }>(
    `select asked.name, v_repository.repository_id
     from unnest($2::text[]) as asked (name)
     join v_repository
       on lower(v_repository.owner_login || '/' || v_repository.name) = lower(asked.name)
       or lower(v_repository.owner_login || '/*') = lower(asked.name)
     where v_repository.repository_id = any($1::bigint[])`,
    [visible.ids, [...choice.is, ...choice.isNot]],
  );
  const idsOf = (names: readonly string[]) =>
    new Set(rows.filter(({ name }) => names.includes(name)).map((row) => row.repository_id));
  const [wanted, unwanted] = [idsOf(choice.is), idsOf(choice.isNot)];
  const seen = new Set(rows.map(({ name }) => name));
  return {
    ids: visible.ids.filter((id) => (choice.is.length === 0 || wanted.has(id)) && !unwanted.has(id)),
    nothingSeen: toNothingSeen('repo', choice, (value) => seen.has(value)),
  };
}

function toNothingSeen(name: string, { is, isNot }: Choice, isSeen: (value: string) => boolean) {
  return [
    ...is.filter((value) => !isSeen(value)).map((value) => ({ name, value })),
    ...isNot.filter((value) => !isSeen(value)).map((value) => ({ name, value: `-${value}` })),
  ];
}

async function resolveTeams(sql: Sql, reader: Viewer, choice: Choice) {
  if (!hasChoice(choice)) return { is: undefined, isNot: undefined, nothingSeen: [] };
  const rows = await sql.query<{ name: string; team_id: number }>(
    `select asked.name, v_team.team_id
     from unnest($1::text[]) as asked (name)
     join v_team on v_team.slug = asked.name
     union all
     select '@mine', v_team_member.team_id
     from v_person
     join v_team_member on v_team_member.person_id = v_person.person_id
     where v_person.user_id = $2::bigint
       and v_team_member.from_on <= app_now()::date
       and v_team_member.until_on > app_now()::date`,
    [[...choice.is, ...choice.isNot], reader.userId],
  );
  const idsOf = (names: readonly string[]) =>
    rows.filter(({ name }) => names.includes(name)).map((row) => row.team_id);
  const seen = new Set(rows.map(({ name }) => name));
  return {
    is: choice.is.length === 0 ? undefined : await loadTeamSpans(sql, idsOf(choice.is)),
    isNot: choice.isNot.length === 0 ? undefined : await loadTeamSpans(sql, idsOf(choice.isNot)),
    nothingSeen: toNothingSeen('team', choice, (value) => value === '@mine' || seen.has(value)),
  };
}

/** Accounts of those who work in the teams or below them, for the days on which they do. */
async function loadTeamSpans(sql: Sql, teamIds: readonly number[]): Promise<readonly Span[]> {
  return sql.query<Span>(
    `select
       v_account_person.account_id,
       v_account_person.from_at::text as from_at,
       v_account_person.until_at::text as until_at,
       v_team_contributor.from_on::text as from_on,
       v_team_contributor.until_on::text as until_on
     from v_team_contributor
     join v_account_person on v_account_person.person_id = v_team_contributor.person_id
     where v_team_contributor.team_id = any($1::bigint[])`,
    [teamIds],
  );
}

async function resolvePeople(sql: Sql, reader: Viewer, { is, isNot }: Choice): Promise<Who> {
  return {
    is: is.length === 0 ? undefined : await loadPeopleSpans(sql, reader, is),
    isNot: isNot.length === 0 ? undefined : await loadPeopleSpans(sql, reader, isNot),
  };
}

const isOwn = (value: string): boolean => value === '@me' || value === 'me';

/** Names of people, and logins behind an `@`. `@me` is nobody for a reader who is no person here. */
async function loadPeopleSpans(
  sql: Sql,
  reader: Viewer,
  values: readonly string[],
): Promise<readonly Span[]> {
  const slugs = values.filter((value) => !value.startsWith('@') && !isOwn(value));
  const people = await Promise.all(slugs.map((slug) => openPerson(sql, reader, slug)));
  const logins = values.filter((value) => value.startsWith('@') && !isOwn(value));
  await openLogins(
    sql,
    reader,
    logins.map((login) => login.slice(1)),
  );
  return sql.query<Span>(
    `select
       v_account_person.account_id,
       v_account_person.from_at::text as from_at,
       v_account_person.until_at::text as until_at,
       '-infinity' as from_on,
       'infinity' as until_on
     from v_account_person
     where v_account_person.person_id = any($1::bigint[])
        or ($2::bigint is not null and v_account_person.person_id in (
          select v_person.person_id
          from v_person
          where v_person.user_id = $2::bigint))
     union all
     select v_account.account_id, '-infinity', 'infinity', '-infinity', 'infinity'
     from v_account
     where lower(v_account.login) = any($3::text[])`,
    [
      people.map(({ personId }) => personId),
      values.some(isOwn) ? reader.userId : null,
      values
        .filter((value) => value.startsWith('@') && !isOwn(value))
        .map((value) => value.slice(1).toLowerCase()),
    ],
  );
}
