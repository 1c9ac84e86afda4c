-- ingestion: what is here of each repository against what GitHub counts, counted anew when its data change.

create table completeness_count (
  repository_id bigint not null,
  counted_seq bigint not null,
  is_settled boolean not null,
  took_ms integer not null,
  counted_at timestamptz not null,
  constraint completeness_count_pk primary key (repository_id),
  constraint completeness_count_repository_fk foreign key (repository_id)
    references repository (repository_id) on delete cascade
);

create table completeness_kind (
  repository_id bigint not null,
  kind text not null,
  pull_requests integer not null,
  whole integer not null,
  held bigint not null,
  constraint completeness_kind_pk primary key (repository_id, kind),
  constraint completeness_kind_repository_fk foreign key (repository_id)
    references repository (repository_id) on delete cascade,
  constraint completeness_kind_whole check (whole between 0 and pull_requests)
);

-- cause: why the lists of so many pull requests are not whole; 'whole' where they are.
create table completeness_part (
  repository_id bigint not null,
  part text not null,
  cause text not null,
  pull_requests integer not null,
  held bigint not null,
  github_total bigint not null,
  uncounted integer not null,
  constraint completeness_part_pk primary key (repository_id, part, cause),
  constraint completeness_part_repository_fk foreign key (repository_id)
    references repository (repository_id) on delete cascade
);
