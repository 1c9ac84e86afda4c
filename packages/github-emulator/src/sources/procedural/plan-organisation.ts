import { createAccount } from '../../world/create-account.ts';
import { toInstant, toSeconds } from '../../world/instant.ts';
import type { AccountRecord, Instant, LabelRecord } from '../../world/model.ts';
import { createRepositoryKeys, type RepositoryKeys, slotCount, toSlot } from '../../world/repository-keys.ts';
import { createLabels } from './create-procedural-repository.ts';
import { distributions, pullShapes } from './distributions.data.ts';
import { type FatedPerson, fatePeople } from './people-by-now.ts';
import { createBots, createPeople, type Span } from './procedural-people.ts';
import { planArrival, planRepositoryFate, type RepositoryFate } from './repository-fate.ts';
import {
  type OrganisationShape,
  planRepositories,
  planRepository,
  type RepositoryPlan,
} from './repository-plan.ts';
import type { RepositoryLife } from './repository-standing.ts';

export interface ProceduralOrganisation {
  /** `larkfield` unless told. */
  readonly login?: string;
  /** 40 unless told; at most 3,600. */
  readonly people?: number;
  /** 30 unless told; at most 16,384. */
  readonly repos?: number;
  /** 3,000 unless told: of all repositories together at `now`, each of which holds at most 1.7 million. */
  readonly pulls?: number;
  /** 7 unless told. */
  readonly seed?: number;
  /** The last pull request is made just before; what was planned later has not happened. Keep it with data read from here. */
  readonly now: Instant;
  /** `typical` unless told; `average` is a bench's: 3 reviews, 5 review comments, 4 commits, 8 files and 6 events in the mean. */
  readonly shape?: keyof typeof pullShapes;
  /** One title in fifty is emoji, right-to-left, very long, HTML or full of terminal codes. Off unless told. */
  readonly oddTitles?: boolean;
  /** Times the usual number of renames, transfers, archivings, deletions and quiet changes after `now`. 1 unless told, 0: none. */
  readonly changes?: number;
}

/** All that is decided once, whatever the instant looked at. */
export interface OrganisationPlan {
  readonly account: AccountRecord;
  readonly span: Span;
  readonly people: readonly FatedPerson[];
  readonly bots: readonly AccountRecord[];
  /** Places in `people`, by team. */
  readonly teams: readonly (readonly number[])[];
  readonly repositories: readonly PlannedRepository[];
}

export interface PlannedRepository extends RepositoryLife {
  readonly plan: RepositoryPlan;
  readonly keys: RepositoryKeys;
  readonly labels: ReadonlyMap<string, LabelRecord>;
}

const mostRepositories = 16_384;
/** The first slot is a multiple of this, so that organisations of up to so many repositories keep apart. */
const slotsApart = 4_096;
const week = 7 * 86_400;

export function planOrganisation(options: ProceduralOrganisation): OrganisationPlan {
  const { login = 'larkfield', people: count = 40, pulls = 3_000, seed = 7, changes = 1 } = options;
  const span = toSpan(toSeconds(options.now), pulls, count);
  const asked = { seed, fromSeconds: span.nowSeconds, changes };
  const people = fatePeople(createPeople(seed, count, span), asked);
  const teams = toTeams(count);
  const shape = {
    seed,
    people,
    teams,
    span,
    shape: pullShapes[options.shape ?? 'typical'],
    hasOddTitles: options.oddTitles ?? false,
    changes,
  };
  return {
    account: createAccount({
      kind: 'Organization',
      login,
      name: 'Larkfield',
      createdAt: toInstant(span.startSeconds),
    }),
    span,
    people,
    bots: createBots(),
    teams,
    repositories: planLives(shape, asked, { repos: options.repos ?? 30, pulls }).map((life) => {
      const keys = createRepositoryKeys(toRepositorySlot(login, life.plan.index));
      return { ...life, keys, labels: createLabels(keys) };
    }),
  };
}

