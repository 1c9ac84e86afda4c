-- Programs known to write on GitHub under an account of kind User, or whose kind does not tell bots from AI agents.
create view v_known_robot as
select login, class
from (values
  ('dependabot[bot]', 'bot'),
  ('dependabot-preview[bot]', 'bot'),
  ('renovate[bot]', 'bot'),
  ('renovate-bot', 'bot'),
  ('github-actions[bot]', 'bot'),
  ('pre-commit-ci[bot]', 'bot'),
  ('codecov[bot]', 'bot'),
  ('codecov-io', 'bot'),
  ('codecov-commenter', 'bot'),
  ('coveralls', 'bot'),
  ('sonarcloud[bot]', 'bot'),
  ('sonarqubecloud[bot]', 'bot'),
  ('snyk-bot', 'bot'),
  ('mergify[bot]', 'bot'),
  ('allcontributors[bot]', 'bot'),
  ('greenkeeper[bot]', 'bot'),
  ('imgbot[bot]', 'bot'),
  ('stale[bot]', 'bot'),
  ('vercel[bot]', 'bot'),
  ('netlify[bot]', 'bot'),
  ('changeset-bot[bot]', 'bot'),
  ('semantic-release-bot', 'bot'),
  ('web-flow', 'bot'),
  ('copilot', 'ai-agent'),
  ('copilot[bot]', 'ai-agent'),
  ('copilot-swe-agent', 'ai-agent'),
  ('copilot-swe-agent[bot]', 'ai-agent'),
  ('copilot-pull-request-reviewer[bot]', 'ai-agent'),
  ('claude', 'ai-agent'),
  ('claude[bot]', 'ai-agent'),
  ('devin-ai-integration[bot]', 'ai-agent'),
  ('cursor[bot]', 'ai-agent'),
  ('cursoragent', 'ai-agent'),
  ('openai-codex[bot]', 'ai-agent'),
  ('chatgpt-codex-connector[bot]', 'ai-agent'),
  ('google-labs-jules[bot]', 'ai-agent'),
  ('gemini-code-assist[bot]', 'ai-agent'),
  ('coderabbitai[bot]', 'ai-agent'),
  ('sweep-ai[bot]', 'ai-agent'),
  ('ellipsis-dev[bot]', 'ai-agent')) as known (login, class);

-- class: person, bot or ai-agent; what somebody said, else what the list above knows, else what GitHub says.
create view v_account as
select
  account.account_id,
  account.host_id,
  account.github_id,
  account.login,
  account.name,
  account.kind,
  account.node_id,
  coalesce(
    account.said_class,
    v_known_robot.class,
    case when account.kind = 'Bot' or account.login like '%[bot]' then 'bot' else 'person' end) as class,
  account.said_class is not null as is_class_said
from account
left join v_known_robot on v_known_robot.login = lower(account.login);

-- People who were not merged into another.
create view v_person as
select
  person_id, slug, name, zone, user_id, demo_host_id, joined_on, left_on,
  excluded_at is not null as is_excluded, excluded_reason, hidden_at is not null as is_hidden
from person
where merged_into_person_id is null;

-- Whose work an account's is: what it did at an instant is this person's where from_at <= instant < until_at. Never two
-- people's at one instant. Nothing that was done after a person left is theirs. The author of a pull request is whose the
-- account was when it was opened.
create view v_account_person as
select
  account_link.account_id,
  account_link.person_id,
  person.slug,
  person.name,
  coalesce(account_link.from_at, '-infinity') as from_at,
  least(coalesce(account_link.until_at, 'infinity'), coalesce(person.left_at, 'infinity')) as until_at
from account_link
join person on person.person_id = account_link.person_id
where account_link.unlinked_at is null;

-- Every link as it was made, also those that ended because they were wrong (has_ended).
create view v_account_link as
select
  account_link.account_id,
  account.host_id,
  account.login,
  account_link.person_id,
  account_link.from_at,
  account_link.until_at,
  account_link.unlinked_at is not null as has_ended
from account_link
join account on account.account_id = account_link.account_id;

-- Addresses that GitHub itself joined to an account, by commits, or told of it as verified (source: verified-domain) to an
-- owner of the organisation of connection_id, at told_at last.
create view v_account_email as
select account_id, email, source, null::bigint as connection_id, last_seen_at as told_at
from account_email
union all
select account_id, email, 'verified-domain', connection_id, told_at
from account_verified_email;

-- Logins that an import named and that were not seen yet. Who was merged into somebody is them.
create view v_awaited_login as
select
  awaited_login.awaited_login_id,
  coalesce(person.merged_into_person_id, person.person_id) as person_id,
  awaited_login.host_id,
  awaited_login.login,
  awaited_login.file_name,
  awaited_login.imported_at
from awaited_login
join person on person.person_id = awaited_login.person_id;

-- A person's addresses, the first one and the further ones.
create view v_person_email as
select person_id, email
from person
where email is not null
  and merged_into_person_id is null
union
select person_email.person_id, person_email.email
from person_email
join person on person.person_id = person_email.person_id
where person.merged_into_person_id is null;

-- Accounts whose person or class changed, as the change feed tells of pull requests.
create view v_people_change as
select seq, account_id, transaction_id, changed_at
from people_change;

create view v_team as
select team_id, slug, name, parent_team_id, zone, working_days, demo_host_id
from team;

-- Every team with itself and the teams above it.
create view v_team_above as
with recursive above (team_id, above_team_id) as (
  select team_id, team_id
  from team
  union
  select above.team_id, team.parent_team_id
  from above
  join team on team.team_id = above.above_team_id
  where team.parent_team_id is not null)
select team_id, above_team_id
from above;

-- Members of a team itself, by day: from from_on until the day before until_on. Who was merged into somebody is them.
create view v_team_member as
select
  team_member.team_id,
  coalesce(person.merged_into_person_id, person.person_id) as person_id,
  team_member.part,
  team_member.is_lead,
  team_member.from_on,
  coalesce(team_member.until_on, 'infinity') as until_on
from team_member
join person on person.person_id = team_member.person_id;

-- Who works in a team or in one below it, by day. Somebody in two of them stands twice.
create view v_team_contributor as
select v_team_above.above_team_id as team_id, member.person_id, member.from_on, member.until_on
from v_team_above
join v_team_member as member on member.team_id = v_team_above.team_id
where member.part = 'contributor';

-- Looks of one reader at people, by the hour. Who was merged into somebody is them; whose row was opened stays told.
create view v_person_look as
select
  look.person_id, look.person_id as opened_person_id, look.user_id, look.hour_at, look.is_refused, look.kinds,
  look.is_by_key, look.looked_at
from person_look as look
join person on person.person_id = look.person_id
where person.merged_into_person_id is null
union all
select
  person.merged_into_person_id, look.person_id, look.user_id, look.hour_at, look.is_refused, look.kinds,
  look.is_by_key, look.looked_at
from person
join person_look as look on look.person_id = person.person_id
where person.merged_into_person_id is not null;

create view v_correction as
select correction_id, person_id, kind, subject, note, state, asked_at, answered_at, answer
from correction;
