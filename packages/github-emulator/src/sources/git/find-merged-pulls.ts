import { createRangeFinder } from './create-range-finder.ts';
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

type Named = Omit<MergedPull, 'merge' | 'commits'>;

const largestNumber = 2 ** 21 - 1;

function parseMerge(merge: GitEntry): Named | undefined {
  const named =
    merge.parentOids.length === 2 ? (parseButton(merge.message) ?? parseTitle(merge.message)) : undefined;
  const found = merge.parentOids.length > 1 ? named : parseTitle(merge.message);
  return found !== undefined && found.number >= 1 && found.number <= largestNumber ? found : undefined;
}

/** "Merge pull request #12 from owner/branch", the title in the first line below. */
function parseButton(message: string): Named | undefined {
  const { subject, rest } = splitMessage(message);
  const match = /^Merge pull request #(\d+) from ([^/\s]+)\/(\S+)/.exec(subject);
  if (match === null) return undefined;
  const [, number, owner = '', refName = ''] = match;
  const { subject: title, rest: body } = splitMessage(rest);
  return {
    number: Number(number),
    title: title.trim() || refName,
    body: body || undefined,
    head: { owner, refName },
  };
}

/** "title (#12)". */
function parseTitle(message: string): Named | undefined {
  const { subject, rest } = splitMessage(message);
  const match = /^(.*\S)\s*\(#(\d+)\)$/.exec(subject);
  if (match === null) return undefined;
  return { number: Number(match[2]), title: match[1] ?? '', body: rest || undefined, head: undefined };
}

function splitMessage(message: string): { readonly subject: string; readonly rest: string } {
  const [subject = '', ...lines] = message.split('\n');
  return { subject, rest: lines.join('\n').trim() };
}
