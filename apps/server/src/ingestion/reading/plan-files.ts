/** A pull request whose files are wanted. */
export interface FilesWanted {
  readonly nodeId: string;
  /** As GitHub states it; 0 may mean that it does not know. */
  readonly changedFiles: number;
}

/** One page of files, and what to expect where the number is not known. */
const fullPage = 100;
const usual = 10;

/**
 * GitHub computes a diff for each pull request asked. By the model of its time that we hold ourselves to, 0.06 s for each
 * and 0.004 s for each file, 75 of usual size take it 7 of its 10 seconds. A few large ones take the room of many.
 */
const filesOfOne = 8;

/** GitHub's largest list of ids. */
const mostIds = 100;
/** A question that took longer is as large as it may be. */
const quickMs = 4_000;

/** The first of `wanted` that fit into one question for `size` pull requests of usual size; at least one. */
export function takeFilesBatch<Wanted extends FilesWanted>(
  wanted: readonly Wanted[],
  size: number,
): readonly Wanted[] {
  let files = 0;
  const end = wanted.findIndex(({ changedFiles }, index) => {
    files += changedFiles === 0 ? usual : Math.min(changedFiles, fullPage);
    return index > 0 && (index >= size || files > size * filesOfOne);
  });
  return end === -1 ? wanted : wanted.slice(0, end);
}

/** What may be asked for next: half of what was too much, a little more after what came quickly. Between 1 and 100. */
export function nextFilesSize(size: number, outcome: 'too-much' | { readonly tookMs: number }): number {
  if (outcome === 'too-much') return Math.max(1, Math.floor(size / 2));
  return outcome.tookMs < quickMs ? Math.min(mostIds, size + 5) : size;
}
