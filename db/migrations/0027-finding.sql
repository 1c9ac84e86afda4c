-- activity: pull requests found by words of their titles, and repositories by the names they had before.

create extension if not exists pg_trgm;

create index pull_request_title_idx on pull_request using gin (title gin_trgm_ops);

create table former_repository_name (
  repository_id bigint not null,
  owner_login text not null,
  name text not null,
  left_at timestamptz not null default app_now(),
  constraint former_repository_name_pk primary key (repository_id, owner_login, name),
  constraint former_repository_name_repository_fk
    foreign key (repository_id) references repository (repository_id) on delete cascade
);

create index former_repository_name_idx on former_repository_name (lower(owner_login), lower(name));
