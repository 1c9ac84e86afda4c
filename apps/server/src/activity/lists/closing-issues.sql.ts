import type { ListStore } from './list-store.ts';

export const closingIssues: ListStore = {
  loadSql: `
    select
      number,
      issue_repository as "issueRepository",
      issue_number as "issueNumber",
      seen_version as "seenVersion"
    from pull_request_closing_issue
    where repository_id = $1::bigint
      and number = any($2::integer[])`,
  upsertSql: `
    insert into pull_request_closing_issue (repository_id, number, issue_repository, issue_number, seen_version)
    select $1::bigint, given.number, given."issueRepository", given."issueNumber", given."seenVersion"
    from jsonb_to_recordset($2::jsonb) as given (
      number integer, "issueRepository" text, "issueNumber" integer, "seenVersion" timestamptz)
    on conflict (repository_id, number, issue_repository, issue_number) do update
    set seen_version = excluded.seen_version`,
  removeSql: `
    delete from pull_request_closing_issue as held
    using jsonb_to_recordset($2::jsonb) as given (number integer, "issueRepository" text, "issueNumber" integer)
    where held.repository_id = $1::bigint
      and held.number = given.number
      and held.issue_repository = given."issueRepository"
      and held.issue_number = given."issueNumber"`,
};
