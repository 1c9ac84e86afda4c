import * as z from 'zod';
import type { CommentRecord } from '../records/pull-request-record.ts';
import { actor } from './actor.ts';
import { databaseId, instant } from './scalars.ts';

export const commentFields = `
  fragment commentFields on IssueComment {
    id fullDatabaseId body createdAt updatedAt
    author { ...actorFields }
  }
`;

export const rawComment = z.object({
  id: z.string(),
  fullDatabaseId: databaseId,
  body: z.string(),
  createdAt: instant,
  updatedAt: instant,
  author: actor,
});

export const toComment = (raw: z.output<typeof rawComment>): CommentRecord => ({
  githubId: raw.fullDatabaseId,
  nodeId: raw.id,
  author: raw.author,
  bodyLength: raw.body.length,
  createdAt: raw.createdAt,
  updatedAt: raw.updatedAt,
});

export const comment = rawComment.transform(toComment);
