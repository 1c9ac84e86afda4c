import { distributions, type PullShape } from './distributions.data.ts';
import { Draws } from './draws.ts';
import type { Person, Span } from './procedural-people.ts';
import { languages, repositoryNames } from './words.data.ts';

export type MergeMethod = 'squash' | 'merge' | 'rebase';

/** What decides everything in one made-up repository. */
export interface RepositoryPlan {
  readonly seed: number;
  readonly name: string;
  readonly index: number;
  readonly teamIndex: number;
  /** How many pull requests there are by now. */
  readonly pulls: number;
  /** How many there are at `endSeconds`, which says how fast they come before and after. */
  readonly plannedPulls: number;
  readonly startSeconds: number;
  /** When the planned ones are made: the end of the organisation's history, or earlier where it was archived. */
  readonly endSeconds: number;
  /** How far its time has come. */
  readonly nowSeconds: number;
  /** Times the usual number of what changes quietly after the history's end, and when that was. */
  readonly changes: number;
  readonly changesFromSeconds: number;
  readonly isArchived: boolean;
  readonly visibility: 'PRIVATE' | 'INTERNAL' | 'PUBLIC';
  readonly mergeMethod: MergeMethod;
  readonly language: (typeof languages)[number];
  readonly shape: PullShape;
  readonly hasOddTitles: boolean;
  readonly people: readonly Person[];
  /** Places in `people` of the team that owns it. */
  readonly team: readonly number[];
}

export interface OrganisationShape {
  readonly seed: number;
  readonly people: readonly Person[];
  readonly teams: readonly (readonly number[])[];
  readonly span: Span;
  readonly shape: PullShape;
  readonly hasOddTitles: boolean;
  readonly changes: number;
}

/** Repositories of very different sizes that hold exactly `pulls` pull requests together. */
export function planRepositories(
  shape: OrganisationShape,
  { repos, pulls }: { readonly repos: number; readonly pulls: number },
): readonly RepositoryPlan[] {
  const weights = Array.from({ length: repos }, (_, index) => (index + 2) ** -0.9);
  const counts = shareOut(pulls, weights);
  return counts.map((pulls, index) => planRepository(shape, index, pulls));
}

export function planRepository(shape: OrganisationShape, index: number, pulls: number): RepositoryPlan {
  const draws = new Draws(shape.seed, 2, index);
  const { startSeconds, nowSeconds } = shape.span;
  const teamIndex = draws.below(shape.teams.length);
  const age = index < 3 ? 1 : 0.4 + draws.next() * 0.6;
  const isArchived = index >= 3 && draws.chance(distributions.archivedRepositories);
  const name = repositoryNames[index % repositoryNames.length] ?? 'repository';
  return {
    seed: draws.word(),
    index,
    name: index < repositoryNames.length ? name : `${name}-${Math.floor(index / repositoryNames.length) + 1}`,
    teamIndex,
    pulls,
    plannedPulls: pulls,
    startSeconds: Math.floor(nowSeconds - (nowSeconds - startSeconds) * age),
    endSeconds: isArchived ? Math.floor(nowSeconds - (nowSeconds - startSeconds) * 0.25) : nowSeconds,
    nowSeconds,
    changes: shape.changes,
    changesFromSeconds: nowSeconds,
    isArchived,
    visibility: pickKey(draws, distributions.visibilities),
    mergeMethod: pickKey(draws, distributions.mergeMethods),
    language: draws.pick(languages),
    shape: shape.shape,
    hasOddTitles: shape.hasOddTitles,
    people: shape.people,
    team: shape.teams[teamIndex] ?? [],
  };
}

/** Whole shares in proportion to the weights, the largest remainders rounded up. */
function shareOut(total: number, weights: readonly number[]): readonly number[] {
  const sum = weights.reduce((left, right) => left + right, 0);
  const exact = weights.map((weight) => (total * weight) / sum);
  const missing = total - exact.reduce((left, share) => left + Math.floor(share), 0);
  const order = exact.map((share, index) => ({ index, rest: share - Math.floor(share) }));
  order.sort((left, right) => right.rest - left.rest || left.index - right.index);
  const lucky = new Set(order.slice(0, missing).map(({ index }) => index));
  return exact.map((share, index) => Math.floor(share) + (lucky.has(index) ? 1 : 0));
}

function pickKey<Key extends string>(draws: Draws, shares: Readonly<Record<Key, number>>): Key {
  // as: Object.keys forgets that a record has no other keys
  const keys = Object.keys(shares) as [Key, ...Key[]];
  return keys[draws.weighted(keys.map((key) => shares[key]))] ?? keys[0];
}
