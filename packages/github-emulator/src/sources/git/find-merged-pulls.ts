import type { GitEntry } from './git-entry.ts';

/** A pull request that a commit of the history names. */
export interface MergedPull {
  readonly number: number;
  readonly title: string;
  readonly body: string | undefined;
  /** The commit that put it on its base branch. */
  readonly merge: GitEntry;
  /** undefined: squashed, so the branch and its owner are not known. */
  readonly head: { readonly owner: string; readonly refName: string } | undefined;
  /** Oldest first; a squash is its own only commit. */
  readonly commits: readonly GitEntry[];
}

/**
 * Pull requests by the commits GitHub's buttons make: "Merge pull request #N from owner/branch" with two parents, and
 * "title (#N)". One number counts once, the oldest: later ones are picks of it. `entries` are newest first, children before
 * their parents, as git lists them.
 */
export function findMergedPulls(entries: readonly GitEntry[]): readonly MergedPull[] {
  const findCommits = createRangeFinder(entries);
  const pulls = new Map<number, MergedPull>();
  for (const merge of entries) {
    const named = parseMerge(merge);
    if (named === undefined) continue;
    const commits = merge.parentOids.length === 2 ? findCommits(merge) : [merge];
    pulls.set(named.number, { ...named, merge, commits });
  }
  return [...pulls.values()].sort((left, right) => left.number - right.number);
}

const largestNumber = 2 ** 21 - 1;

function parseMerge({ message, parentOids }: GitEntry): Omit<MergedPull, 'merge' | 'commits'> | undefined {
  const [subject = '', ...lines] = message.split('\n');
  const rest = lines.join('\n').trim();
  const button = /^Merge pull request #(\d+) from ([^/\s]+)\/(\S+)/.exec(subject);
  const squash = /^(.*\S)\s*\(#(\d+)\)$/.exec(subject);
  const number = Number(button?.[1] ?? squash?.[2]);
  if (!(number >= 1 && number <= largestNumber)) return undefined;
  if (button !== null && parentOids.length === 2) {
    const [title = '', ...body] = rest.split('\n');
    const head = { owner: button[2] ?? '', refName: button[3] ?? '' };
    return { number, title: title.trim() || head.refName, body: body.join('\n').trim() || undefined, head };
  }
  if (squash === null || parentOids.length > 2) return undefined;
  return { number, title: squash[1] ?? '', body: rest || undefined, head: undefined };
}

/**
 * What a merge brought: ancestors of its second parent that are none of its first. Walks from the merge downwards only as far as the two
 * sides differ; the marks are reused, so a merge costs its own range and no more.
 */
function createRangeFinder(entries: readonly GitEntry[]): (merge: GitEntry) => readonly GitEntry[] {
  const places = new Map(entries.map(({ oid }, place) => [oid, place]));
  const brought = new Uint32Array(entries.length);
  const known = new Uint32Array(entries.length);
  let mark = 0;
  return ({ parentOids: [first = '', second = ''] }) => {
    mark += 1;
    const [firstPlace, secondPlace] = [places.get(first), places.get(second)];
    if (secondPlace === undefined) return [];
    if (firstPlace !== undefined) known[firstPlace] = mark;
    brought[secondPlace] = mark;
    const found: GitEntry[] = [];
    let open = firstPlace === secondPlace ? 0 : 1;
    for (
      let place = Math.min(firstPlace ?? secondPlace, secondPlace);
      open > 0 && place < entries.length;
      place += 1
    ) {
      const [isBrought, isKnown] = [brought[place] === mark, known[place] === mark];
      const entry = entries[place];
      if (entry === undefined || (!isBrought && !isKnown)) continue;
      if (isBrought && !isKnown) {
        open -= 1;
        found.push(entry);
      }
      for (const oid of entry.parentOids) {
        const parent = places.get(oid);
        if (parent === undefined) continue;
        const wasOpen = brought[parent] === mark && known[parent] !== mark;
        if (isKnown) known[parent] = mark;
        else brought[parent] = mark;
        const isOpen = brought[parent] === mark && known[parent] !== mark;
        open += Number(isOpen) - Number(wasOpen);
      }
    }
    return found.reverse();
  };
}
