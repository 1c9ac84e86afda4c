import * as z from 'zod';
import type { FileRecord } from '../records/pull-request-record.ts';

export const fileFields = `
  fragment fileFields on PullRequestChangedFile { path changeType additions deletions }
`;

const fileChanges = {
  ADDED: 'added',
  CHANGED: 'changed',
  COPIED: 'copied',
  DELETED: 'deleted',
  MODIFIED: 'modified',
  RENAMED: 'renamed',
} as const;

export const file = z
  .object({
    path: z.string(),
    changeType: z.enum(['ADDED', 'CHANGED', 'COPIED', 'DELETED', 'MODIFIED', 'RENAMED']),
    additions: z.number().int().nonnegative(),
    deletions: z.number().int().nonnegative(),
  })
  .transform(
    (raw): FileRecord => ({
      path: raw.path,
      change: fileChanges[raw.changeType],
      additions: raw.additions,
      deletions: raw.deletions,
    }),
  );
