import type { ListStore } from './list-store.ts';

export const labels: ListStore = {
  loadSql: `
    select number, name, colour, seen_version as "seenVersion"
    from pull_request_label
    where repository_id = $1::bigint
      and number = any($2::integer[])`,
  upsertSql: `
    insert into pull_request_label (repository_id, number, name, colour, seen_version)
    select $1::bigint, given.number, given.name, given.colour, given."seenVersion"
    from jsonb_to_recordset($2::jsonb) as given (number integer, name text, colour text, "seenVersion" timestamptz)
    on conflict (repository_id, number, name) do update
    set colour = excluded.colour,
        seen_version = excluded.seen_version`,
  removeSql: `
    delete from pull_request_label as held
    using jsonb_to_recordset($2::jsonb) as given (number integer, name text)
    where held.repository_id = $1::bigint
      and held.number = given.number
      and held.name = given.name`,
};
