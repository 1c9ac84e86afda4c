import type { ListStore } from './list-store.ts';

export const reviewRequests: ListStore = {
  loadSql: `
    select
      number,
      reviewer_kind as "reviewerKind",
      reviewer_key as "reviewerKey",
      account_id as "accountId",
      seen_version as "seenVersion"
    from pull_request_review_request
    where repository_id = $1::bigint
      and number = any($2::integer[])`,
  upsertSql: `
    insert into pull_request_review_request (
      repository_id, number, reviewer_kind, reviewer_key, account_id, seen_version)
    select
      $1::bigint, given.number, given."reviewerKind", given."reviewerKey", given."accountId", given."seenVersion"
    from jsonb_to_recordset($2::jsonb) as given (
      number integer, "reviewerKind" text, "reviewerKey" text, "accountId" bigint, "seenVersion" timestamptz)
    on conflict (repository_id, number, reviewer_kind, reviewer_key) do update
    set account_id = excluded.account_id,
        seen_version = excluded.seen_version`,
  removeSql: `
    delete from pull_request_review_request as held
    using jsonb_to_recordset($2::jsonb) as given (number integer, "reviewerKind" text, "reviewerKey" text)
    where held.repository_id = $1::bigint
      and held.number = given.number
      and held.reviewer_kind = given."reviewerKind"
      and held.reviewer_key = given."reviewerKey"`,
};
