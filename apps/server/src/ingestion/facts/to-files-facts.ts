import { type FileRecord, type PullRequestFiles, toKnownSize } from '@throughline/github';
import type { FileFacts, FilesBatch } from '../../activity/index.ts';
import { toListFacts } from './to-list-facts.ts';

export const toFile = ({ path, change, additions, deletions }: FileRecord): FileFacts => ({
  path,
  changeKind: change,
  additions,
  deletions,
});

/** Files that were read by themselves, as facts for the write path; none when the pull request was not there. */
export function toFilesFacts(
  number: number,
  { updatedAt, observedAt, files }: PullRequestFiles,
): FilesBatch['files'] {
  if (updatedAt === undefined) return [];
  const unknown = { additions: 0, deletions: 0, changedFiles: 0 };
  return [
    {
      number,
      version: updatedAt,
      observedAt,
      list: toListFacts(files, toFile),
      size: toKnownSize({ stated: unknown, files }),
    },
  ];
}
