import * as z from 'zod';
import type { ReviewerRecord } from '../records/reviewer-record.ts';
import { account } from './actor.ts';
import { databaseId } from './scalars.ts';

/** Whoever is asked for a review: the fields of an actor do not fit, a team is none. */
export const reviewerFields = `
  fragment reviewerFields on RequestedReviewer {
    __typename
    ... on Actor { ...actorFields }
    ... on Team { id databaseId }
  }
`;

const team = z.object({ __typename: z.literal('Team'), id: z.string(), databaseId }).transform(
  (raw): ReviewerRecord => ({
    kind: 'team',
    githubId: raw.databaseId,
    nodeId: raw.id,
  }),
);

const one = account.transform((found): ReviewerRecord => ({ kind: 'account', account: found }));

/** Null: gone, or a team that this token may not see. */
export const reviewer = z
  .union([one, team, z.null()])
  .transform((found): ReviewerRecord => found ?? { kind: 'unknown' });
