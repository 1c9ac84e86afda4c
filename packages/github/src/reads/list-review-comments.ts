import * as z from 'zod';
import type { GitHubClient } from '../client/github-client.ts';
import { restActor } from '../fields/rest-account.ts';
import { instant, optional } from '../fields/scalars.ts';
import type { ReviewCommentRecord } from '../records/pull-request-record.ts';
import { type RestPage, type RestPageWanted, readRestPage } from './rest-page.ts';

/** A comment of a review thread as the list of a whole repository shows it: which thread it belongs to it does not say. */
export interface PlacedReviewComment extends ReviewCommentRecord {
  readonly pullRequestNumber: number;
  readonly path: string;
  /** Undefined once the line is gone from the newest diff. */
  readonly line: number | undefined;
  /** Where it was written. */
  readonly originalLine: number | undefined;
}

const line = optional(z.number().int());

const placedComment = z
  .object({
    id: z.number().int().positive(),
    node_id: z.string(),
    pull_request_url: z.string().regex(/\/pulls\/\d+$/),
    pull_request_review_id: optional(z.number().int()),
    in_reply_to_id: optional(z.number().int()),
    user: restActor,
    body: z.string(),
    created_at: instant,
    updated_at: instant,
    path: z.string(),
    line,
    original_line: line,
  })
  .transform(
    (raw): PlacedReviewComment => ({
      githubId: raw.id,
      nodeId: raw.node_id,
      pullRequestNumber: Number(raw.pull_request_url.split('/').at(-1)),
      reviewGithubId: raw.pull_request_review_id,
      replyToGithubId: raw.in_reply_to_id,
      author: raw.user,
      bodyLength: raw.body.length,
      createdAt: raw.created_at,
      updatedAt: raw.updated_at,
      path: raw.path,
      line: raw.line,
      originalLine: raw.original_line,
    }),
  );

/** A page of a repository's review comments, of all its pull requests. */
export const listReviewComments = (
  client: GitHubClient,
  wanted: RestPageWanted,
): Promise<RestPage<PlacedReviewComment>> =>
  readRestPage(client, '/pulls/comments', { ...wanted }, placedComment);
