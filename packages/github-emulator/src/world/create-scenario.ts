import { createWorld } from './create-world.ts';
import { toInstant, toSeconds } from './instant.ts';
import type { Instant, RepositoryRecord, World, WorldSource } from './model.ts';
import {
  applyOrganisationEdits,
  type OrganisationEdit,
  type PlacedOrganisationEdit,
} from './organisation-edit.ts';
import { applyEdits, type RepositoryEdit } from './repository-edit.ts';
import { applyTeamEdits, type PlacedTeamEdit, type TeamEdit } from './team-edit.ts';

/** A world in which time can go on, and something be done to repositories. */
export interface Scenario {
  /** Always the one of the moment: hold on to this, not to what it answers. */
  readonly world: World;
  /** The instant the sources that live show; undefined where none does. */
  at(): Instant | undefined;
  /** Shows the world so many seconds on; others of its sources stay as they are. */
  advance(seconds: number): void;
  edit(edit: RepositoryEdit): void;
  editTeam(edit: TeamEdit): void;
  editOrganisation(edit: OrganisationEdit): void;
  /** Repositories that were shown before and are no more, as they were last. */
  gone(): readonly RepositoryRecord[];
}

export function createScenario(sources: readonly WorldSource[]): Scenario {
  const start = sources.find(({ now, at }) => now !== undefined && at !== undefined)?.now;
  const shown = new Map<number, RepositoryRecord>();
  const edits: RepositoryEdit[] = [];
  const teamEdits: PlacedTeamEdit[] = [];
  const organisationEdits: PlacedOrganisationEdit[] = [];
  let shiftSeconds = 0;
  let current = createWorld(sources);
  const remember = (): void => {
    for (const { record } of current.repositories) shown.set(record.id, record);
  };
  const show = (): void => {
    remember();
    const moved = sources.map((source) => moveSource(source, shiftSeconds));
    const { findAccount, findAccountByLogin } = createWorld(moved);
    const edited = moved.map((source) => ({
      ...applyEdits(source, edits, findAccountByLogin),
      organisations: applyTeamEdits(source.organisations, teamEdits, findAccountByLogin),
    }));
    current = createWorld(
      edited.map((source) => applyOrganisationEdits(source, organisationEdits, findAccount)),
    );
    remember();
  };
  return {
    world: followWorld(() => current),
    at: () => (start === undefined ? undefined : toInstant(toSeconds(start) + shiftSeconds)),
    advance(seconds) {
      shiftSeconds += seconds;
      show();
    },
    edit(edit) {
      if (current.findRepository(edit.repositoryId) === undefined)
        throw new Error(`There is no repository ${edit.repositoryId} to be ${edit.kind}.`);
      edits.push(edit);
      show();
    },
    editTeam(edit) {
      teamEdits.push(placeTeamEdit(current, edit));
      show();
    },
    editOrganisation(edit) {
      organisationEdits.push(placeEdit(current, edit));
      show();
    },
    gone: () => [...shown.values()].filter(({ id }) => current.findRepository(id) === undefined),
  };
}

/** Throws where there is no such team, or nobody of that login. */
function placeTeamEdit(world: World, edit: TeamEdit): PlacedTeamEdit {
  const organisation = world.findOrganisation(edit.organisation);
  if (organisation === undefined || !organisation.teams.some(({ slug }) => slug === edit.team))
    throw new Error(`There is no team ${edit.organisation}/${edit.team} to be ${edit.kind}.`);
  if ('login' in edit && world.findAccountByLogin(edit.login) === undefined)
    throw new Error(`There is no account ${edit.login} to be ${edit.kind}.`);
  return { ...edit, organisationId: organisation.account.id };
}

/** Throws where there is no such organisation, or nobody of that login. */
function placeEdit(world: World, edit: OrganisationEdit): PlacedOrganisationEdit {
  const organisation = world.findOrganisation(edit.organisation);
  if (organisation === undefined)
    throw new Error(`There is no organisation ${edit.organisation} to be ${edit.kind}.`);
  const account = 'login' in edit ? world.findAccountByLogin(edit.login) : undefined;
  if ('login' in edit && account === undefined)
    throw new Error(`There is no account ${edit.login} to be ${edit.kind}.`);
  return { ...edit, organisationId: organisation.account.id, accountId: account?.id };
}

function moveSource(source: WorldSource, shiftSeconds: number): WorldSource {
  const { now, at } = source;
  return now === undefined || at === undefined || shiftSeconds === 0
    ? source
    : at(toInstant(toSeconds(now) + shiftSeconds));
}

function followWorld(current: () => World): World {
  return {
    get organisations() {
      return current().organisations;
    },
    get repositories() {
      return current().repositories;
    },
    findAccount: (id) => current().findAccount(id),
    findAccountByLogin: (login) => current().findAccountByLogin(login),
    findOrganisation: (login) => current().findOrganisation(login),
    findTeam: (id) => current().findTeam(id),
    searchAccounts: (query) => current().searchAccounts(query),
    organisationsOf: (id) => current().organisationsOf(id),
    repositoriesOf: (id) => current().repositoriesOf(id),
    findRepository: (id) => current().findRepository(id),
    findRepositoryByName: (owner, name) => current().findRepositoryByName(owner, name),
    findNode: (nodeId) => current().findNode(nodeId),
  };
}
