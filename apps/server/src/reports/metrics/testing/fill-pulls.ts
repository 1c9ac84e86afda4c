import type { SeededOrganisation } from '../../../activity/testing/seed-organisation.ts';
import type { Sql } from '../../../platform/sql/index.ts';

/**
 * 240 pull requests of the last 100 days in two repositories by four people of two teams, one within the other, and a bot:
 * none closed after now, every third without commits, some open, some without a size, a review, a label, an author; one kind left out by a rule.
 */
export async function fillPulls(sql: Sql, { hostId, organisationId }: SeededOrganisation): Promise<void> {
  for (const statement of placesSql) await sql.query(statement, [hostId, organisationId]);
  for (const statement of pullsSql) await sql.query(statement);
}

const placesSql = [
  `insert into account (host_id, github_id, login, kind, observed_at)
   select $1::bigint, place, case place when 5 then 'robot[bot]' else 'engineer-' || place end,
     case place when 5 then 'Bot' else 'User' end, app_now()
   from generate_series(1, 5) as place
   where $2::bigint > 0`,
  `insert into person (slug, name)
   select 'engineer-' || place, 'Engineer ' || place
   from generate_series(1, 3) as place
   where $1::bigint > 0 and $2::bigint > 0`,
  `insert into account_link (person_id, account_id, evidence)
   select person.person_id, account.account_id, '[]'
   from person
   join account on account.login = person.slug
   where $1::bigint > 0 and $2::bigint > 0`,
  `insert into team (slug, name)
   select name, name
   from unnest('{payments,ledger}'::text[]) as name
   where $1::bigint > 0 and $2::bigint > 0`,
  `update team
   set parent_team_id = (select team_id from team where slug = 'payments')
   where slug = 'ledger' and $1::bigint > 0 and $2::bigint > 0`,
  `insert into team_member (team_id, person_id, part, from_on, source)
   select team.team_id, person.person_id, 'contributor', date '2020-01-01', 'hand'
   from team
   join person on team.slug = 'payments' or person.slug = 'engineer-2'
   where person.slug <> 'engineer-3' and $1::bigint > 0 and $2::bigint > 0`,
  `insert into repository (
     host_id, organisation_id, github_id, node_id, owner_login, name, visibility, is_archived, is_fork,
     source_version, observed_at)
   select $1::bigint, $2::bigint, place, 'R_' || place, 'acme', 'service-' || place, 'private', false, false, app_now(),
     app_now()
   from generate_series(1, 2) as place`,
  `insert into exclusion_rule (kind, pattern, reason)
   select 'label', 'deps', 'Dependencies.'
   where $1::bigint > 0 and $2::bigint > 0`,
];

const pullsSql = [
  `insert into pull_request (
     repository_id, number, github_id, node_id, title, body_length, state, is_draft, author_account_id, created_at,
     closed_at, merged_at, merged_by_account_id, base_ref, head_ref, is_cross_repository, additions, deletions,
     changed_files, source_version, observed_at)
   select
     repository.repository_id, place, place, 'PR_' || place, 'Change ' || place, 1,
     case when place % 11 = 0 then 'open' when place % 7 = 0 then 'closed' else 'merged' end, false,
     author.account_id, opened_at,
     case when place % 11 <> 0 then opened_at + interval '20 hours' end,
     case when place % 11 <> 0 and place % 7 <> 0 then opened_at + interval '20 hours' end,
     case when place % 11 <> 0 and place % 7 <> 0 then author.account_id end,
     'main', 'branch', false, nullif(place % 40, 3) * 10, 5, place % 14, app_now(), app_now()
   from generate_series(1, 240) as place
   join repository on repository.name = 'service-' || (place % 2 + 1)
   left join account as author on author.github_id = place % 6
   cross join lateral (select app_now() - place * interval '10 hours' - interval '15 hours' as opened_at) as life`,
  `insert into git_commit (repository_id, oid, authored_at, committed_at, message_length, observed_at)
   select
     repository_id, lpad(number::text, 40, '0'), created_at - interval '3 hours',
     created_at + (number % 5 - 2) * interval '9 hours', 1, app_now()
   from pull_request
   where number % 3 > 0`,
  `insert into pull_request_commit (repository_id, number, oid, position, seen_version)
   select repository_id, number, lpad(number::text, 40, '0'), 1, app_now()
   from pull_request
   where number % 3 > 0`,
  `insert into pull_request_review (
     repository_id, github_id, number, node_id, author_account_id, state, submitted_at, body_length, seen_version,
     observed_at)
   select
     pull_request.repository_id, number, number, 'V', account.account_id,
     case when number % 4 = 0 then 'approved' when number % 4 = 1 then 'changes-requested' else 'commented' end,
     pull_request.created_at + number % 7 * interval '4 hours', number % 3 * 120, app_now(), app_now()
   from pull_request
   join account on account.github_id = (number + 2) % 5 + 1
   where number % 8 <> 5`,
  `insert into pull_request_comment (
     repository_id, kind, github_id, number, node_id, author_account_id, body_length, created_at, source_version,
     seen_version, observed_at)
   select
     repository_id, case number % 2 when 0 then 'review' else 'conversation' end, number, number, 'C',
     author_account_id, 50, created_at + interval '9 hours', app_now(), app_now(), app_now()
   from pull_request
   where number % 5 = 0`,
  `insert into pull_request_event (repository_id, number, kind, occurred_at, actor_account_id, subject, observed_at)
   select pull_request.repository_id, number, 'review-requested', pull_request.created_at, 0,
     'account:' || account.account_id, app_now()
   from pull_request
   join account on account.github_id = number % 5 + 1
   where number % 5 < 2`,
  `insert into pull_request_review_request (
     repository_id, number, reviewer_kind, reviewer_key, account_id, seen_version)
   select repository_id, number, 'hidden', 'x', null, app_now()
   from pull_request
   where state = 'open'`,
  `insert into pull_request_label (repository_id, number, name, colour, seen_version)
   select repository_id, number, (array['bug', 'feature', 'deps'])[number % 4], '', app_now()
   from pull_request
   where number % 4 > 0`,
];
