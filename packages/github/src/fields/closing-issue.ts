import * as z from 'zod';
import type { ClosingIssueRecord } from '../records/pull-request-record.ts';
import { databaseId } from './scalars.ts';

export const closingIssueFields = `
  fragment closingIssueFields on Issue { id fullDatabaseId number repository { nameWithOwner } }
`;

export const closingIssue = z
  .object({
    id: z.string(),
    fullDatabaseId: databaseId,
    number: z.number().int(),
    repository: z.object({ nameWithOwner: z.string() }),
  })
  .transform(
    (raw): ClosingIssueRecord => ({
      githubId: raw.fullDatabaseId,
      nodeId: raw.id,
      number: raw.number,
      repository: raw.repository.nameWithOwner,
    }),
  );
