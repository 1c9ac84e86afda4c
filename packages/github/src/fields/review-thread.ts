import * as z from 'zod';
import type { ReviewThreadRecord } from '../records/pull-request-record.ts';
import { actor } from './actor.ts';
import { optional } from './scalars.ts';

/**
 * Without its comments: as a connection within a connection they would cost a point for every hundred threads there
 * may be; `completePullRequests` asks for those there are.
 */
export const reviewThreadFields = `
  fragment reviewThreadFields on PullRequestReviewThread {
    id path line originalLine isResolved isOutdated
    resolvedBy { ...actorFields }
  }
`;

export const reviewThread = z
  .object({
    id: z.string(),
    path: z.string(),
    line: optional(z.number().int()),
    originalLine: optional(z.number().int()),
    isResolved: z.boolean(),
    isOutdated: z.boolean(),
    resolvedBy: actor,
  })
  .transform(
    (raw): ReviewThreadRecord => ({
      nodeId: raw.id,
      path: raw.path,
      line: raw.line,
      originalLine: raw.originalLine,
      isResolved: raw.isResolved,
      isOutdated: raw.isOutdated,
      resolvedBy: raw.isResolved ? raw.resolvedBy : undefined,
      comments: { items: [], total: undefined, isComplete: false },
    }),
  );
