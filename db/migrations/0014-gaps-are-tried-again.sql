-- ingestion: parts of pull requests that a passing fault cut off are asked for again, without their pull request changing.

create table gap_retry (
  repository_id bigint not null,
  number integer not null,
  tries integer not null,
  tried_at timestamptz not null,
  constraint gap_retry_pk primary key (repository_id, number),
  constraint gap_retry_repository_fk foreign key (repository_id)
    references repository (repository_id) on delete cascade,
  constraint gap_retry_tries check (tries >= 1)
);

create index pull_request_part_gap_idx on pull_request_part (repository_id, number desc)
  where reason is not null;

-- A host's version of GitHub may not have a field at all: 'not-offered'.
alter table pull_request_part drop constraint pull_request_part_reason_known;
alter table pull_request_part add constraint pull_request_part_reason_known
  check (reason in ('forbidden', 'gone', 'cut-off', 'unreadable', 'count-differs', 'not-read', 'not-offered'));
