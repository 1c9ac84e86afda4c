-- reports: addresses that somebody saved, for themselves or for a team, and pull requests left out of figures.

create table saved_view (
  saved_view_id bigint generated always as identity,
  owner_user_id bigint not null,
  team_id bigint,
  name text not null,
  address text not null,
  is_pinned boolean not null default false,
  created_at timestamptz not null default app_now(),
  updated_at timestamptz not null default app_now(),
  deleted_at timestamptz,
  constraint saved_view_pinned check (not is_pinned or team_id is not null),
  constraint saved_view_pk primary key (saved_view_id),
  constraint saved_view_owner_fk foreign key (owner_user_id) references app_user (user_id) on delete cascade,
  constraint saved_view_team_fk foreign key (team_id) references team (team_id) on delete cascade
);

create index saved_view_owner_idx on saved_view (owner_user_id);
create index saved_view_team_idx on saved_view (team_id);
create unique index saved_view_pinned_key on saved_view (team_id) where is_pinned and deleted_at is null;

create table pull_request_exclusion (
  repository_id bigint not null,
  number integer not null,
  reason text not null,
  excluded_by bigint,
  excluded_at timestamptz not null default app_now(),
  constraint pull_request_exclusion_pk primary key (repository_id, number),
  constraint pull_request_exclusion_repository_fk
    foreign key (repository_id) references repository (repository_id) on delete cascade,
  constraint pull_request_exclusion_by_fk foreign key (excluded_by) references app_user (user_id)
);

create index pull_request_exclusion_by_idx on pull_request_exclusion (excluded_by);

create table exclusion_rule (
  exclusion_rule_id bigint generated always as identity,
  kind text not null,
  pattern text not null,
  reason text not null,
  created_by bigint,
  created_at timestamptz not null default app_now(),
  constraint exclusion_rule_pk primary key (exclusion_rule_id),
  constraint exclusion_rule_kind check (kind in ('label', 'title', 'head-branch', 'base-branch', 'repository')),
  constraint exclusion_rule_key unique (kind, pattern),
  constraint exclusion_rule_created_by_fk foreign key (created_by) references app_user (user_id)
);

create index exclusion_rule_created_by_idx on exclusion_rule (created_by);

-- activity: lists of pull requests are counted by state and shown by repository, by opening, by end and by change; the
-- first is read without the table.
create index pull_request_state_idx on pull_request (repository_id, state, is_draft) where gone_at is null;
create index pull_request_repository_created_idx on pull_request (repository_id, created_at desc);
create index pull_request_closed_idx on pull_request (closed_at desc) where closed_at is not null;
create index pull_request_updated_idx on pull_request (source_version desc);
create index pull_request_label_name_idx on pull_request_label (lower(name));
