import type { ChangedFileRecord } from './model.ts';

/** The size of a change, by its files. */
export function sumFiles(files: readonly ChangedFileRecord[]) {
  return {
    additions: files.reduce((sum, file) => sum + file.additions, 0),
    deletions: files.reduce((sum, file) => sum + file.deletions, 0),
    changedFiles: files.length,
  };
}
