import type { PersonRow } from '@throughline/contract';
import type { Sql } from '../platform/sql/index.ts';

export interface PersonListing {
  readonly slug: string;
  readonly name: string;
  readonly isDemo: boolean;
  readonly accounts: PersonRow['accounts'];
  readonly leftOn: string | null;
  readonly excludedReason: string | null;
  readonly isHidden: boolean;
  /** Joined within 30 days, or was added then where nobody knows. */
  readonly isNew: boolean;
}

// Aggregated once for all and joined, which at 2,000 people is a quarter of what looking each one up takes.
const listingText = `
  with linked as (
    select
      account_link.person_id,
      jsonb_agg(
        jsonb_build_object('login', account.login, 'hostName', v_host.name) order by account.login) as accounts,
      string_agg(account.login, ' ') as logins
    from account_link
    join account on account.account_id = account_link.account_id
    join v_host on v_host.host_id = account.host_id
    where account_link.unlinked_at is null
      and (account_link.until_at is null or account_link.until_at > app_now())
    group by account_link.person_id),
  further as (
    select person_id, string_agg(email, ' ') as emails
    from person_email
    group by person_id)
  select
    person.slug,
    person.name,
    person.demo_host_id is not null as "isDemo",
    coalesce(linked.accounts, '[]'::jsonb) as accounts,
    person.left_on as "leftOn",
    person.excluded_reason as "excludedReason",
    person.hidden_at is not null as "isHidden",
    coalesce(person.joined_on, person.created_at::date) > app_now()::date - 30 as "isNew"
  from person
  left join linked on linked.person_id = person.person_id
  left join further on further.person_id = person.person_id
  where person.merged_into_person_id is null
    and ($1::text is null
      or concat_ws(' ', person.name, person.email, further.emails, linked.logins) ilike '%' || $1::text || '%')
  order by lower(person.name), person.slug`;

/** People by name, those whose name, e-mail address or linked login holds `search`, if given. */
export const loadPersonListing = (sql: Sql, search: string | undefined): Promise<readonly PersonListing[]> =>
  sql.query<PersonListing>(listingText, [search === undefined ? undefined : escapeLike(search)]);

/** So that what a reader types is looked for as it stands. */
export const escapeLike = (text: string): string => text.replace(/[\\%_]/g, (character) => `\\${character}`);
