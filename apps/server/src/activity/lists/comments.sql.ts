import type { ListStore } from './list-store.ts';

export const comments: ListStore = {
  loadSql: `
    select
      number,
      github_id as "githubId",
      node_id as "nodeId",
      author_account_id as "authorAccountId",
      body_length as "bodyLength",
      created_at as "createdAt",
      source_version as "updatedAt",
      seen_version as "seenVersion",
      observed_at as "observedAt",
      gone_at as "goneAt"
    from pull_request_comment
    where repository_id = $1::bigint
      and number = any($2::integer[])
      and kind = 'conversation'`,
  upsertSql: `
    insert into pull_request_comment (
      repository_id, kind, github_id, number, node_id, author_account_id, body_length, created_at, source_version,
      seen_version, observed_at)
    select
      $1::bigint, 'conversation', given."githubId", given.number, given."nodeId", given."authorAccountId",
      given."bodyLength", given."createdAt", given."updatedAt", given."seenVersion", given."observedAt"
    from jsonb_to_recordset($2::jsonb) as given (
      number integer, "githubId" bigint, "nodeId" text, "authorAccountId" bigint, "bodyLength" integer,
      "createdAt" timestamptz, "updatedAt" timestamptz, "seenVersion" timestamptz, "observedAt" timestamptz)
    on conflict (repository_id, kind, github_id) do update
    set node_id = excluded.node_id,
        author_account_id = excluded.author_account_id,
        body_length = excluded.body_length,
        created_at = excluded.created_at,
        source_version = excluded.source_version,
        seen_version = excluded.seen_version,
        observed_at = excluded.observed_at,
        gone_at = null`,
  removeSql: `
    update pull_request_comment as held
    set gone_at = given."goneAt"
    from jsonb_to_recordset($2::jsonb) as given ("githubId" bigint, "goneAt" timestamptz)
    where held.repository_id = $1::bigint
      and held.kind = 'conversation'
      and held.github_id = given."githubId"`,
};
