import type { ListStore } from './list-store.ts';

export const threads: ListStore = {
  loadSql: `
    select
      number,
      node_id as "nodeId",
      path,
      line,
      is_resolved as "isResolved",
      is_outdated as "isOutdated",
      resolved_by_account_id as "resolvedByAccountId",
      seen_version as "seenVersion",
      observed_at as "observedAt",
      gone_at as "goneAt"
    from pull_request_review_thread
    where repository_id = $1::bigint
      and number = any($2::integer[])`,
  upsertSql: `
    insert into pull_request_review_thread (
      repository_id, node_id, number, path, line, is_resolved, is_outdated, resolved_by_account_id, seen_version,
      observed_at)
    select
      $1::bigint, given."nodeId", given.number, given.path, given.line, given."isResolved", given."isOutdated",
      given."resolvedByAccountId", given."seenVersion", given."observedAt"
    from jsonb_to_recordset($2::jsonb) as given (
      number integer, "nodeId" text, path text, line integer, "isResolved" boolean, "isOutdated" boolean,
      "resolvedByAccountId" bigint, "seenVersion" timestamptz, "observedAt" timestamptz)
    on conflict (repository_id, node_id) do update
    set path = excluded.path,
        line = excluded.line,
        is_resolved = excluded.is_resolved,
        is_outdated = excluded.is_outdated,
        resolved_by_account_id = excluded.resolved_by_account_id,
        seen_version = excluded.seen_version,
        observed_at = excluded.observed_at,
        gone_at = null`,
  removeSql: `
    update pull_request_review_thread as held
    set gone_at = given."goneAt"
    from jsonb_to_recordset($2::jsonb) as given ("nodeId" text, "goneAt" timestamptz)
    where held.repository_id = $1::bigint
      and held.node_id = given."nodeId"`,
};
