import type { Connection } from '../records/connection.ts';
import type { FileRecord, StatedSize } from '../records/pull-request-record.ts';

interface SizeEvidence {
  readonly stated: StatedSize;
  /** Undefined when files were not asked for. */
  readonly files: Connection<FileRecord> | undefined;
}

/**
 * The size of a pull request, or undefined when it is not known. GitHub's schema has no "unknown": where it cannot say,
 * it says 0. So 0 is believed only with a whole file list to prove it. (A missing commit proves nothing: commits may be
 * withheld or gone like files.)
 */
export function toKnownSize({ stated, files }: SizeEvidence): StatedSize | undefined {
  if (stated.additions > 0 || stated.deletions > 0 || stated.changedFiles > 0) return stated;
  if (files?.isComplete !== true) return undefined;
  return {
    additions: files.items.reduce((sum, file) => sum + file.additions, 0),
    deletions: files.items.reduce((sum, file) => sum + file.deletions, 0),
    changedFiles: files.items.length,
  };
}
