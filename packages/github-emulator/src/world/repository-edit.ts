import type { Permission, RepositorySource, World, WorldSource } from './model.ts';

/** Something done to one repository while the world stands still, whatever source it is of. */
export type RepositoryEdit =
  | { readonly kind: 'renamed'; readonly repositoryId: number; readonly name: string }
  | { readonly kind: 'transferred'; readonly repositoryId: number; readonly owner: string }
  | { readonly kind: 'archived'; readonly repositoryId: number; readonly isArchived: boolean }
  | { readonly kind: 'deleted'; readonly repositoryId: number }
  /** Gives somebody access to it by themselves, or takes that back. */
  | {
      readonly kind: 'collaborator';
      readonly repositoryId: number;
      readonly login: string;
      readonly permission: Permission | null;
    };

/** The source with the edits made, in their order. */
export function applyEdits(
  source: WorldSource,
  edits: readonly RepositoryEdit[],
  findAccount: World['findAccountByLogin'],
): WorldSource {
  if (edits.length === 0) return source;
  const repositories = source.repositories.flatMap((repository) => {
    const own = edits.filter(({ repositoryId }) => repositoryId === repository.record.id);
    if (own.some(({ kind }) => kind === 'deleted')) return [];
    return [own.reduce((edited, edit) => applyEdit(edited, edit, findAccount), repository)];
  });
  return { ...source, repositories };
}

function applyEdit(
  repository: RepositorySource,
  edit: RepositoryEdit,
  findAccount: World['findAccountByLogin'],
): RepositorySource {
  const { record } = repository;
  const formerNames = [...record.formerNames, `${record.owner.login}/${record.name}`];
  switch (edit.kind) {
    case 'renamed':
      return { ...repository, record: { ...record, name: edit.name, formerNames } };
    case 'transferred': {
      const owner = findAccount(edit.owner);
      if (owner === undefined) throw new Error(`There is no account ${edit.owner} to transfer to.`);
      return { ...repository, record: { ...record, owner, formerNames } };
    }
    case 'archived':
      return { ...repository, record: { ...record, isArchived: edit.isArchived } };
    case 'collaborator': {
      const account = findAccount(edit.login);
      if (account === undefined) throw new Error(`There is no account ${edit.login} to give access to.`);
      const others = record.directCollaborators.filter((one) => one.account.id !== account.id);
      const given = edit.permission === null ? [] : [{ account, permission: edit.permission }];
      return { ...repository, record: { ...record, directCollaborators: [...others, ...given] } };
    }
    case 'deleted':
      return repository;
  }
}
