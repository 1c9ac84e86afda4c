import type { AccountRecord, LabelRecord, TeamRecord } from '../../world/model.ts';
import type { RepositoryKeys } from '../../world/repository-keys.ts';
import { Draws } from './draws.ts';
import { type OidKind, toOid } from './procedural-oid.ts';
import type { Person } from './procedural-people.ts';
import { type Aftermath, planAftermath } from './pull-aftermath.ts';
import { milestonesOf, outlinePull, type PullOutline, pickPerson } from './pull-outline.ts';
import type { RepositoryPlan } from './repository-plan.ts';

/** Everything of the repository that its pull requests share. */
export interface RepositoryScene {
  readonly plan: RepositoryPlan;
  readonly keys: RepositoryKeys;
  readonly owner: AccountRecord;
  /** The organisation's login, wherever the repository is by now. */
  readonly homeLogin: string;
  /** Earlier `owner/name` pairs. */
  readonly formerNames: readonly string[];
  /** When the repository itself was last changed. */
  readonly changedAtSeconds: number;
  /** Ids of accounts that are no more. */
  readonly goneAccounts: ReadonlySet<number>;
  readonly team: TeamRecord | undefined;
  readonly bots: readonly AccountRecord[];
  readonly labels: ReadonlyMap<string, LabelRecord>;
}

/** One pull request being made: who is in it, and what is planned for it. */
export interface PullScene extends RepositoryScene {
  readonly outline: PullOutline;
  readonly milestones: readonly number[];
  readonly aftermath: Aftermath;
  /** undefined for a bot. */
  readonly authorPerson: Person | undefined;
  readonly author: AccountRecord | undefined;
  /** The one who reviews most, then others; nobody twice unless there are too few people. */
  readonly reviewers: readonly [AccountRecord, AccountRecord, AccountRecord];
}

/** The parts of a pull request, each with its own stream of chance, so that a change to one moves no other. */
const parts = [
  'people',
  'words',
  'files',
  'commits',
  'reviews',
  'comments',
  'events',
  'ending',
  'changes',
  'mentions',
] as const;

export function createPullScene(repository: RepositoryScene, number: number): PullScene {
  const { plan, bots } = repository;
  const outline = outlinePull(plan, number);
  const milestones = milestonesOf(outline);
  const { kind, place } = outline.author;
  const person = kind === 'bot' ? undefined : plan.people[place];
  const draws = new Draws(plan.seed, 6, parts.indexOf('people'), number);
  const others = pickReviewers(plan, draws, outline);
  return {
    ...repository,
    outline,
    milestones,
    aftermath: planAftermath(plan, outline),
    authorPerson: person,
    author: kind === 'ghost' ? undefined : kind === 'bot' ? bots[place] : person?.account,
    reviewers: others,
  };
}

export function drawsFor(scene: PullScene, part: (typeof parts)[number]): Draws {
  return new Draws(scene.plan.seed, 6, parts.indexOf(part), scene.outline.number);
}

export function oidOf(scene: PullScene, kind: OidKind, ordinal = 0): string {
  return toOid(scene.plan.seed, { number: scene.outline.number, kind, ordinal });
}

/** The planned instant before the given milestone and after the one before it; undefined where there is none. */
export function momentBefore(scene: PullScene, milestone: number, share: number): number | undefined {
  const [from, to] = [scene.milestones[milestone - 1], scene.milestones[milestone]];
  if (from === undefined || to === undefined) return undefined;
  return from + Math.floor((to - from) * share);
}

export function isPast({ plan }: RepositoryScene, atSeconds: number): boolean {
  return atSeconds <= plan.nowSeconds;
}

/** Places among the milestones. */
export function roundMilestone(scene: PullScene, round: number): number {
  return (scene.outline.readyAtSeconds === undefined ? 1 : 2) + round;
}

export function endMilestone(scene: PullScene): number {
  return roundMilestone(scene, scene.outline.roundsAtSeconds.length);
}

export function hasEnded({ outline, plan }: PullScene): boolean {
  return outline.endAtSeconds !== undefined && outline.endAtSeconds <= plan.nowSeconds;
}

function pickReviewers(
  plan: RepositoryPlan,
  draws: Draws,
  { author, createdAtSeconds, roundsAtSeconds }: PullOutline,
) {
  const except = author.kind === 'bot' ? -1 : author.place;
  const places = [0, 1, 2].map((round) =>
    pickPerson(
      plan,
      draws,
      roundsAtSeconds[Math.min(round, roundsAtSeconds.length - 1)] ?? createdAtSeconds,
      except,
    ),
  );
  const account = (index: number): AccountRecord => getAccount(plan, places[index] ?? 0);
  return [account(0), account(1), account(2)] as const;
}

function getAccount(plan: RepositoryPlan, place: number): AccountRecord {
  const person = plan.people[place];
  if (person === undefined)
    throw new RangeError(`No person ${place} in an organisation of ${plan.people.length}.`);
  return person.account;
}
