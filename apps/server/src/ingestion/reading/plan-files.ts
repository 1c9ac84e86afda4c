/** A pull request whose files are wanted. */
export interface FilesWanted {
  readonly nodeId: string;
  /** As GitHub states it; 0 may mean that it does not know. */
  readonly changedFiles: number;
}

/** One page of files, and what to expect where the number is not known. */
const fullPage = 100;
const usualFiles = 10;

/**
 * GitHub computes a diff for each pull request asked. By the model of its time that we hold ourselves to, 0.06 s for each
 * and 0.004 s for each file, 75 of usual size take it 7 of its 10 seconds. A few large ones take the room of many.
 */
export const filesOfOne = 8;

/** GitHub's largest list of ids. */
const mostIds = 100;
/** A question that took longer is as large as it may be. */
export const quickMs = 4_000;

/** The first of `wanted` that fit into one question for `size` pull requests of usual size; at least one. */
export function takeFilesBatch<Wanted extends FilesWanted>(
  wanted: readonly Wanted[],
  size: number,
): readonly Wanted[] {
  let files = 0;
  const end = wanted.findIndex(({ changedFiles }, index) => {
    files += changedFiles === 0 ? usualFiles : Math.min(changedFiles, fullPage);
    return index > 0 && (index >= size || files > size * filesOfOne);
  });
  return end === -1 ? wanted : wanted.slice(0, end);
}

/** Lists longer than a page are read on ten at once: one costs as much as ten. */
export const longAtOnce = 10;

/**
 * Those of the waiting pull requests whose files are worth a question now: a full question of usual ones, or ten of those
 * with long lists; at the last, whatever is left, kind by kind.
 */
export function takeWaiting<Wanted extends FilesWanted>(
  waiting: readonly Wanted[],
  { size, isLast }: { readonly size: number; readonly isLast: boolean },
): readonly Wanted[] {
  const usualOnes = waiting.filter(({ changedFiles }) => changedFiles <= fullPage);
  if (usualOnes.length >= (isLast ? 1 : size)) return takeFilesBatch(usualOnes, size);
  const longOnes = waiting.filter(({ changedFiles }) => changedFiles > fullPage);
  return longOnes.length >= (isLast ? 1 : longAtOnce) ? longOnes.slice(0, longAtOnce) : [];
}

/** What may be asked for next: half of what was too much, a little more after what came quickly. Between 1 and 100. */
export function nextFilesSize(size: number, outcome: 'too-much' | { readonly tookMs: number }): number {
  if (outcome === 'too-much') return Math.max(1, Math.floor(size / 2));
  return outcome.tookMs < quickMs ? Math.min(mostIds, size + 5) : size;
}
