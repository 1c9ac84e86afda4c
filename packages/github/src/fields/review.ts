import * as z from 'zod';
import type { ReviewRecord } from '../records/pull-request-record.ts';
import { actor } from './actor.ts';
import { databaseId, instant, oid, optional } from './scalars.ts';

export const reviewFields = `
  fragment reviewFields on PullRequestReview {
    id fullDatabaseId state body createdAt submittedAt updatedAt
    author { ...actorFields }
    commit { oid }
  }
`;

const reviewStates = {
  APPROVED: 'approved',
  CHANGES_REQUESTED: 'changes-requested',
  COMMENTED: 'commented',
  DISMISSED: 'dismissed',
  PENDING: 'pending',
} as const;

export const review = z
  .object({
    id: z.string(),
    fullDatabaseId: databaseId,
    state: z.enum(['APPROVED', 'CHANGES_REQUESTED', 'COMMENTED', 'DISMISSED', 'PENDING']),
    body: z.string(),
    createdAt: instant,
    submittedAt: optional(instant),
    updatedAt: instant,
    author: actor,
    commit: oid,
  })
  .transform(
    (raw): ReviewRecord => ({
      githubId: raw.fullDatabaseId,
      nodeId: raw.id,
      author: raw.author,
      state: reviewStates[raw.state],
      bodyLength: raw.body.length,
      createdAt: raw.createdAt,
      submittedAt: raw.submittedAt,
      updatedAt: raw.updatedAt,
      commitOid: raw.commit,
    }),
  );
