-- reports: what is derived of each pull request, by the definitions of the metrics. Everything here can be made anew from
-- activity with the same result, but for first_commit_at: the earliest ever seen is kept when a force-push takes it away.

-- Ends that lie in time: coding_s + pickup_s + review_s + merge_s = merged_at - first_commit_at. is_moved: an event lay
-- out of order and was moved for that. *_before_end: until it was merged or closed. answers: turns from a reviewer's
-- action to the author's next; reactions: from an author's action to a reviewer's next.
create table pull_request_fact (
  repository_id bigint not null,
  number integer not null,
  author_account_id bigint,
  author_class text not null,
  opened_at timestamptz not null,
  ready_at timestamptz not null,
  merged_at timestamptz,
  closed_at timestamptz,
  first_commit_at timestamptz,
  first_requested_at timestamptz,
  first_response_at timestamptz,
  first_response_account_id bigint,
  first_approval_at timestamptz,
  last_approval_at timestamptz,
  last_commit_at timestamptz,
  coding_s bigint,
  pickup_s bigint,
  review_s bigint,
  merge_s bigint,
  is_moved boolean not null,
  review_rounds integer not null,
  commits integer not null,
  follow_on_commits integer not null,
  words_by_others integer not null,
  words_before_end integer not null,
  longest_before_end integer,
  review_comments integer not null,
  changes_requested_at timestamptz,
  last_author_action_at timestamptz not null,
  last_reviewer_action_at timestamptz,
  answers integer not null,
  answers_s bigint not null,
  reactions integer not null,
  reactions_s bigint not null,
  open_requests integer not null,
  collaboration text,
  lines integer,
  changed_files integer,
  labels text[] not null,
  exclusion_kind text,
  exclusion_reason text,
  constraint pull_request_fact_pk primary key (repository_id, number),
  constraint pull_request_fact_author_class check (author_class in ('person', 'bot', 'ai-agent', 'ghost')),
  constraint pull_request_fact_collaboration check (collaboration in (
    'assigned-peer-approved', 'unassigned-peer-approved', 'self-merged-after-comments',
    'self-merged-without-review', 'ended-by-another-unapproved')),
  constraint pull_request_fact_exclusion check ((exclusion_kind is null) = (exclusion_reason is null)),
  constraint pull_request_fact_exclusion_kind check (exclusion_kind in (
    'person', 'bot', 'ai-agent', 'pull-request', 'rule', 'repository')),
  constraint pull_request_fact_repository_fk
    foreign key (repository_id) references repository (repository_id) on delete cascade
);

create index pull_request_fact_author_idx on pull_request_fact (author_account_id);
create index pull_request_fact_merged_idx on pull_request_fact (merged_at);
create index pull_request_fact_closed_idx on pull_request_fact (closed_at);
create index pull_request_fact_response_idx on pull_request_fact (first_response_at);
create index pull_request_fact_opened_idx on pull_request_fact (opened_at);

-- Who took part in another's pull request. unblocked_at: it moved (a commit, a merge) within a day of this account's first
-- action or first approval; when. No foreign key to its fact: while that table grows from nothing, a plan made when it was
-- empty would look through all of it for every row.
create table participant_fact (
  repository_id bigint not null,
  number integer not null,
  account_id bigint not null,
  is_robot boolean not null,
  first_action_at timestamptz not null,
  last_action_at timestamptz not null,
  first_approval_at timestamptz,
  reviews integer not null,
  approvals integer not null,
  comments integer not null,
  unblocked_at timestamptz,
  constraint participant_fact_pk primary key (repository_id, number, account_id),
  constraint participant_fact_repository_fk
    foreign key (repository_id) references repository (repository_id) on delete cascade
);

-- Whole in itself: rows of one account lie in as many pages as it took part in pull requests.
create index participant_fact_account_idx on participant_fact (account_id, first_action_at)
  include (repository_id, number, is_robot);

-- Who reviewed, of many pull requests at once: pairs of reviewers and authors are counted over all of them.
create index participant_fact_reviewer_idx on participant_fact (repository_id, number)
  include (account_id, first_action_at)
  where reviews > 0 and not is_robot;

-- How far the two feeds have been followed, with the rows: entries of transactions older than every running one are taken
-- in the order (transaction_id, seq). revision counts what was written, for those who keep answers.
create table fact_cursor (
  is_only boolean not null default true,
  definition integer not null,
  transaction_id xid8 not null,
  seq bigint not null default 0,
  people_transaction_id xid8 not null,
  people_seq bigint not null default 0,
  revision bigint not null default 0,
  constraint fact_cursor_pk primary key (is_only),
  constraint fact_cursor_only check (is_only)
);

-- What is to be made anew beside the feeds: a pull request; a whole repository; all in which an account took part; all that
-- a rule fits. after_repository_id and after_number are how far that is done.
create table fact_stale (
  fact_stale_id bigint generated always as identity,
  kind text not null,
  repository_id bigint,
  number integer,
  account_id bigint,
  rule_kind text,
  pattern text,
  after_repository_id bigint not null default 0,
  after_number integer not null default 0,
  constraint fact_stale_pk primary key (fact_stale_id),
  constraint fact_stale_kind check (kind in ('pull-request', 'repository', 'account', 'rule')),
  constraint fact_stale_repository_fk
    foreign key (repository_id) references repository (repository_id) on delete cascade
);

create index fact_stale_repository_idx on fact_stale (repository_id);

-- activity: the feed is followed in this order.
create index change_transaction_idx on change (transaction_id, seq);
