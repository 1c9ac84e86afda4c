-- people: who may open a person's page, and who did.

alter table workspace
  add column person_pages text not null default 'managers',
  add constraint workspace_person_pages check (person_pages in ('own', 'leads', 'managers', 'everyone'));

create table person_look (
  person_look_id bigint generated always as identity,
  person_id bigint not null,
  user_id bigint not null,
  what text not null,
  looked_at timestamptz not null default app_now(),
  constraint person_look_pk primary key (person_look_id),
  constraint person_look_person_fk foreign key (person_id) references person (person_id) on delete cascade,
  constraint person_look_user_fk foreign key (user_id) references app_user (user_id) on delete cascade
);

create index person_look_person_idx on person_look (person_id, looked_at desc);
create index person_look_user_idx on person_look (user_id);
