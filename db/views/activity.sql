-- What GitHub no longer has (gone_at) stays in the tables and is left out here.
create view v_repository as
select
  repository_id, host_id, organisation_id, github_id, node_id, owner_login, name, visibility, is_archived, is_fork,
  default_branch, pushed_at
from repository
where gone_at is null;

-- Repositories that GitHub no longer shows: kept, with what they were.
create view v_repository_gone as
select repository_id, organisation_id, github_id, owner_login, name, visibility, is_archived, is_fork, gone_at
from repository
where gone_at is not null;

-- Names under which a repository was read before it was renamed or transferred.
create view v_former_repository_name as
select repository_id, owner_login, name, left_at
from former_repository_name;

create view v_pull_request as
select
  pull_request.repository_id,
  pull_request.number,
  pull_request.github_id,
  pull_request.node_id,
  pull_request.title,
  pull_request.body_length,
  pull_request.state,
  pull_request.is_draft,
  pull_request.author_account_id,
  pull_request.created_at,
  pull_request.source_version as updated_at,
  pull_request.closed_at,
  pull_request.merged_at,
  pull_request.merged_by_account_id,
  pull_request.merge_commit_oid,
  pull_request.base_ref,
  pull_request.base_oid,
  pull_request.head_ref,
  pull_request.head_oid,
  pull_request.head_repository,
  pull_request.is_cross_repository,
  pull_request.additions,
  pull_request.deletions,
  pull_request.changed_files,
  pull_request.review_decision
from pull_request
where pull_request.gone_at is null;

-- Pull requests that GitHub no longer has: kept, with what they were.
create view v_pull_request_gone as
select
  repository_id, number, title, state, is_draft, author_account_id, created_at, source_version as updated_at, closed_at,
  merged_at, merged_by_account_id, base_ref, head_ref, additions, deletions, changed_files, review_decision, gone_at
from pull_request
where gone_at is not null;

-- Why a list is not whole, as a sentence.
create view v_list_reason as
select reason, text
from (values
  ('forbidden', 'This token may not read it.'),
  ('gone', 'GitHub no longer has it.'),
  ('cut-off', 'GitHub left parts of it out.'),
  ('unreadable', 'GitHub''s answer could not be read.'),
  ('count-differs', 'GitHub counts another number than it shows.'),
  ('not-read', 'It has not been read whole.'),
  ('not-offered', 'This version of GitHub does not have it.')) as known (reason, text);

create view v_pull_request_part as
select repository_id, number, part, state, github_total, held, reason as reason_code
from pull_request_part;

create view v_pull_request_label as
select repository_id, number, name, colour
from pull_request_label;

create view v_pull_request_assignee as
select repository_id, number, account_id
from pull_request_assignee;

create view v_pull_request_review_request as
select repository_id, number, reviewer_kind, reviewer_key, account_id
from pull_request_review_request;

create view v_pull_request_review as
select
  repository_id, github_id, number, node_id, author_account_id, state, submitted_at, commit_oid, body_length
from pull_request_review
where gone_at is null;

create view v_pull_request_review_thread as
select
  repository_id, node_id, number, path, line, is_resolved, is_outdated, resolved_by_account_id
from pull_request_review_thread
where gone_at is null;

create view v_pull_request_comment as
select
  repository_id, kind, github_id, number, node_id, author_account_id, review_github_id, thread_node_id,
  in_reply_to_github_id, body_length, created_at, source_version as updated_at
from pull_request_comment
where gone_at is null;

create view v_git_commit as
select
  repository_id, oid, author_account_id, author_email, authored_at, committed_at, message_length
from git_commit;

create view v_pull_request_commit as
select repository_id, number, oid, position
from pull_request_commit;

-- Hidden while files are switched off.
create view v_pull_request_file as
select repository_id, number, path, change_kind, additions, deletions
from pull_request_file
where not exists (
  select from repository
  join v_switched_off on v_switched_off.organisation_id = repository.organisation_id
  where repository.repository_id = pull_request_file.repository_id
    and v_switched_off.data = 'files');

create view v_pull_request_event as
select
  repository_id, number, kind, occurred_at, nullif(actor_account_id, 0) as actor_account_id, subject, node_id
from pull_request_event;

create view v_pull_request_closing_issue as
select repository_id, number, issue_repository, issue_number
from pull_request_closing_issue;

create view v_change as
select seq, repository_id, entity, key, transaction_id, changed_at
from change;
