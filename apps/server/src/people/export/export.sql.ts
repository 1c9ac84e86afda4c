import type { Sql } from '../../platform/sql/index.ts';
import { escapeLike } from '../person-listing.sql.ts';

/** A person as a file has them. */
export interface ExportedPerson {
  readonly slug: string;
  readonly name: string;
  readonly emails: readonly string[];
  readonly joinedOn: string | null;
  readonly leftOn: string | null;
  readonly zone: string | null;
  readonly teams: readonly string[];
  readonly excludedReason: string | null;
  readonly isHidden: boolean;
  /** Accounts linked now: `login`, or `host/login` where the host is not github.com. */
  readonly accounts: readonly string[];
}

interface Cursor {
  readonly name: string;
  readonly slug: string;
}

const batchSize = 1_000;

const exportText = `
  with batch as (
    select person.*
    from person
    where person.merged_into_person_id is null
      and ($2::text is null or (lower(person.name), person.slug) > (lower($2::text), $3::text))
      and ($1::text is null
        or concat_ws(' ', person.name, person.email) ilike '%' || $1::text || '%'
        or exists (
          select from person_email
          where person_email.person_id = person.person_id
            and person_email.email ilike '%' || $1::text || '%')
        or exists (
          select from account_link
          join account on account.account_id = account_link.account_id
          where account_link.person_id = person.person_id
            and account_link.unlinked_at is null
            and (account_link.until_at is null or account_link.until_at > app_now())
            and account.login ilike '%' || $1::text || '%'))
    order by lower(person.name), person.slug
    limit $4::integer)
  select
    batch.slug,
    batch.name,
    array(
      select v_person_email.email
      from v_person_email
      where v_person_email.person_id = batch.person_id
      order by v_person_email.email is distinct from batch.email, v_person_email.email) as emails,
    array(
      select case
          when v_host.kind = 'github.com' then account.login
          else split_part(regexp_replace(lower(v_host.base_url), '^https?://', ''), '/', 1) || '/' || account.login end
      from account_link
      join account on account.account_id = account_link.account_id
      join v_host on v_host.host_id = account.host_id
      where account_link.person_id = batch.person_id
        and account_link.unlinked_at is null
        and (account_link.until_at is null or account_link.until_at > app_now())
      order by account.login) as accounts,
    batch.joined_on as "joinedOn",
    batch.left_on as "leftOn",
    batch.zone,
    array(
      select distinct v_team.name
      from v_team_member
      join v_team on v_team.team_id = v_team_member.team_id
      where v_team_member.person_id = batch.person_id
        and v_team_member.from_on <= app_now()::date
        and v_team_member.until_on > app_now()::date
      order by v_team.name) as teams,
    batch.excluded_reason as "excludedReason",
    batch.hidden_at is not null as "isHidden"
  from batch
  order by lower(batch.name), batch.slug`;

/** People by name in batches, each read when the one before it was taken. */
export async function* streamPeople(
  sql: Sql,
  search: string | undefined,
): AsyncGenerator<readonly ExportedPerson[], void, undefined> {
  let after: Cursor | undefined;
  while (true) {
    const rows = await sql.query<ExportedPerson>(exportText, [
      search === undefined ? undefined : escapeLike(search),
      after?.name,
      after?.slug,
      batchSize,
    ]);
    if (rows.length === 0) return;
    yield rows;
    after = rows.at(-1);
  }
}
