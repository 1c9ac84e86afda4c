-- activity: the pull requests that are assigned to somebody.

create index pull_request_assignee_account_idx on pull_request_assignee (account_id);
