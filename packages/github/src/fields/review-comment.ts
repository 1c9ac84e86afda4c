import * as z from 'zod';
import type { ReviewCommentRecord } from '../records/pull-request-record.ts';
import { rawComment, toComment } from './comment.ts';
import { databaseId, optional } from './scalars.ts';

export const reviewCommentFields = `
  fragment reviewCommentFields on PullRequestReviewComment {
    id fullDatabaseId body createdAt updatedAt
    author { ...actorFields }
    pullRequestReview { fullDatabaseId }
    replyTo { fullDatabaseId }
  }
`;

const idOf = optional(z.object({ fullDatabaseId: databaseId })).transform((object) => object?.fullDatabaseId);

export const reviewComment = rawComment.extend({ pullRequestReview: idOf, replyTo: idOf }).transform(
  (raw): ReviewCommentRecord => ({
    ...toComment(raw),
    reviewGithubId: raw.pullRequestReview,
    replyToGithubId: raw.replyTo,
  }),
);
