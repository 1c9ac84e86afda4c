import { createAccount } from '../../world/create-account.ts';
import { toInstant, toSeconds } from '../../world/instant.ts';
import type {
  AccountRecord,
  Instant,
  OrganisationRecord,
  RepositorySource,
  TeamRecord,
  WorldSource,
} from '../../world/model.ts';
import { toNodeId } from '../../world/node-id.ts';
import { createRecent } from '../../world/recent.ts';
import { createProceduralRepository, type RecentPulls } from './create-procedural-repository.ts';
import {
  administratorCount,
  type FatedPerson,
  isDeletedAt,
  isThere,
  listTakers,
  nameAt,
} from './people-by-now.ts';
import {
  type OrganisationPlan,
  type PlannedRepository,
  type ProceduralOrganisation,
  planOrganisation,
} from './plan-organisation.ts';
import type { Person } from './procedural-people.ts';
import type { RepositoryScene } from './pull-scene.ts';
import { countPullsBefore } from './pulls-by-now.ts';
import { type RepositoryStanding, standAt } from './repository-standing.ts';
import { teamNames } from './words.data.ts';

/**
 * A made-up organisation, the same for the same arguments. Nothing but people and repositories is made before it is read.
 * `at` tells how it stands at another instant, whatever was asked before: a pure function of the arguments and the instant.
 */
export function createProceduralOrganisation(options: ProceduralOrganisation): WorldSource {
  const plan = planOrganisation(options);
  const at = (instant: Instant): WorldSource => ({
    ...lookAt(plan, toSeconds(instant)),
    now: instant,
    at,
  });
  return at(options.now);
}

interface Placed {
  readonly planned: PlannedRepository;
  readonly standing: RepositoryStanding;
}

/** Some 40 kB each: what readers of a few repositories ask for more than once within a second or two. */
const pullsHeld = 500;

function lookAt(organisation: OrganisationPlan, atSeconds: number): WorldSource {
  const { account, span } = organisation;
  const people = nameAt(organisation.people, atSeconds);
  const outsider = createAccount({
    login: `${account.login}-alumna`,
    createdAt: toInstant(span.startSeconds),
  });
  const placed = organisation.repositories.flatMap((planned): Placed[] => {
    // What is to come from outside is nobody's business before time goes on.
    if (planned.arrivesAtSeconds !== undefined && atSeconds <= span.nowSeconds) return [];
    const standing = standAt(planned, atSeconds);
    return standing === undefined ? [] : [{ planned, standing }];
  });
  const teams = makeTeams(organisation, { people, placed, atSeconds });
  const owners = { inside: account, outside: outsider };
  const goneAccounts = new Set(
    people.filter((one) => isDeletedAt(one, atSeconds)).map((one) => one.account.id),
  );
  const recent: RecentPulls = createRecent(pullsHeld);
  const isAnythingOutside = placed.some(({ standing }) => standing.owner === 'outside');
  return {
    accounts: [
      ...people.filter((one) => !isDeletedAt(one, atSeconds)).map((person) => person.account),
      ...organisation.bots,
      ...listTakers(organisation.people, atSeconds),
      ...(isAnythingOutside ? [outsider] : []),
    ],
    organisations: [
      makeOrganisation(
        account,
        people.filter((one) => isThere(one, atSeconds)),
        teams,
      ),
    ],
    repositories: placed.map((one) =>
      createRepository(organisation, { ...one, people, teams, owners, goneAccounts, recent }),
    ),
  };
}

interface Surroundings extends Placed {
  readonly people: readonly FatedPerson[];
  readonly teams: readonly TeamRecord[];
  readonly owners: Readonly<Record<RepositoryStanding['owner'], AccountRecord>>;
  readonly goneAccounts: ReadonlySet<number>;
  readonly recent: RecentPulls;
}

function createRepository({ account, bots }: OrganisationPlan, around: Surroundings): RepositorySource {
  const { planned, standing, people, teams, owners, goneAccounts, recent } = around;
  const { plan, keys, labels } = planned;
  const legacy = plan.index === 4 ? [`${account.login}/${planned.name}-legacy`] : [];
  const scene: RepositoryScene = {
    plan: {
      ...plan,
      people,
      name: standing.name,
      isArchived: plan.isArchived || standing.isArchived,
      nowSeconds: standing.nowSeconds,
      pulls: countPullsBefore(plan, standing.nowSeconds),
    },
    keys,
    labels,
    owner: owners[standing.owner],
    homeLogin: account.login,
    formerNames: [...legacy, ...standing.former.map(({ owner, name }) => `${owners[owner].login}/${name}`)],
    changedAtSeconds: standing.changedAtSeconds,
    team: teams[plan.teamIndex],
    bots,
    goneAccounts,
  };
  return createProceduralRepository(scene, recent);
}

interface Inhabitants {
  readonly people: readonly FatedPerson[];
  readonly placed: readonly Placed[];
  readonly atSeconds: number;
}

function makeTeams(
  { account, teams }: OrganisationPlan,
  { people, placed, atSeconds }: Inhabitants,
): readonly TeamRecord[] {
  const working = teams.map((places, index) => {
    const own = placed.filter(
      ({ planned, standing }) => planned.plan.teamIndex === index && standing.owner === 'inside',
    );
    return makeTeam(account, index, {
      people: places.flatMap((place) => people[place] ?? []).filter((one) => isThere(one, atSeconds)),
      repositoryIds: own.map(({ planned }) => planned.keys.repositoryId),
    });
  });
  const umbrella = makeUmbrella(account, working.length);
  // The last one stands for itself, as some do.
  const nested = working.map((team, index) =>
    index < working.length - 1 ? { ...team, parentId: umbrella.id } : team,
  );
  return working.length > 2 ? [...nested, umbrella] : working;
}

/** The team that others are nested in: nobody is in it alone. Behind them, so that they keep their places and ids. */
const makeUmbrella = (organisation: AccountRecord, count: number): TeamRecord => ({
  ...makeTeam(organisation, count, { people: [], repositoryIds: [] }),
  slug: 'engineering',
  name: 'Engineering',
});

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
    parentId: undefined,
    members: held.people.map(({ account }, place) => ({
      account,
      role: place === 0 ? ('MAINTAINER' as const) : ('MEMBER' as const),
    })),
    repositories: held.repositoryIds.map((repositoryId) => ({ repositoryId, permission: 'WRITE' as const })),
  };
}

/** The first of its members administer it. */
function makeOrganisation(
  account: AccountRecord,
  members: readonly Person[],
  teams: readonly TeamRecord[],
): OrganisationRecord {
  return {
    account,
    description: 'A made-up company, for looking around.',
    basePermission: 'READ',
    members: members.map((person, place) => ({
      account: person.account,
      role: place < administratorCount ? ('ADMIN' as const) : ('MEMBER' as const),
    })),
    teams,
  };
}