type Life = RepositoryLife & { readonly plan: RepositoryPlan };
type Asked = { readonly seed: number; readonly fromSeconds: number; readonly changes: number };

/** Those of the history, those that come from outside, and those made later under a name given up; by their indices. */
function planLives(
  shape: OrganisationShape,
  asked: Asked,
  size: { readonly repos: number; readonly pulls: number },
): readonly Life[] {
  const first = planRepositories(shape, size).map((plan) => ({
    plan,
    name: plan.name,
    madeAtSeconds: undefined,
    arrivesAtSeconds: undefined,
    fate: planRepositoryFate({ ...asked, index: plan.index }),
  }));
  const arriving = Array.from({ length: Math.ceil(size.repos / 10) }, (_, place) => size.repos + place);
  const successors = first.flatMap((life) => succeed(shape, life, size.repos + arriving.length));
  return [...first, ...arriving.flatMap((index) => arrive(shape, asked, index)), ...successors].filter(
    ({ plan }) => plan.index < mostRepositories,
  );
}

/** Small, and as old as others. */
function arrive(shape: OrganisationShape, asked: Asked, index: number): readonly Life[] {
  const arrivesAtSeconds = planArrival({ ...asked, index });
  if (arrivesAtSeconds === undefined) return [];
  const plan = { ...planRepository(shape, index, 25), isArchived: false, endSeconds: shape.span.nowSeconds };
  const fate = planRepositoryFate({ ...asked, fromSeconds: arrivesAtSeconds, index });
  return [
    {
      plan,
      name: plan.name,
      madeAtSeconds: undefined,
      arrivesAtSeconds,
      fate: { ...fate, succeededAtSeconds: undefined },
    },
  ];
}

const nothing: RepositoryFate = {
  renamedAtSeconds: undefined,
  leftAtSeconds: undefined,
  returnedAtSeconds: undefined,
  archivedAtSeconds: undefined,
  deletedAtSeconds: undefined,
  succeededAtSeconds: undefined,
};

/** Another repository under the first name of one that gave it up: another id, its own numbers from 1. */
function succeed(shape: OrganisationShape, { plan, fate }: Life, indexOffset: number): readonly Life[] {
  const { succeededAtSeconds: madeAtSeconds } = fate;
  if (madeAtSeconds === undefined) return [];
  const startSeconds = madeAtSeconds + 86_400;
  const pace = plan.plannedPulls / (plan.endSeconds - plan.startSeconds);
  const pulls = Math.max(5, Math.ceil(pace * 26 * week));
  const successor = {
    ...planRepository(shape, indexOffset + plan.index, pulls),
    name: plan.name,
    startSeconds,
    endSeconds: startSeconds + 26 * week,
    isArchived: false,
  };
  return [{ plan: successor, name: plan.name, madeAtSeconds, arrivesAtSeconds: undefined, fate: nothing }];
}

/** Repositories of one organisation have slots one after another, after the last the first, so that their ids never meet. */
function toRepositorySlot(login: string, index: number): number {
  return ((toSlot(login) & ~(slotsApart - 1)) + index) % slotCount;
}

function toSpan(nowSeconds: number, pulls: number, people: number): Span {
  const { pullsPerPersonWeek, historyWeeks } = distributions;
  const wanted = pulls / (people * pullsPerPersonWeek);
  const weeks = Math.min(historyWeeks.atMost, Math.max(historyWeeks.atLeast, wanted));
  return { startSeconds: Math.floor(nowSeconds - weeks * week), nowSeconds };
}

function toTeams(people: number): readonly (readonly number[])[] {
  const count = Math.max(1, Math.round(people / distributions.peoplePerTeam));
  const places = Array.from({ length: people }, (_, place) => place);
  return Array.from({ length: count }, (_, team) => places.filter((place) => place % count === team));
}
