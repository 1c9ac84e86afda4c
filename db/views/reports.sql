-- A review given: submitted, on a pull request that another account than one's own wrote. One's own comments on one's
-- own pull request are no review (METRICS, section 3); a pull request whose author is gone is another's.
create view v_review_given as
select
  review.repository_id,
  review.github_id,
  review.number,
  review.state,
  review.submitted_at,
  giver.person_id
from v_pull_request_review as review
join v_account_person as giver
  on giver.account_id = review.author_account_id
  and review.submitted_at >= giver.from_at
  and review.submitted_at < giver.until_at
join v_pull_request as pull_request
  on pull_request.repository_id = review.repository_id
  and pull_request.number = review.number
where review.submitted_at is not null
  and review.state <> 'pending'
  and not exists (
    select from v_account_person as author
    where author.account_id = pull_request.author_account_id
      and pull_request.created_at >= author.from_at
      and pull_request.created_at < author.until_at
      and author.person_id = giver.person_id);

-- A pull request shipped: merged, written by an account that was this person's when it was opened.
create view v_shipped as
select
  pull_request.repository_id,
  pull_request.number,
  pull_request.merged_at,
  author.person_id
from v_pull_request as pull_request
join v_account_person as author
  on author.account_id = pull_request.author_account_id
  and pull_request.created_at >= author.from_at
  and pull_request.created_at < author.until_at
where pull_request.merged_at is not null;

-- What the metrics rest on, a row a pull request (docs/data-dictionary.md). exclusion_reason null: it counts.
create view v_pull_request_fact as
select
  repository_id, number, author_account_id, author_class, opened_at, ready_at, merged_at, closed_at, first_commit_at,
  first_requested_at, first_response_at, first_response_account_id, first_approval_at, last_approval_at,
  last_commit_at, coding_s, pickup_s, review_s, merge_s, is_moved, review_rounds, commits, follow_on_commits,
  words_by_others, words_before_end, longest_before_end, review_comments, changes_requested_at,
  last_author_action_at, last_reviewer_action_at, answers, answers_s, reactions, reactions_s, open_requests,
  collaboration, lines, changed_files, labels, exclusion_kind, exclusion_reason
from pull_request_fact;

-- Who took part in another's pull request; bots and AI agents are marked.
create view v_participant_fact as
select
  repository_id, number, account_id, is_robot, first_action_at, last_action_at, first_approval_at, reviews, approvals,
  comments, unblocked_at
from participant_fact;

-- What readers keep for themselves.
create view v_saved_view as
select saved_view_id, owner_user_id, name, address, created_at, updated_at
from saved_view;

create view v_snooze as
select user_id, repository_id, number, agreement, until_at
from snooze;
