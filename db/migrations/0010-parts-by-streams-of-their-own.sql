-- activity and ingestion: files, and what was said in review threads, are read by questions of their own, which cost less.

create index pull_request_part_not_read_idx on pull_request_part (repository_id, part, number desc)
  where reason = 'not-read';

-- How far back a repository's review comments have been listed, while its pull requests are read for the first time.
create table review_comment_stream (
  repository_id bigint not null,
  next_page integer,
  reached_at timestamptz,
  constraint review_comment_stream_pk primary key (repository_id),
  constraint review_comment_stream_repository_fk
    foreign key (repository_id) references repository (repository_id) on delete cascade
);

-- A review comment that was listed before its pull request was read. It goes when that is written.
create table staged_review_comment (
  repository_id bigint not null,
  github_id bigint not null,
  number integer not null,
  node_id text not null,
  author jsonb,
  body_length integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  review_github_id bigint,
  in_reply_to_github_id bigint,
  path text not null,
  line integer,
  constraint staged_review_comment_pk primary key (repository_id, github_id),
  constraint staged_review_comment_repository_fk
    foreign key (repository_id) references repository (repository_id) on delete cascade
);

create index staged_review_comment_number_idx on staged_review_comment (repository_id, number);

-- How many pull requests one question about files asks for: as many as GitHub answered in time.
alter table repository_sync
  add column files_size integer not null default 75,
  add constraint repository_sync_files_size check (files_size between 1 and 100);
