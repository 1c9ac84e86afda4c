import type { ListStore } from './list-store.ts';

export const assignees: ListStore = {
  loadSql: `
    select number, account_id as "accountId", seen_version as "seenVersion"
    from pull_request_assignee
    where repository_id = $1::bigint
      and number = any($2::integer[])`,
  upsertSql: `
    insert into pull_request_assignee (repository_id, number, account_id, seen_version)
    select $1::bigint, given.number, given."accountId", given."seenVersion"
    from jsonb_to_recordset($2::jsonb) as given (number integer, "accountId" bigint, "seenVersion" timestamptz)
    on conflict (repository_id, number, account_id) do update
    set seen_version = excluded.seen_version`,
  removeSql: `
    delete from pull_request_assignee as held
    using jsonb_to_recordset($2::jsonb) as given (number integer, "accountId" bigint)
    where held.repository_id = $1::bigint
      and held.number = given.number
      and held.account_id = given."accountId"`,
};
