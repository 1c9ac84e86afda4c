import { createAccount } from '../../world/create-account.ts';
import { toInstant, toSeconds } from '../../world/instant.ts';
import type {
  AccountRecord,
  Instant,
  OrganisationRecord,
  TeamRecord,
  WorldSource,
} from '../../world/model.ts';
import { toNodeId } from '../../world/node-id.ts';
import { createRepositoryKeys, toSlot } from '../../world/repository-keys.ts';
import { createLabels, createProceduralRepository } from './create-procedural-repository.ts';
import { distributions } from './distributions.data.ts';
import { createBots, createPeople, type Person, type Span } from './procedural-people.ts';
import { planRepositories, type RepositoryPlan } from './repository-plan.ts';
import { teamNames } from './words.data.ts';

export interface ProceduralOrganisation {
  /** `larkfield` unless told. */
  readonly login?: string;
  /** 40 unless told; at most 3,600. */
  readonly people?: number;
  /** 30 unless told; at most 4,096. */
  readonly repos?: number;
  /** 3,000 unless told: of all repositories together, each of which holds at most 1.7 million. */
  readonly pulls?: number;
  /** 7 unless told. */
  readonly seed?: number;
  /** The last pull request is made just before; what was planned later has not happened. Keep it with data read from here. */
  readonly now: Instant;
}

/** A made-up organisation, the same for the same arguments. Nothing but people and repositories is made before it is read. */
export function createProceduralOrganisation(options: ProceduralOrganisation): WorldSource {
  const { login = 'larkfield', people: count = 40, repos = 30, pulls = 3_000, seed = 7 } = options;
  const span = toSpan(toSeconds(options.now), pulls, count);
  const people = createPeople(seed, count, span);
  const bots = createBots();
  const account = createAccount({
    kind: 'Organization',
    login,
    name: 'Larkfield',
    createdAt: toInstant(span.startSeconds),
  });
  const places = toTeams(count);
  const plans = planRepositories({ seed, repos, pulls, people, teams: places, span });
  const ids = plans.map(({ index }) => createRepositoryKeys(toRepositorySlot(login, index)));
  const teams = places.map((members, index) =>
    makeTeam(account, index, {
      people: members.flatMap((place) => people[place] ?? []),
      repositoryIds: plans
        .filter(({ teamIndex }) => teamIndex === index)
        .map((plan) => ids[plan.index]?.repositoryId ?? 0),
    }),
  );
  const toRepository = (plan: RepositoryPlan) => {
    const keys = ids[plan.index] ?? createRepositoryKeys(0);
    const team = teams[plan.teamIndex];
    return createProceduralRepository({ plan, keys, owner: account, team, bots, labels: createLabels(keys) });
  };
  return {
    accounts: [...people.map((person) => person.account), ...bots],
    organisations: [makeOrganisation(account, people, teams)],
    repositories: plans.map(toRepository),
  };
}

/** Repositories of one organisation have slots one after another, so that their ids never meet. */
function toRepositorySlot(login: string, index: number): number {
  return (toSlot(login) & ~4_095) + index;
}

function toSpan(nowSeconds: number, pulls: number, people: number): Span {
  const { pullsPerPersonWeek, historyWeeks } = distributions;
  const wanted = pulls / (people * pullsPerPersonWeek);
  const weeks = Math.min(historyWeeks.atMost, Math.max(historyWeeks.atLeast, wanted));
  return { startSeconds: Math.floor(nowSeconds - weeks * 7 * 86_400), nowSeconds };
}

function toTeams(people: number): readonly (readonly number[])[] {
  const count = Math.max(1, Math.round(people / distributions.peoplePerTeam));
  const places = Array.from({ length: people }, (_, place) => place);
  return Array.from({ length: count }, (_, team) => places.filter((place) => place % count === team));
}

function makeTeam(
  organisation: AccountRecord,
  index: number,
  held: { readonly people: readonly Person[]; readonly repositoryIds: readonly number[] },
): TeamRecord {
  const base = teamNames[index % teamNames.length] ?? 'Team';
  const name = index < teamNames.length ? base : `${base} ${Math.floor(index / teamNames.length) + 1}`;
  const id = organisation.id + 1 + index;
  return {
    id,
    nodeId: toNodeId({ kind: 'team', id }),
    organisationId: organisation.id,
    slug: name.toLowerCase().replaceAll(' ', '-'),
    name,
    description: undefined,
    members: held.people.filter(isStillThere).map(({ account }, place) => ({
      account,
      role: place === 0 ? ('MAINTAINER' as const) : ('MEMBER' as const),
    })),
    repositories: held.repositoryIds.map((repositoryId) => ({ repositoryId, permission: 'WRITE' as const })),
  };
}

/** The first three who are still there administer it. */
function makeOrganisation(
  account: AccountRecord,
  people: readonly Person[],
  teams: readonly TeamRecord[],
): OrganisationRecord {
  return {
    account,
    description: 'A made-up company, for looking around.',
    basePermission: 'READ',
    members: people.filter(isStillThere).map((person, place) => ({
      account: person.account,
      role: place < 3 ? ('ADMIN' as const) : ('MEMBER' as const),
    })),
    teams,
  };
}

function isStillThere({ activeUntilSeconds }: Person): boolean {
  return activeUntilSeconds === Number.POSITIVE_INFINITY;
}
