import { toInstant, toSeconds, toZonedInstant } from '../../world/instant.ts';
import type { CommitRecord, GitSignatureRecord, PullRequestRecord } from '../../world/model.ts';
import { distributions } from './distributions.data.ts';
import { pullNumberAt } from './number-space.ts';
import { parseOid, toOid } from './procedural-oid.ts';
import { outlinePull } from './pull-outline.ts';
import type { RepositoryScene } from './pull-scene.ts';
import { offsetAt } from './zone.ts';

/** The default branch: what merged pull requests left there, in the order of their merging. */
export interface History {
  count(): number;
  list(range: { readonly skip: number; readonly first: number }): readonly CommitRecord[];
  commit(oid: string): CommitRecord | undefined;
  tip(): string | undefined;
}

const numberSpan = 2 ** 21;

/** Costs 12 bytes a merged pull request from the first call on that needs the order. */
export function createHistory(
  scene: RepositoryScene,
  pull: (number: number) => PullRequestRecord | undefined,
): History {
  let made: MergeOrder | undefined;
  const order = (): MergeOrder => {
    made ??= createMergeOrder(scene);
    return made;
  };
  /** Newest first. */
  const left = (place: number): readonly CommitRecord[] => {
    const number = order().numberAt(place);
    const merged = number === undefined ? undefined : pull(number);
    return merged === undefined ? [] : toLeftCommits(scene, merged, order().tipAt(place - 1));
  };
  return {
    count: () => order().countCommits(),
    tip: () => order().tipAt(order().length - 1),
    list({ skip, first }) {
      const commits: CommitRecord[] = [];
      let { place, inside } = order().placeOf(skip);
      for (; place >= 0 && commits.length < first; place -= 1, inside = 0)
        commits.push(...left(place).slice(inside));
      return commits.slice(0, first);
    },
    commit(oid) {
      const meaning = parseOid(scene.plan.seed, oid);
      if (meaning === undefined) return undefined;
      if (meaning.kind === 'commit' || meaning.kind === 'before')
        return pull(meaning.number)?.commits.find((commit) => commit.oid === oid);
      return left(order().placeOfNumber(meaning.number)).find((commit) => commit.oid === oid);
    },
  };
}

type MergeOrder = ReturnType<typeof createMergeOrder>;

function createMergeOrder({ plan }: RepositoryScene) {
  const keys = collectKeys(plan);
  const sums = new Uint32Array(keys.length + 1);
  const numberAt = (place: number): number | undefined => {
    const key = keys[place];
    return key === undefined ? undefined : key % numberSpan;
  };
  for (let place = 0; place < keys.length; place += 1)
    sums[place + 1] = (sums[place] ?? 0) + countLeft(plan, numberAt(place) ?? 0);
  const total = sums[keys.length] ?? 0;
  return {
    length: keys.length,
    numberAt,
    countCommits: () => total,
    placeOfNumber(number: number): number {
      const key = keyOf(plan, number);
      return key === undefined ? -1 : firstAtLeast(keys, key);
    },
    /** Which merge the commit is of that has `skip` newer ones, and how many of the same merge are newer. */
    placeOf(skip: number): { place: number; inside: number } {
      const older = total - skip;
      const place = firstAtLeast(sums, older) - 1;
      return { place, inside: (sums[place + 1] ?? 0) - older };
    },
    tipAt(place: number): string | undefined {
      const number = numberAt(place);
      if (number === undefined) return undefined;
      const { commitCount } = outlinePull(plan, number);
      return plan.mergeMethod === 'rebase'
        ? toOid(plan.seed, { number, kind: 'rebased', ordinal: commitCount - 1 })
        : toOid(plan.seed, { number, kind: 'merge', ordinal: 0 });
    },
  };
}

function collectKeys(plan: RepositoryScene['plan']): Float64Array {
  const keys = new Float64Array(plan.pulls);
  let length = 0;
  for (let place = 0; place < plan.pulls; place += 1) {
    const key = keyOf(plan, pullNumberAt(place));
    if (key !== undefined) keys[length++] = key;
  }
  return keys.slice(0, length).sort();
}

function keyOf(plan: RepositoryScene['plan'], number: number): number | undefined {
  const { ending, endAtSeconds = Number.POSITIVE_INFINITY } = outlinePull(plan, number);
  return ending === 'merged' && endAtSeconds <= plan.nowSeconds
    ? endAtSeconds * numberSpan + number
    : undefined;
}

function countLeft(plan: RepositoryScene['plan'], number: number): number {
  if (plan.mergeMethod === 'squash') return 1;
  return outlinePull(plan, number).commitCount + (plan.mergeMethod === 'merge' ? 1 : 0);
}

function firstAtLeast(sorted: Float64Array | Uint32Array, value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What one merged pull request put on the branch, newest first, on top of `below`; what was before the first is not known. */
function toLeftCommits(
  scene: RepositoryScene,
  pull: PullRequestRecord,
  below: string | undefined,
): readonly CommitRecord[] {
  const { plan, keys } = scene;
  const parentOids = [below ?? pull.baseRefOid];
  const oid = pull.mergeCommitOid ?? '';
  const [first] = pull.commits;
  if (first === undefined) return [];
  const committer = signGitHub(pull.mergedAt ?? toInstant(plan.nowSeconds));
  const whole = { additions: pull.additions, deletions: pull.deletions, changedFiles: pull.changedFiles };
  const merge = { ...first, ...whole, oid, nodeId: keys.commitNodeId(oid), committer };
  if (plan.mergeMethod === 'squash')
    return [{ ...merge, message: `${pull.title} (#${pull.number})`, parentOids }];
  if (plan.mergeMethod === 'merge') {
    const message = `Merge pull request #${pull.number} from ${scene.homeLogin}/${pull.headRefName}\n\n${pull.title}`;
    return [
      { ...merge, message, parentOids: [...parentOids, pull.headRefOid] },
      ...pull.commits.toReversed(),
    ];
  }
  const rebased = (ordinal: number): string =>
    toOid(plan.seed, { number: pull.number, kind: 'rebased', ordinal });
  return pull.commits
    .map((commit, ordinal) => ({
      ...commit,
      committer,
      oid: rebased(ordinal),
      nodeId: keys.commitNodeId(rebased(ordinal)),
      parentOids: ordinal === 0 ? parentOids : [rebased(ordinal - 1)],
    }))
    .toReversed();
}

/** The merge button signs as GitHub, never as a person. */
function signGitHub(mergedAt: string): GitSignatureRecord {
  const atSeconds = toSeconds(mergedAt);
  return {
    name: 'GitHub',
    email: 'noreply@github.com',
    at: toZonedInstant(atSeconds, offsetAt(distributions.zones[0], atSeconds)),
    account: undefined,
  };
}
