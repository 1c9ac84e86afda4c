import type { ListStore } from './list-store.ts';

export const reviewComments: ListStore = {
  loadSql: `
    select
      number,
      github_id as "githubId",
      node_id as "nodeId",
      author_account_id as "authorAccountId",
      body_length as "bodyLength",
      created_at as "createdAt",
      source_version as "updatedAt",
      review_github_id as "reviewGithubId",
      thread_node_id as "threadNodeId",
      in_reply_to_github_id as "inReplyToGithubId",
      seen_version as "seenVersion",
      observed_at as "observedAt",
      gone_at as "goneAt"
    from pull_request_comment
    where repository_id = $1::bigint
      and number = any($2::integer[])
      and kind = 'review'`,
  upsertSql: `
    insert into pull_request_comment (
      repository_id, kind, github_id, number, node_id, author_account_id, body_length, created_at, source_version,
      review_github_id, thread_node_id, in_reply_to_github_id, seen_version, observed_at)
    select
      $1::bigint, 'review', given."githubId", given.number, given."nodeId", given."authorAccountId",
      given."bodyLength", given."createdAt", given."updatedAt", given."reviewGithubId", given."threadNodeId",
      given."inReplyToGithubId", given."seenVersion", given."observedAt"
    from jsonb_to_recordset($2::jsonb) as given (
      number integer, "githubId" bigint, "nodeId" text, "authorAccountId" bigint, "bodyLength" integer,
      "createdAt" timestamptz, "updatedAt" timestamptz, "reviewGithubId" bigint, "threadNodeId" text,
      "inReplyToGithubId" bigint, "seenVersion" timestamptz, "observedAt" timestamptz)
    on conflict (repository_id, kind, github_id) do update
    set node_id = excluded.node_id,
        author_account_id = excluded.author_account_id,
        body_length = excluded.body_length,
        created_at = excluded.created_at,
        source_version = excluded.source_version,
        review_github_id = excluded.review_github_id,
        thread_node_id = excluded.thread_node_id,
        in_reply_to_github_id = excluded.in_reply_to_github_id,
        seen_version = excluded.seen_version,
        observed_at = excluded.observed_at,
        gone_at = null`,
  removeSql: `
    update pull_request_comment as held
    set gone_at = given."goneAt"
    from jsonb_to_recordset($2::jsonb) as given ("githubId" bigint, "goneAt" timestamptz)
    where held.repository_id = $1::bigint
      and held.kind = 'review'
      and held.github_id = given."githubId"`,
};
