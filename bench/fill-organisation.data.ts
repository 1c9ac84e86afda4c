/**
 * SQL that fills an empty database with an organisation, in order: each statement with what it holds, for the progress
 * shown. Everything is a function of the seed and of a row's place, so that the same sizes give the same rows.
 * Parameters of the first part: people, teams, repositories, seed. Of the second: first and last pull request of a batch,
 * repositories, people, seed, how many there are in all.
 */
export const prepareSql = `
  create or replace function pg_temp.pick(place bigint, salt bigint, choices bigint) returns bigint
  language sql immutable
  as $$ select (hashint8extended(place, salt) & 9223372036854775807) % choices $$`;

export const placesSql: readonly string[] = [
  `insert into host (kind, base_url, name)
   values ('enterprise-server', 'https://github.acme.example', 'github.acme.example')`,
  `insert into organisation (host_id, github_id, login, observed_at)
   select max(host_id), 1, 'acme', app_now() from host`,
  `insert into connection (organisation_id, name, repository_choice)
   select max(organisation_id), 'acme', 'all' from organisation`,
];

/** $1 people: accounts, a person linked to each but every twentieth, and 20 bots behind them. */
export const peopleSql: readonly string[] = [
  `insert into account (host_id, github_id, node_id, login, name, kind, observed_at)
   select
     (select max(host_id) from host), 10000 + place, 'U_' || place,
     case when place > $1::bigint then 'robot-' || place || '[bot]' else 'engineer-' || place end,
     'Engineer ' || place,
     case when place > $1::bigint then 'Bot' else 'User' end,
     app_now()
   from generate_series(1, $1::bigint + 20) as place`,
  `insert into person (slug, name)
   select 'engineer-' || place, 'Engineer ' || place
   from generate_series(1, $1::bigint) as place`,
  `insert into account_link (person_id, account_id, evidence)
   select person.person_id, account.account_id, '[]'
   from generate_series(1, $1::bigint) as place
   join person on person.slug = 'engineer-' || place
   join account on account.login = 'engineer-' || place
   where place % 20 <> 0`,
];

/** $1 people, $2 teams: everybody is a contributor of one team; every tenth team is above the nine that follow it. */
export const teamsSql: readonly string[] = [
  `insert into team (slug, name)
   select 'team-' || place, 'Team ' || place
   from generate_series(1, $2::bigint) as place
   where $1::bigint > 0`,
  `update team
   set parent_team_id = above.team_id
   from team as above
   where above.slug = 'team-' || ((split_part(team.slug, '-', 2)::bigint - 1) / 10 * 10 + 1)
     and above.team_id <> team.team_id
     and $1::bigint > 0
     and $2::bigint > 0`,
  `insert into team_member (team_id, person_id, part, is_lead, from_on, source)
   select team.team_id, person.person_id, 'contributor', place <= $2::bigint, date '2020-01-01', 'hand'
   from generate_series(1, $1::bigint) as place
   join person on person.slug = 'engineer-' || place
   join team on team.slug = 'team-' || ((place - 1) % $2::bigint + 1)`,
];

/** $1 repositories, $2 pull requests in all: read to their end and counted. */
export const repositoriesSql: readonly string[] = [
  `insert into repository (
     host_id, organisation_id, github_id, node_id, owner_login, name, visibility, is_archived, is_fork,
     default_branch, source_version, observed_at)
   select
     (select max(host_id) from host), (select max(organisation_id) from organisation), place, 'R_' || place, 'acme',
     'service-' || place, 'private', false, false, 'main', app_now(), app_now()
   from generate_series(1, $1::bigint) as place
   where $2::bigint > 0`,
  `insert into repository_sync (
     repository_id, data, connection_id, is_chosen, phase, page_size, total, held_count, started_at, completed_at,
     read_at)
   select
     repository_id, 'pull-requests', (select max(connection_id) from connection), true, 'incremental', 25,
     $2::bigint / $1::bigint, $2::bigint / $1::bigint, app_now(), app_now(), app_now() + interval '1 year'
   from repository`,
  `insert into completeness_count (repository_id, counted_seq, is_settled, took_ms, counted_at)
   select repository_id, 0, true, 1, app_now()
   from repository
   where $1::bigint > 0
     and $2::bigint > 0`,
  `insert into completeness_kind (repository_id, kind, pull_requests, whole, held)
   select repository_id, kind, $2::bigint / $1::bigint, $2::bigint / $1::bigint, $2::bigint / $1::bigint
   from repository
   cross join unnest('{reviews,comments,commits,files,events,details}'::text[]) as kind`,
];

/**
 * A batch of pull requests, on which the lists below stand: opened over three years up to now, in the order of their
 * places; about 92 % merged, 5 % closed, and the newest open. A third of a per cent of the authors are bots.
 */
