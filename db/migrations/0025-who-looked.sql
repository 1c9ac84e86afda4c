-- people: who may open a person's page, who did, and what people asked to be put right about themselves.

alter table workspace
  add column person_pages text not null default 'managers',
  add constraint workspace_person_pages check (person_pages in ('own', 'leads', 'managers', 'everyone'));

-- One row a person, looker and hour of UTC, and one of its own for looks that were refused; kinds says what was opened
-- in that hour.
create table person_look (
  person_id bigint not null,
  user_id bigint not null,
  hour_at timestamptz not null,
  is_refused boolean not null,
  kinds text[] not null,
  is_by_key boolean not null,
  looked_at timestamptz not null default app_now(),
  constraint person_look_pk primary key (person_id, user_id, hour_at, is_refused),
  constraint person_look_person_fk foreign key (person_id) references person (person_id) on delete cascade,
  constraint person_look_user_fk foreign key (user_id) references app_user (user_id) on delete cascade
);

create index person_look_person_idx on person_look (person_id, looked_at desc);
create index person_look_user_idx on person_look (user_id);
create index person_look_looked_at_idx on person_look (looked_at);

-- What somebody said is wrong about them. What is theirs to decide is done at once (answered_by is then absent).
create table correction (
  correction_id bigint generated always as identity,
  person_id bigint not null,
  kind text not null,
  subject text not null,
  note text,
  state text not null,
  asked_at timestamptz not null default app_now(),
  answered_at timestamptz,
  answered_by bigint,
  answer text,
  constraint correction_pk primary key (correction_id),
  constraint correction_kind check (kind in ('account', 'email', 'name', 'zone', 'pull-request')),
  constraint correction_state check (state in ('open', 'done', 'refused')),
  constraint correction_answered check ((state = 'open') = (answered_at is null)),
  constraint correction_refused check (state <> 'refused' or answer is not null),
  constraint correction_person_fk foreign key (person_id) references person (person_id) on delete cascade,
  constraint correction_answered_by_fk foreign key (answered_by) references app_user (user_id)
);

create index correction_person_idx on correction (person_id, asked_at desc);
create index correction_open_idx on correction (asked_at) where state = 'open';
create index correction_answered_by_idx on correction (answered_by);

-- What somebody committed is found by their accounts, for what is stored about them.
create index git_commit_author_idx on git_commit (author_account_id);
