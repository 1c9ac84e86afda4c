-- reports: limits that a team set for itself, and what a reader wants to see again later.

-- limit_value in the unit of its kind, hours, days or lines; null: the team wants no limit. unreviewed: 0 is "none is
-- merged without a review", null is "allowed". A kind without a row is what a team above set, else Throughline's own.
create table working_agreement (
  team_id bigint not null,
  kind text not null,
  limit_value integer,
  set_by bigint,
  set_at timestamptz not null default app_now(),
  constraint working_agreement_pk primary key (team_id, kind),
  constraint working_agreement_kind check (kind in (
    'first-review', 're-review', 'changes-requested', 'not-merged', 'open-too-long', 'oversized', 'unreviewed')),
  constraint working_agreement_limit check (limit_value > 0 or (kind = 'unreviewed' and limit_value = 0)),
  constraint working_agreement_team_fk foreign key (team_id) references team (team_id) on delete cascade,
  constraint working_agreement_set_by_fk foreign key (set_by) references app_user (user_id)
);

create index working_agreement_set_by_idx on working_agreement (set_by);

-- seen_at: the last thing that had happened on it when it was put off; anything later brings it back.
create table snooze (
  user_id bigint not null,
  repository_id bigint not null,
  number integer not null,
  agreement text not null,
  until_at timestamptz not null,
  seen_at timestamptz not null,
  constraint snooze_pk primary key (user_id, repository_id, number, agreement),
  constraint snooze_user_fk foreign key (user_id) references app_user (user_id) on delete cascade,
  constraint snooze_repository_fk foreign key (repository_id) references repository (repository_id) on delete cascade
);

create index snooze_repository_idx on snooze (repository_id);

-- What waits now is open, a small part of all.
create index pull_request_fact_open_idx on pull_request_fact (repository_id, author_account_id)
  where merged_at is null and closed_at is null;

-- What waits for somebody is looked up by account.
create index pull_request_review_request_account_idx on pull_request_review_request (account_id);
