-- people: teams, nested, with members over time. A number for March uses March's members.

create table team (
  team_id bigint generated always as identity,
  slug text not null,
  name text not null,
  parent_team_id bigint,
  zone text,
  working_days smallint[] not null default '{1,2,3,4,5}',
  organisation_id bigint,
  github_team_id bigint,
  keeps_in_step boolean not null default false,
  stepped_at timestamptz,
  step_problem text,
  demo_host_id bigint,
  created_by bigint,
  created_at timestamptz not null default app_now(),
  updated_at timestamptz not null default app_now(),
  constraint team_pk primary key (team_id),
  constraint team_slug_key unique (slug),
  constraint team_github_key unique (organisation_id, github_team_id),
  constraint team_github check ((organisation_id is null) = (github_team_id is null)),
  constraint team_keeps_in_step check (not keeps_in_step or github_team_id is not null),
  constraint team_not_own_parent check (parent_team_id <> team_id),
  constraint team_working_days check (working_days <@ '{1,2,3,4,5,6,7}'::smallint[]),
  constraint team_parent_fk foreign key (parent_team_id) references team (team_id) on delete set null,
  constraint team_organisation_fk foreign key (organisation_id) references organisation (organisation_id) on delete cascade,
  constraint team_demo_host_fk foreign key (demo_host_id) references host (host_id) on delete cascade,
  constraint team_created_by_fk foreign key (created_by) references app_user (user_id)
);

create index team_parent_idx on team (parent_team_id);
create index team_demo_host_idx on team (demo_host_id);
create index team_created_by_idx on team (created_by);

-- until_on is the first day on which somebody is no longer a member.
create table team_member (
  team_member_id bigint generated always as identity,
  team_id bigint not null,
  person_id bigint not null,
  part text not null,
  is_lead boolean not null default false,
  from_on date not null,
  until_on date,
  source text not null,
  constraint team_member_pk primary key (team_member_id),
  constraint team_member_part check (part in ('contributor', 'viewer')),
  constraint team_member_source check (source in ('hand', 'csv', 'github')),
  constraint team_member_period check (from_on < until_on),
  constraint team_member_once
    exclude using gist (team_id with =, person_id with =, daterange(from_on, until_on) with &&),
  constraint team_member_team_fk foreign key (team_id) references team (team_id) on delete cascade,
  constraint team_member_person_fk foreign key (person_id) references person (person_id) on delete cascade
);

create index team_member_person_idx on team_member (person_id);

-- Who is in a team at GitHub, since the day it was first seen, so that who is linked to a person later is a member since
-- then. Kept for teams that are kept in step; a read that was not whole removes nobody.
create table team_github_member (
  team_id bigint not null,
  account_id bigint not null,
  is_maintainer boolean not null,
  seen_on date not null,
  constraint team_github_member_pk primary key (team_id, account_id),
  constraint team_github_member_team_fk foreign key (team_id) references team (team_id) on delete cascade,
  constraint team_github_member_account_fk
    foreign key (account_id) references account (account_id) on delete cascade
);

create index team_github_member_account_idx on team_github_member (account_id);
