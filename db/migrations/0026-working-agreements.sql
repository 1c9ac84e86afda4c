-- reports: limits that a team set for itself, and what a reader wants to see again later.

create table working_agreement (
  team_id bigint not null,
  kind text not null,
  limit_value integer not null,
  set_by bigint,
  set_at timestamptz not null default app_now(),
  constraint working_agreement_pk primary key (team_id, kind),
  constraint working_agreement_limit check (limit_value > 0),
  constraint working_agreement_team_fk foreign key (team_id) references team (team_id) on delete cascade,
  constraint working_agreement_set_by_fk foreign key (set_by) references app_user (user_id)
);

create index working_agreement_set_by_idx on working_agreement (set_by);

create table snooze (
  user_id bigint not null,
  repository_id bigint not null,
  number integer not null,
  kind text not null,
  until_at timestamptz not null,
  constraint snooze_pk primary key (user_id, repository_id, number, kind),
  constraint snooze_user_fk foreign key (user_id) references app_user (user_id) on delete cascade,
  constraint snooze_repository_fk foreign key (repository_id) references repository (repository_id) on delete cascade
);

create index snooze_repository_idx on snooze (repository_id);
