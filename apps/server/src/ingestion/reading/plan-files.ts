/** A pull request whose files are wanted. */
export interface FilesWanted {
  readonly nodeId: string;
  /** As GitHub states it; 0 may mean that it does not know. */
  readonly changedFiles: number;
}

/** What one question about files may ask for. */
export interface FilesBudget {
  readonly pullRequests: number;
  readonly files: number;
}

/**
 * GitHub computes a diff for each pull request asked. By the model of its time that we hold ourselves to (0.06 s for
 * each, 0.004 s for each file, two and a half times that in a large repository) this takes it 9 of its 10 seconds.
 */
export const firstFilesBudget: FilesBudget = { pullRequests: 20, files: 600 };

/** One page of files, and what to expect where the number is not known. */
const fullPage = 100;
const usual = 10;

/** The first of `wanted` that fit into one question; at least one. */
export function takeFilesBatch(wanted: readonly FilesWanted[], budget: FilesBudget): readonly FilesWanted[] {
  let files = 0;
  const end = wanted.findIndex(({ changedFiles }, index) => {
    files += changedFiles === 0 ? usual : Math.min(changedFiles, fullPage);
    return index > 0 && (index >= budget.pullRequests || files > budget.files);
  });
  return end === -1 ? wanted : wanted.slice(0, end);
}

/** Half of what was too much. */
export const halveBudget = (asked: number, budget: FilesBudget): FilesBudget => ({
  pullRequests: Math.max(1, Math.floor(asked / 2)),
  files: Math.max(1, Math.floor(budget.files / 2)),
});
