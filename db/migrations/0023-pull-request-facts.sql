-- reports: what is derived of each pull request, by the definitions of the metrics. Everything here can be made anew from
-- activity with the same result.

create table pull_request_fact (
  repository_id bigint not null,
  number integer not null,
  author_account_id bigint,
  opened_at timestamptz not null,
  merged_at timestamptz,
  closed_at timestamptz,
  first_commit_at timestamptz,
  ready_at timestamptz not null,
  first_requested_at timestamptz,
  first_response_at timestamptz,
  first_approval_at timestamptz,
  last_approval_at timestamptz,
  last_commit_at timestamptz,
  constraint pull_request_fact_pk primary key (repository_id, number),
  constraint pull_request_fact_repository_fk
    foreign key (repository_id) references repository (repository_id) on delete cascade
);
