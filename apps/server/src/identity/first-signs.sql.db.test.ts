import { expect, test } from 'vitest';
import { seedOrganisation } from '../activity/testing/seed-organisation.ts';
import { testDatabase } from '../platform/sql/testing/index.ts';
import { findFirstSuggestions, findSuggestions } from './suggestions.sql.ts';

const database = await testDatabase();
const { hostId } = await seedOrganisation(database);
await database.query(
  `insert into host (kind, base_url, name) values ('github.com', 'https://github.com', 'github.com')`,
);

/** Accounts of an own domain, and beside most of them something else that tells of some. */
await database.query(
  `with made as (
     insert into account (host_id, github_id, node_id, login, name, kind, observed_at)
     select
       case when n % 11 = 0 then (select max(host_id) from host) else $1::bigint end,
       n, 'U_' || n, 'login' || n,
       case n % 4 when 0 then null when 1 then 'person ' || (n % 50) when 2 then 'Zoë ' || n else ' Ada ' || n end,
       'User', now()
     from generate_series(1, 400) as n
     returning account_id, login, github_id),
   mailed as (
     insert into account_email (account_id, email, source, first_seen_at, last_seen_at)
     select account_id, login || '@acme.com', 'commit', now(), now() from made where github_id % 7 <> 0
     union all
     select account_id, 'shared' || (github_id % 13) || '@acme.com', 'commit', now(), now() from made where github_id % 17 = 0
     union all
     select account_id, 'home' || github_id || '@home.org', 'profile', now(), now() from made where github_id % 5 = 0
     union all
     select account_id, login || '@acme.com', 'profile', now(), now() from made where github_id % 21 = 1),
   organised as (
     insert into organisation (host_id, github_id, login, observed_at)
     values ($1::bigint, 77, 'verifying', now())
     returning organisation_id),
   connected as (
     insert into connection (organisation_id, name, repository_choice)
     select organisation_id, 'verifying', 'all' from organised
     returning connection_id),
   told as (
     insert into account_verified_email (connection_id, account_id, email, told_at)
     select connection_id, account_id, login || case when github_id % 2 = 0 then '@acme.com' else '@home.org' end, now()
     from made, connected
     where github_id % 9 = 0),
   people as (
     insert into person (slug, name, email)
     select 'p' || n, 'Person ' || n, case n % 3 when 0 then 'login' || n || '@acme.com' when 1 then 'home' || n || '@home.org' end
     from generate_series(1, 60) as n
     returning person_id, slug),
   linked as (
     insert into account_link (person_id, account_id, evidence)
     select people.person_id, made.account_id, '[]'
     from people
     join made on made.login = 'login' || (substr(people.slug, 2)::integer + 200)
     where substr(people.slug, 2)::integer > 40)
   insert into rejected_suggestion (account_id, person_id, other_account_id)
   select account_id, null, account_id from made where github_id % 31 = 0`,
  [hostId],
);

test.each([
  ['one own domain', ['acme.com']],
  ['two', ['acme.com', 'home.org']],
  ['none', []],
])('the first suggestions are the first of all, with their counts, with %s', async (_, domains) => {
  await database.query('delete from verified_domain');
  await database.query('insert into verified_domain (domain) select unnest($1::text[])', [domains]);
  const all = await findSuggestions(database);

  for (const limit of [1, 20, 150, 1_000]) {
    const first = await findFirstSuggestions(database, limit);

    expect(first).toEqual({
      suggestions: all.slice(0, limit),
      certain: all.filter(({ isCertain }) => isCertain).length,
      total: all.length,
    });
  }
  expect(all.length).toBeGreaterThan(10);
});
