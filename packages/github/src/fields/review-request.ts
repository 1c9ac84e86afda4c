import * as z from 'zod';
import type { ReviewRequestRecord } from '../records/pull-request-record.ts';
import { reviewer } from './reviewer.ts';

export const reviewRequestFields = `
  fragment reviewRequestFields on ReviewRequest { id requestedReviewer { ...reviewerFields } }
`;

export const reviewRequest = z.object({ id: z.string(), requestedReviewer: reviewer }).transform(
  (raw): ReviewRequestRecord => ({
    nodeId: raw.id,
    reviewer: raw.requestedReviewer,
  }),
);
