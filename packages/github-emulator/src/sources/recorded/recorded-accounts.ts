import { createAccount } from '../../world/create-account.ts';
import type { AccountRecord, AuthorAssociation, OrganisationRecord } from '../../world/model.ts';
import type { RecordedBodies } from './read-recorded-bodies.ts';
import type { AccountBody, RecordedAccount } from './recorded-bodies.ts';

/** The accounts the bodies name, each one record; details where its own body was recorded. */
export interface RecordedAccounts {
  readonly all: ReadonlyMap<number, AccountRecord>;
  account(body: AccountBody): AccountRecord;
  ghostOr(body: AccountBody | null): AccountRecord | undefined;
}

export function createRecordedAccounts(details: readonly RecordedAccount[]): RecordedAccounts {
  const all = new Map(details.map((body) => [body.id, toDetailedAccount(body)]));
  const account = (body: AccountBody): AccountRecord => {
    const known =
      all.get(body.id) ?? createAccount({ kind: body.type, id: body.id, login: toPlainLogin(body.login) });
    all.set(body.id, known);
    return known;
  };
  return { all, account, ghostOr: (body) => (body === null ? undefined : account(body)) };
}

/**
 * On GitHub the repository's owner is a person; clients of organisations would see nothing. So the world says that it was
 * transferred to an organisation of its committers, with the person as administrator; the old name redirects, as after
 * a transfer on GitHub, and nobody's login is changed.
 */
export function toRecordedOrganisation(
  login: string,
  bodies: RecordedBodies,
  accounts: RecordedAccounts,
): OrganisationRecord {
  const inside: readonly AuthorAssociation[] = ['OWNER', 'MEMBER', 'COLLABORATOR'];
  const written = [
    ...bodies.pulls,
    ...bodies.issues,
    ...bodies.reviews,
    ...bodies.comments,
    ...bodies.reviewComments,
  ];
  const owner = bodies.pulls[0]?.base.repo.owner;
  const committers = written.filter(({ author_association }) => inside.includes(author_association));
  const members = new Set(
    [owner, ...committers.map(({ user }) => user)].filter((body) => body != null).map(accounts.account),
  );
  return {
    account: createAccount({ kind: 'Organization', login, name: 'Recorded: ants' }),
    description: 'A recorded repository and those who commit to it.',
    basePermission: 'READ',
    members: [...members].map((account) => ({
      account,
      role: account.id === owner?.id ? 'ADMIN' : 'MEMBER',
    })),
    teams: [],
  };
}

function toDetailedAccount(body: RecordedAccount): AccountRecord {
  return createAccount({
    kind: body.type,
    id: body.id,
    login: toPlainLogin(body.login),
    name: body.name ?? undefined,
    email: body.email ?? undefined,
    company: body.company ?? undefined,
    location: body.location ?? undefined,
    bio: body.bio ?? undefined,
    createdAt: body.created_at,
    updatedAt: body.updated_at,
  });
}

function toPlainLogin(login: string): string {
  return login.replace(/\[bot\]$/, '');
}
