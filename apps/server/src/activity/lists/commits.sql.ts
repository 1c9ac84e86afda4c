import type { ListStore } from './list-store.ts';

export const commits: ListStore = {
  loadSql: `
    select number, oid, position, seen_version as "seenVersion"
    from pull_request_commit
    where repository_id = $1::bigint
      and number = any($2::integer[])`,
  upsertSql: `
    insert into pull_request_commit (repository_id, number, oid, position, seen_version)
    select $1::bigint, given.number, given.oid, given.position, given."seenVersion"
    from jsonb_to_recordset($2::jsonb) as given (
      number integer, oid text, position integer, "seenVersion" timestamptz)
    on conflict (repository_id, number, oid) do update
    set position = excluded.position,
        seen_version = excluded.seen_version`,
  removeSql: `
    delete from pull_request_commit as held
    using jsonb_to_recordset($2::jsonb) as given (number integer, oid text)
    where held.repository_id = $1::bigint
      and held.number = given.number
      and held.oid = given.oid`,
};
