import type { ListStore } from './list-store.ts';

export const reviews: ListStore = {
  loadSql: `
    select
      number,
      github_id as "githubId",
      node_id as "nodeId",
      author_account_id as "authorAccountId",
      state,
      submitted_at as "submittedAt",
      commit_oid as "commitOid",
      body_length as "bodyLength",
      seen_version as "seenVersion",
      observed_at as "observedAt",
      gone_at as "goneAt"
    from pull_request_review
    where repository_id = $1::bigint
      and number = any($2::integer[])`,
  upsertSql: `
    insert into pull_request_review (
      repository_id, github_id, number, node_id, author_account_id, state, submitted_at, commit_oid, body_length,
      seen_version, observed_at)
    select
      $1::bigint, given."githubId", given.number, given."nodeId", given."authorAccountId", given.state,
      given."submittedAt", given."commitOid", given."bodyLength", given."seenVersion", given."observedAt"
    from jsonb_to_recordset($2::jsonb) as given (
      number integer, "githubId" bigint, "nodeId" text, "authorAccountId" bigint, state text,
      "submittedAt" timestamptz, "commitOid" text, "bodyLength" integer, "seenVersion" timestamptz,
      "observedAt" timestamptz)
    on conflict (repository_id, github_id) do update
    set node_id = excluded.node_id,
        author_account_id = excluded.author_account_id,
        state = excluded.state,
        submitted_at = excluded.submitted_at,
        commit_oid = excluded.commit_oid,
        body_length = excluded.body_length,
        seen_version = excluded.seen_version,
        observed_at = excluded.observed_at,
        gone_at = null`,
  removeSql: `
    update pull_request_review as held
    set gone_at = given."goneAt"
    from jsonb_to_recordset($2::jsonb) as given ("githubId" bigint, "goneAt" timestamptz)
    where held.repository_id = $1::bigint
      and held.github_id = given."githubId"`,
};
