import * as z from 'zod';
import type { GitHubClient } from '../client/github-client.ts';
import { failureSentences } from '../failure-sentences.data.ts';
import { restActor } from '../fields/rest-account.ts';
import { instant, optional } from '../fields/scalars.ts';
import { GitHubFailure } from '../github-failure.ts';
import type { ReviewCommentRecord } from '../records/pull-request-record.ts';

/** A comment of a review thread as the list of a whole repository shows it: which thread it belongs to it does not say. */
export interface PlacedReviewComment extends ReviewCommentRecord {
  readonly pullRequestNumber: number;
  readonly path: string;
  /** Undefined once the line is gone from the newest diff. */
  readonly line: number | undefined;
}

export interface ReviewCommentsPage {
  readonly comments: readonly PlacedReviewComment[];
  /** Entries that could not be read; what is missing shows when the comments of a pull request are counted. */
  readonly unreadable: number;
  /** The next page; undefined after the last one. */
  readonly nextPage: number | undefined;
  /** GitHub's clock. */
  readonly observedAt: Date;
}

interface PageWanted {
  readonly repositoryGithubId: number;
  /** From 1. */
  readonly page: number;
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
    }),
  );

/**
 * A page of a repository's review comments, of all its pull requests, last updated first: a request for a hundred. By the
 * repository's id, for its name may be another's by now. Rejects with kind `gone` when the repository is not there.
 */
export async function listReviewComments(
  client: GitHubClient,
  { repositoryGithubId, page }: PageWanted,
): Promise<ReviewCommentsPage> {
  const { body, headers, observedAt } = await client.getRest('/repositories/{id}/pulls/comments', {
    id: repositoryGithubId,
    sort: 'updated',
    direction: 'desc',
    per_page: 100,
    page,
  });
  const entries = z.array(z.unknown()).safeParse(body).data;
  if (entries === undefined)
    throw new GitHubFailure('unreadable', failureSentences.unreadable, { status: 200 });
  const parsed = entries.map((entry) => placedComment.safeParse(entry));
  const comments = parsed.flatMap((one) => (one.success ? [one.data] : []));
  const hasNext = /<[^>]+>;\s*rel="next"/.test(headers['link'] ?? '');
  return {
    comments,
    unreadable: parsed.length - comments.length,
    nextPage: hasNext ? page + 1 : undefined,
    observedAt,
  };
}
