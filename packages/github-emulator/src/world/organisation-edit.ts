import type { AccountRecord, OrganisationRecord, OrganisationRole, World, WorldSource } from './model.ts';

/** Something done to an organisation while the world stands still; `organisation` is its login of the moment. */
export type OrganisationEdit = { readonly organisation: string } & (
  | { readonly kind: 'renamed'; readonly to: string }
  | { readonly kind: 'deleted' }
  | { readonly kind: 'joined'; readonly login: string; readonly role: OrganisationRole }
  | { readonly kind: 'left'; readonly login: string }
);

/** An edit by ids, which stay when logins change. */
export type PlacedOrganisationEdit = OrganisationEdit & {
  readonly organisationId: number;
  /** Of who joined or left. */
  readonly accountId: number | undefined;
};

/** The source with the edits made, in their order. */
export function applyOrganisationEdits(
  source: WorldSource,
  edits: readonly PlacedOrganisationEdit[],
  findAccount: World['findAccount'],
): WorldSource {
  return edits.reduce((edited, edit) => applyEdit(edited, edit, findAccount), source);
}

function applyEdit(
  source: WorldSource,
  edit: PlacedOrganisationEdit,
  findAccount: World['findAccount'],
): WorldSource {
  const { organisationId, accountId } = edit;
  switch (edit.kind) {
    case 'renamed':
      return rename(source, organisationId, edit.to);
    case 'deleted':
      return remove(source, organisationId);
    case 'joined': {
      const account = findAccount(accountId ?? 0);
      const joined = account === undefined ? [] : [{ account, role: edit.role }];
      return changeMembers(source, edit, (others) => [...others, ...joined]);
    }
    case 'left':
      return changeMembers(source, edit, (others) => others);
  }
}

type Members = OrganisationRecord['members'];

function changeMembers(
  source: WorldSource,
  { organisationId, accountId }: PlacedOrganisationEdit,
  toMembers: (others: Members) => Members,
): WorldSource {
  const organisations = source.organisations.map((one) => {
    if (one.account.id !== organisationId) return one;
    const members = toMembers(one.members.filter(({ account }) => account.id !== accountId));
    const isMember = (id: number) => members.some(({ account }) => account.id === id);
    // Who leaves the organisation leaves its teams.
    const teams = one.teams.map((team) => ({
      ...team,
      members: team.members.filter(({ account }) => account.id !== accountId || isMember(account.id)),
    }));
    return { ...one, members, teams };
  });
  return { ...source, organisations };
}

function rename(source: WorldSource, id: number, login: string): WorldSource {
  const follow = (account: AccountRecord): AccountRecord =>
    account.id === id ? { ...account, login } : account;
  return {
    ...source,
    accounts: source.accounts.map(follow),
    organisations: source.organisations.map((one) => ({ ...one, account: follow(one.account) })),
    repositories: source.repositories.map((repository) => {
      const { record } = repository;
      if (record.owner.id !== id) return repository;
      const formerNames = [...record.formerNames, `${record.owner.login}/${record.name}`];
      return { ...repository, record: { ...record, owner: follow(record.owner), formerNames } };
    }),
  };
}

function remove(source: WorldSource, id: number): WorldSource {
  return {
    ...source,
    accounts: source.accounts.filter((account) => account.id !== id),
    organisations: source.organisations.filter(({ account }) => account.id !== id),
    repositories: source.repositories.filter(({ record }) => record.owner.id !== id),
  };
}
