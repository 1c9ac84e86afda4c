import type { ListStore } from './list-store.ts';

export const files: ListStore = {
  loadSql: `
    select number, path, change_kind as "changeKind", additions, deletions, seen_version as "seenVersion"
    from pull_request_file
    where repository_id = $1::bigint
      and number = any($2::integer[])`,
  upsertSql: `
    insert into pull_request_file (repository_id, number, path, change_kind, additions, deletions, seen_version)
    select
      $1::bigint, given.number, given.path, given."changeKind", given.additions, given.deletions,
      given."seenVersion"
    from jsonb_to_recordset($2::jsonb) as given (
      number integer, path text, "changeKind" text, additions integer, deletions integer,
      "seenVersion" timestamptz)
    on conflict (repository_id, number, path) do update
    set change_kind = excluded.change_kind,
        additions = excluded.additions,
        deletions = excluded.deletions,
        seen_version = excluded.seen_version`,
  removeSql: `
    delete from pull_request_file as held
    using jsonb_to_recordset($2::jsonb) as given (number integer, path text)
    where held.repository_id = $1::bigint
      and held.number = given.number
      and held.path = given.path`,
};
