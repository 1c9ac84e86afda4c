-- activity and ingestion: what costs less over REST, or in a question of its own, is read by streams of its own.

create index pull_request_part_not_read_idx on pull_request_part (repository_id, part, number desc)
  where reason = 'not-read';

-- How far back a list of a repository has been read over REST, while its pull requests are read for the first time.
create table rest_stream (
  repository_id bigint not null,
  list text not null,
  next_page integer,
  reached_at timestamptz,
  constraint rest_stream_pk primary key (repository_id, list),
  constraint rest_stream_list check (list in ('review-comments', 'pull-requests')),
  constraint rest_stream_repository_fk
    foreign key (repository_id) references repository (repository_id) on delete cascade
);

-- An entry of such a list that came before its pull request was written. It goes with that.
create table staged_entry (
  repository_id bigint not null,
  list text not null,
  github_id bigint not null,
  number integer not null,
  entry jsonb not null,
  constraint staged_entry_pk primary key (repository_id, list, github_id),
  constraint staged_entry_list check (list in ('review-comments', 'pull-requests')),
  constraint staged_entry_repository_fk
    foreign key (repository_id) references repository (repository_id) on delete cascade
);

create index staged_entry_number_idx on staged_entry (repository_id, number);

-- How many pull requests one question about files asks for: as many as GitHub answered in time.
alter table repository_sync
  add column files_size integer not null default 75,
  add constraint repository_sync_files_size check (files_size between 1 and 100);