export const batchSql = `
  create temporary table batch on commit drop as
  select
    place,
    repository.repository_id,
    ((place - 1) / $3::bigint + 1)::integer as number,
    author.account_id as author_id,
    reviewer.account_id as reviewer_id,
    talker.account_id as talker_id,
    opened_at,
    case when pg_temp.pick(place, $5::bigint + 4, 100) < 97 and opened_at + took < app_now() then opened_at + took end
      as ended_at,
    pg_temp.pick(place, $5::bigint + 5, 100) < 95 as is_merged,
    took
  from generate_series($1::bigint, $2::bigint) as place
  join repository on repository.name = 'service-' || (pg_temp.pick(place, 0, 1) + (place - 1) % $3::bigint + 1)
  cross join lateral (
    select
      app_now() - (1 - place::float8 / $6::float8) * interval '1095 days'
        - pg_temp.pick(place, $5::bigint + 1, 86400) * interval '1 second' as opened_at,
      (exp(pg_temp.pick(place, $5::bigint + 2, 1000) / 110.0) * 40 + 600) * interval '1 second' as took) as life
  join account as author
    on author.login = case
      when pg_temp.pick(place, $5::bigint + 3, 100) < 3 then 'robot-' || ($4::bigint + 1) || '[bot]'
      else 'engineer-' || (pg_temp.pick(place, $5::bigint + 6, $4::bigint) + 1)
    end
  join account as reviewer on reviewer.login = 'engineer-' || (pg_temp.pick(place, $5::bigint + 7, $4::bigint) + 1)
  join account as talker on talker.login = 'engineer-' || (pg_temp.pick(place, $5::bigint + 8, $4::bigint) + 1)
  where $4::bigint > 0`;

/** What hangs on a batch; each takes the seed as $1. */
export const listsSql: readonly string[] = [
  `insert into pull_request (
     repository_id, number, github_id, node_id, title, body_length, state, is_draft, author_account_id, created_at,
     closed_at, merged_at, merged_by_account_id, base_ref, head_ref, is_cross_repository, additions, deletions,
     changed_files, source_version, observed_at)
   select
     repository_id, number, place, 'PR_' || place,
     (array['Retry failed payouts', 'Drop the legacy queue', 'Fix a typo in the docs', 'Cap retries per merchant',
       'Bump the client library'])[pg_temp.pick(place, $1::bigint + 20, 5) + 1] || ' ' || place,
     100,
     case when ended_at is null then 'open' when is_merged then 'merged' else 'closed' end,
     ended_at is null and pg_temp.pick(place, $1::bigint + 21, 5) = 0,
     author_id, opened_at, ended_at, case when is_merged then ended_at end,
     case when is_merged and ended_at is not null then reviewer_id end,
     'main', 'branch-' || place, false,
     pg_temp.pick(place, $1::bigint + 22, 400), pg_temp.pick(place, $1::bigint + 23, 200),
     pg_temp.pick(place, $1::bigint + 24, 20) + 1,
     coalesce(ended_at, opened_at), app_now()
   from batch`,
  `insert into pull_request_review (
     repository_id, github_id, number, node_id, author_account_id, state, submitted_at, body_length, seen_version,
     observed_at)
   select
     repository_id, place * 4 + turn, number, 'PRR_' || place || '_' || turn, reviewer_id,
     case when turn = 1 then 'approved' when pg_temp.pick(place, $1::bigint + 30, 4) = 0 then 'changes-requested'
       else 'commented' end,
     opened_at + took * (0.4 + turn * 0.4), 30, app_now(), app_now()
   from batch
   cross join generate_series(0, 1) as turn
   where opened_at + took * (0.4 + turn * 0.4) < app_now()
     and pg_temp.pick(place, $1::bigint + 31, 10) > turn`,
  `insert into pull_request_comment (
     repository_id, kind, github_id, number, node_id, author_account_id, body_length, created_at, source_version,
     seen_version, observed_at)
   select
     repository_id, case when turn = 0 then 'review' else 'conversation' end, place * 4 + turn, number,
     'C_' || place || '_' || turn, case when turn = 2 then author_id else talker_id end,
     pg_temp.pick(place, $1::bigint + 40 + turn, 400), opened_at + took * (0.3 + turn * 0.2), app_now(), app_now(),
     app_now()
   from batch
   cross join generate_series(0, 2) as turn
   where opened_at + took * (0.3 + turn * 0.2) < app_now()
     and pg_temp.pick(place, $1::bigint + 50, 4) >= turn`,
  `insert into git_commit (
     repository_id, oid, author_account_id, author_email, authored_at, committed_at, message_length, observed_at)
   select
     repository_id, lpad(to_hex(place * 4 + turn), 40, '0'), author_id, null,
     opened_at + took * (turn * 0.35 - 0.3), opened_at + took * (turn * 0.35 - 0.3), 40, app_now()
   from batch
   cross join generate_series(0, 2) as turn
   where pg_temp.pick(place, $1::bigint + 60, 3) >= turn`,
  `insert into pull_request_commit (repository_id, number, oid, position, seen_version)
   select repository_id, number, lpad(to_hex(place * 4 + turn), 40, '0'), turn, app_now()
   from batch
   cross join generate_series(0, 2) as turn
   where pg_temp.pick(place, $1::bigint + 60, 3) >= turn`,
  `insert into pull_request_event (repository_id, number, kind, occurred_at, actor_account_id, subject, observed_at)
   select repository_id, number, 'review-requested', opened_at, author_id, 'account:' || reviewer_id, app_now()
   from batch
   where pg_temp.pick(place, $1::bigint + 70, 3) > 0`,
  `insert into pull_request_review_request (
     repository_id, number, reviewer_kind, reviewer_key, account_id, seen_version)
   select repository_id, number, 'account', reviewer_id::text, reviewer_id, app_now()
   from batch
   where ended_at is null
     and pg_temp.pick(place, $1::bigint + 70, 3) > 0`,
  `insert into pull_request_label (repository_id, number, name, colour, seen_version)
   select
     repository_id, number,
     (array['bug', 'feature', 'maintenance', 'docs', 'wip'])[pg_temp.pick(place, $1::bigint + 80, 5) + 1],
     'd73a4a', app_now()
   from batch
   where pg_temp.pick(place, $1::bigint + 81, 4) > 0`,
];
