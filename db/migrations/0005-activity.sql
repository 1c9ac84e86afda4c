-- activity: what happened on GitHub, as facts, written by one path.
-- Every row that can change carries (source_version, observed_at); where GitHub gives no version, observed_at alone.
-- What stands in a list of a pull request carries seen_version besides: the version of the pull request under which a
-- list showed it. A row that the newest whole list shows counts as seen under that list's version without being
-- written again, so seen_version speaks only where it is newer than that list.
-- On Citus, repository is a reference table and everything below it is distributed by repository_id.

create table repository (
  repository_id bigint generated always as identity,
  host_id bigint not null,
  organisation_id bigint not null,
  github_id bigint not null,
  node_id text not null,
  owner_login text not null,
  name text not null,
  visibility text not null,
  is_archived boolean not null,
  is_fork boolean not null,
  default_branch text,
  pushed_at timestamptz,
  source_version timestamptz not null,
  observed_at timestamptz not null,
  gone_at timestamptz,
  constraint repository_pk primary key (repository_id),
  constraint repository_github_key unique (host_id, github_id),
  constraint repository_visibility check (visibility in ('public', 'private', 'internal')),
  constraint repository_host_fk foreign key (host_id) references host (host_id) on delete cascade,
  constraint repository_organisation_fk
    foreign key (organisation_id) references organisation (organisation_id) on delete cascade
);

create index repository_organisation_idx on repository (organisation_id);

create table pull_request (
  repository_id bigint not null,
  number integer not null,
  github_id bigint not null,
  node_id text not null,
  title text not null,
  body_length integer not null,
  state text not null,
  is_draft boolean not null,
  author_account_id bigint,
  created_at timestamptz not null,
  closed_at timestamptz,
  merged_at timestamptz,
  merged_by_account_id bigint,
  merge_commit_oid text,
  base_ref text not null,
  base_oid text,
  head_ref text not null,
  head_oid text,
  head_repository text,
  is_cross_repository boolean not null,
  additions integer,
  deletions integer,
  changed_files integer,
  review_decision text,
  source_version timestamptz not null,
  observed_at timestamptz not null,
  gone_at timestamptz,
  constraint pull_request_pk primary key (repository_id, number),
  constraint pull_request_state check (state in ('open', 'closed', 'merged')),
  constraint pull_request_merged check ((state = 'merged') = (merged_at is not null)),
  constraint pull_request_decision check (review_decision in ('approved', 'changes-requested', 'review-required')),
  constraint pull_request_repository_fk
    foreign key (repository_id) references repository (repository_id) on delete cascade
);

create index pull_request_author_idx on pull_request (author_account_id, merged_at desc);
create index pull_request_merged_idx on pull_request (merged_at desc) where merged_at is not null;
create index pull_request_created_idx on pull_request (created_at desc);

-- How much of each list below a pull request is here: GitHub's total against what we hold. A complete one is as the
-- pull request's own version; one that is not may hold what an older version had whole, which complete_version names.
create table pull_request_part (
  repository_id bigint not null,
  number integer not null,
  part text not null,
  state text not null,
  github_total integer,
  held integer not null,
  reason text,
  complete_version timestamptz,
  observed_at timestamptz not null,
  constraint pull_request_part_pk primary key (repository_id, number, part),
  constraint pull_request_part_part check (part in (
    'labels', 'assignees', 'review-requests', 'reviews', 'threads', 'review-comments',
    'comments', 'commits', 'files', 'events', 'closing-issues')),
  constraint pull_request_part_state check (state in ('complete', 'partial', 'unavailable')),
  constraint pull_request_part_reason check ((state = 'complete') = (reason is null)),
  constraint pull_request_part_reason_known check (reason in (
    'forbidden', 'gone', 'cut-off', 'unreadable', 'count-differs', 'not-read')),
  constraint pull_request_part_complete check (state <> 'complete' or complete_version is null),
  constraint pull_request_part_pull_request_fk
    foreign key (repository_id, number) references pull_request (repository_id, number) on delete cascade
);

create table pull_request_label (
  repository_id bigint not null,
  number integer not null,
  name text not null,
  colour text not null,
  seen_version timestamptz not null,
  constraint pull_request_label_pk primary key (repository_id, number, name),
  constraint pull_request_label_pull_request_fk
    foreign key (repository_id, number) references pull_request (repository_id, number) on delete cascade
);

create table pull_request_assignee (
  repository_id bigint not null,
  number integer not null,
  account_id bigint not null,
  seen_version timestamptz not null,
  constraint pull_request_assignee_pk primary key (repository_id, number, account_id),
  constraint pull_request_assignee_pull_request_fk
    foreign key (repository_id, number) references pull_request (repository_id, number) on delete cascade
);

-- A hidden reviewer is a team this token may not see, or an account that is gone; its key is the request's node id.
create table pull_request_review_request (
  repository_id bigint not null,
  number integer not null,
  reviewer_kind text not null,
  reviewer_key text not null,
  account_id bigint,
  seen_version timestamptz not null,
  constraint pull_request_review_request_pk primary key (repository_id, number, reviewer_kind, reviewer_key),
  constraint pull_request_review_request_kind check (reviewer_kind in ('account', 'team', 'hidden')),
  constraint pull_request_review_request_pull_request_fk
    foreign key (repository_id, number) references pull_request (repository_id, number) on delete cascade
);

