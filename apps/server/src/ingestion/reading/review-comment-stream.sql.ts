import type { AccountRecord, PlacedReviewComment } from '@throughline/github';
import { ghost } from '@throughline/github';
import { dropNulls, type Nullable, type Sql, toJsonb } from '../../platform/sql/index.ts';

/** How far back the review comments of a repository have been listed, last updated first. */
export interface CommentStream {
  /** Undefined once the list was read to its end. */
  readonly nextPage: number | undefined;
  /** Everything updated since then is staged; undefined: nothing was listed yet. */
  readonly reachedAt: Date | undefined;
}

/** Where a stream begins. */
const start: CommentStream = { nextPage: 1, reachedAt: undefined };

export async function loadCommentStream(sql: Sql, repositoryId: number): Promise<CommentStream> {
  const [row] = await sql.query<Nullable<CommentStream>>(
    `select next_page as "nextPage", reached_at as "reachedAt"
     from review_comment_stream
     where repository_id = $1::bigint`,
    [repositoryId],
  );
  return row === undefined ? start : dropNulls<CommentStream>(row);
}

export interface StagedPage extends CommentStream {
  readonly repositoryId: number;
  readonly comments: readonly PlacedReviewComment[];
}

/** Stages a page of comments and where the next one begins, in one transaction. */
export async function stageComments(
  tx: Sql,
  { repositoryId, comments, ...stream }: StagedPage,
): Promise<void> {
  await tx.query(
    `insert into staged_review_comment (
       repository_id, github_id, number, node_id, author, body_length, created_at, updated_at, review_github_id,
       in_reply_to_github_id, path, line)
     select
       $1::bigint, given."githubId", given."pullRequestNumber", given."nodeId", given.author, given."bodyLength",
       given."createdAt", given."updatedAt", given."reviewGithubId", given."replyToGithubId", given.path, given.line
     from jsonb_to_recordset($2::jsonb) as given (
       "githubId" bigint, "pullRequestNumber" integer, "nodeId" text, author jsonb, "bodyLength" integer,
       "createdAt" timestamptz, "updatedAt" timestamptz, "reviewGithubId" bigint, "replyToGithubId" bigint, path text,
       line integer)
     on conflict (repository_id, github_id) do nothing`,
    [repositoryId, toJsonb(comments)],
  );
  await tx.query(
    `insert into review_comment_stream as held (repository_id, next_page, reached_at)
     values ($1::bigint, $2::integer, $3::timestamptz)
     on conflict (repository_id) do update
     set next_page = excluded.next_page,
         reached_at = excluded.reached_at`,
    [repositoryId, stream.nextPage, stream.reachedAt],
  );
}

type CommentRow = Nullable<Omit<PlacedReviewComment, 'author'>> & {
  readonly author: AccountRecord | { kind: 'ghost' };
};

/** What is staged of some pull requests, by number. */
export async function loadStagedComments(
  sql: Sql,
  repositoryId: number,
  numbers: readonly number[],
): Promise<ReadonlyMap<number, readonly PlacedReviewComment[]>> {
  const rows = await sql.query<CommentRow>(
    `select
       github_id as "githubId",
       number as "pullRequestNumber",
       node_id as "nodeId",
       author,
       body_length as "bodyLength",
       created_at as "createdAt",
       updated_at as "updatedAt",
       review_github_id as "reviewGithubId",
       in_reply_to_github_id as "replyToGithubId",
       path,
       line
     from staged_review_comment
     where repository_id = $1::bigint
       and number = any($2::integer[])`,
    [repositoryId, numbers],
  );
  const comments = rows.map(({ author, ...row }) => ({
    ...dropNulls<Omit<PlacedReviewComment, 'author'>>(row),
    author: author.kind === 'ghost' ? ghost : { ...author, name: undefined, avatarUrl: author.avatarUrl },
  }));
  return Map.groupBy(comments, ({ pullRequestNumber }) => pullRequestNumber);
}

/** Drops what was staged of pull requests that are written now. */
export async function dropStagedComments(
  tx: Sql,
  repositoryId: number,
  numbers: readonly number[],
): Promise<void> {
  await tx.query(
    `delete from staged_review_comment
     where repository_id = $1::bigint
       and number = any($2::integer[])`,
    [repositoryId, numbers],
  );
}

/** Ends the stream of a repository that has been read whole, or is to be read anew. */
export async function endCommentStream(tx: Sql, repositoryId: number): Promise<void> {
  await tx.query('delete from staged_review_comment where repository_id = $1::bigint', [repositoryId]);
  await tx.query('delete from review_comment_stream where repository_id = $1::bigint', [repositoryId]);
}
