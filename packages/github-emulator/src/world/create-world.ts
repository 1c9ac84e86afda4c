import { findWorldNode } from './find-world-node.ts';
import { mergeOrganisations } from './merge-organisations.ts';
import type {
  AccountRecord,
  FoundRepository,
  RepositorySource,
  TeamRecord,
  World,
  WorldSource,
} from './model.ts';
import { searchAccounts } from './search-accounts.ts';

/**
 * Sources side by side as one world. An account two sources name is taken from the first; an organisation's members and
 * teams are joined. Throws when two repositories have the same id or the same name.
 */
export function createWorld(sources: readonly WorldSource[]): World {
  const organisations = mergeOrganisations(sources.flatMap((source) => source.organisations));
  const repositories = sources.flatMap((source) => source.repositories);
  const accounts = indexAccounts([
    ...organisations.map(({ account }) => account),
    ...sources.flatMap((source) => source.accounts),
  ]);
  const byName = indexNames(repositories);
  const byId = new Map(repositories.map((repository) => [repository.record.id, repository]));
  const teams = new Map<number, TeamRecord>(
    organisations.flatMap((one) => one.teams.map((team) => [team.id, team])),
  );
  const world: World = {
    organisations,
    repositories,
    findAccount: (id) => accounts.byId.get(id),
    findAccountByLogin: (login) => accounts.byLogin.get(toLoginKey(login)),
    findOrganisation: (login) =>
      organisations.find(({ account }) => account.login.toLowerCase() === login.toLowerCase()),
    findTeam: (id) => teams.get(id),
    searchAccounts: (query) => searchAccounts(accounts.byId.values(), query),
    organisationsOf: (id) =>
      organisations.filter(({ members }) => members.some((member) => member.account.id === id)),
    repositoriesOf: (ownerId) => repositories.filter(({ record }) => record.owner.id === ownerId),
    findRepository: (id) => byId.get(id),
    findRepositoryByName: (owner, name) => byName.get(`${owner}/${name}`.toLowerCase()),
    findNode: (nodeId) => findWorldNode(world, nodeId),
  };
  return world;
}

function indexAccounts(accounts: readonly AccountRecord[]) {
  const byId = new Map<number, AccountRecord>();
  const byLogin = new Map<string, AccountRecord>();
  for (const account of accounts) {
    if (byId.has(account.id)) continue;
    byId.set(account.id, account);
    if (!byLogin.has(toLoginKey(account.login))) byLogin.set(toLoginKey(account.login), account);
  }
  return { byId, byLogin };
}

function toLoginKey(login: string): string {
  return login.toLowerCase().replace(/\[bot\]$/, '');
}

/** A current name wins over a former one, as on GitHub: a redirect ends when the old name is used again. */
function indexNames(repositories: readonly RepositorySource[]): Map<string, FoundRepository> {
  const names = new Map<string, FoundRepository>();
  const ids = new Set<number>();
  for (const source of repositories) {
    const fullName = `${source.record.owner.login}/${source.record.name}`.toLowerCase();
    if (names.has(fullName)) throw new Error(`Two sources bring a repository named ${fullName}. Rename one.`);
    if (ids.has(source.record.id))
      throw new Error(`Two repositories have the id ${source.record.id}; one is ${fullName}.`);
    ids.add(source.record.id);
    names.set(fullName, { source, isRedirected: false });
  }
  for (const source of repositories) {
    for (const former of source.record.formerNames) {
      const key = former.toLowerCase();
      if (!names.has(key)) names.set(key, { source, isRedirected: true });
    }
  }
  return names;
}