create table pull_request_review (
  repository_id bigint not null,
  github_id bigint not null,
  number integer not null,
  node_id text not null,
  author_account_id bigint,
  state text not null,
  submitted_at timestamptz,
  commit_oid text,
  body_length integer not null,
  seen_version timestamptz not null,
  observed_at timestamptz not null,
  gone_at timestamptz,
  constraint pull_request_review_pk primary key (repository_id, github_id),
  constraint pull_request_review_state check (state in (
    'pending', 'commented', 'changes-requested', 'approved', 'dismissed')),
  constraint pull_request_review_pull_request_fk
    foreign key (repository_id, number) references pull_request (repository_id, number) on delete cascade
);

create index pull_request_review_pull_request_idx on pull_request_review (repository_id, number);
create index pull_request_review_author_idx on pull_request_review (author_account_id, submitted_at desc);

create table pull_request_review_thread (
  repository_id bigint not null,
  node_id text not null,
  number integer not null,
  path text not null,
  line integer,
  is_resolved boolean not null,
  is_outdated boolean not null,
  resolved_by_account_id bigint,
  seen_version timestamptz not null,
  observed_at timestamptz not null,
  gone_at timestamptz,
  constraint pull_request_review_thread_pk primary key (repository_id, node_id),
  constraint pull_request_review_thread_pull_request_fk
    foreign key (repository_id, number) references pull_request (repository_id, number) on delete cascade
);

create index pull_request_review_thread_pull_request_idx on pull_request_review_thread (repository_id, number);

-- Conversation comments and review comments: one shape, told apart by kind.
create table pull_request_comment (
  repository_id bigint not null,
  kind text not null,
  github_id bigint not null,
  number integer not null,
  node_id text not null,
  author_account_id bigint,
  review_github_id bigint,
  thread_node_id text,
  in_reply_to_github_id bigint,
  body_length integer not null,
  created_at timestamptz not null,
  source_version timestamptz not null,
  seen_version timestamptz not null,
  observed_at timestamptz not null,
  gone_at timestamptz,
  constraint pull_request_comment_pk primary key (repository_id, kind, github_id),
  constraint pull_request_comment_kind check (kind in ('conversation', 'review')),
  constraint pull_request_comment_pull_request_fk
    foreign key (repository_id, number) references pull_request (repository_id, number) on delete cascade
);

create index pull_request_comment_pull_request_idx on pull_request_comment (repository_id, number);
create index pull_request_comment_author_idx on pull_request_comment (author_account_id, created_at desc);

-- "commit" is a reserved word in many tools; the table bears GitHub's longer name.
create table git_commit (
  repository_id bigint not null,
  oid text not null,
  author_account_id bigint,
  author_email text,
  authored_at timestamptz not null,
  committed_at timestamptz not null,
  message_length integer not null,
  observed_at timestamptz not null,
  constraint git_commit_pk primary key (repository_id, oid),
  constraint git_commit_repository_fk
    foreign key (repository_id) references repository (repository_id) on delete cascade
);

create table pull_request_commit (
  repository_id bigint not null,
  number integer not null,
  oid text not null,
  position integer not null,
  seen_version timestamptz not null,
  constraint pull_request_commit_pk primary key (repository_id, number, oid),
  constraint pull_request_commit_pull_request_fk
    foreign key (repository_id, number) references pull_request (repository_id, number) on delete cascade,
  constraint pull_request_commit_git_commit_fk
    foreign key (repository_id, oid) references git_commit (repository_id, oid) on delete cascade
);

create index pull_request_commit_oid_idx on pull_request_commit (repository_id, oid);

create table pull_request_file (
  repository_id bigint not null,
  number integer not null,
  path text not null,
  change_kind text not null,
  additions integer not null,
  deletions integer not null,
  seen_version timestamptz not null,
  constraint pull_request_file_pk primary key (repository_id, number, path),
  constraint pull_request_file_change_kind check (change_kind in (
    'added', 'changed', 'copied', 'deleted', 'modified', 'renamed')),
  constraint pull_request_file_pull_request_fk
    foreign key (repository_id, number) references pull_request (repository_id, number) on delete cascade
);

-- Natural key: the same event is the same row however it was learnt. A ghost's actor is 0, no subject is ''.
create table pull_request_event (
  repository_id bigint not null,
  number integer not null,
  kind text not null,
  occurred_at timestamptz not null,
  actor_account_id bigint not null,
  subject text not null,
  node_id text,
  observed_at timestamptz not null,
  constraint pull_request_event_pk
    primary key (repository_id, number, kind, occurred_at, actor_account_id, subject),
  constraint pull_request_event_pull_request_fk
    foreign key (repository_id, number) references pull_request (repository_id, number) on delete cascade
);

create table pull_request_closing_issue (
  repository_id bigint not null,
  number integer not null,
  issue_repository text not null,
  issue_number integer not null,
  seen_version timestamptz not null,
  constraint pull_request_closing_issue_pk primary key (repository_id, number, issue_repository, issue_number),
  constraint pull_request_closing_issue_pull_request_fk
    foreign key (repository_id, number) references pull_request (repository_id, number) on delete cascade
);

-- The change feed: one row a pull request (key: its number) or repository (key: its GitHub id) that a transaction
-- changed, whatever of it changed. Readers take rows of transactions older than every running one, so that none is skipped.
create table change (
  seq bigint generated always as identity,
  repository_id bigint not null,
  entity text not null,
  key text not null,
  transaction_id xid8 not null default pg_current_xact_id(),
  changed_at timestamptz not null default app_now(),
  constraint change_pk primary key (seq),
  constraint change_entity check (entity in ('repository', 'pull-request'))
);

create index change_changed_idx on change (changed_at);

create index change_repository_idx on change (repository_id, seq);
