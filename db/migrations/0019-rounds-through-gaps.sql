-- ingestion: what is missing of a repository is asked for again from its newest pull request to its oldest, some at a time.

-- below: pull requests with smaller numbers are still to be asked for; null: the round is over.
create table gap_round (
  repository_id bigint not null,
  begun_at timestamptz not null,
  causes text[] not null,
  below integer,
  constraint gap_round_pk primary key (repository_id),
  constraint gap_round_repository_fk foreign key (repository_id)
    references repository (repository_id) on delete cascade
);
