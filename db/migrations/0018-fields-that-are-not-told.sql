-- activity: a field of a pull request that GitHub keeps from this token is a part of its own, which says why.

alter table pull_request_part drop constraint pull_request_part_part;
alter table pull_request_part add constraint pull_request_part_part
  check (part in (
    'labels', 'assignees', 'review-requests', 'reviews', 'threads', 'review-comments',
    'comments', 'commits', 'files', 'events', 'closing-issues',
    'author', 'merged-by', 'merge-commit', 'review-decision', 'head-repository'));
