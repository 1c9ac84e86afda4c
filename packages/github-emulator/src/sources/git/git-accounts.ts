import { createAccount } from '../../world/create-account.ts';
import type { AccountRecord } from '../../world/model.ts';
import type { GitPerson } from './git-entry.ts';

/** Who is behind a name and e-mail; undefined for a machine, GitHub's own signature, or an e-mail that is none. */
export interface GitAccounts {
  readonly all: readonly AccountRecord[];
  find(person: Pick<GitPerson, 'email' | 'name'>): AccountRecord | undefined;
}

/**
 * Accounts as GitHub would link them, as far as git tells. A noreply e-mail says the login and, in its newer form, the id. Any
 * other believable e-mail belongs to the account of the same full name, or to one made from the name; the same history always
 * gives the same accounts.
 */
export function createGitAccounts(people: Iterable<Pick<GitPerson, 'email' | 'name'>>): GitAccounts {
  const distinct = new Map(
    [...people].map((person) => [`${person.email.toLowerCase()} ${person.name}`, person]),
  );
  const registry = createRegistry();
  const rest: Pick<GitPerson, 'email' | 'name'>[] = [];
  const nameForms: { readonly person: Pick<GitPerson, 'email' | 'name'>; readonly login: string }[] = [];
  for (const person of distinct.values()) {
    const noreply = parseNoreply(person.email);
    if (noreply?.id !== undefined) registry.add(toIdentified(noreply.id, noreply.login, person.name), person);
    else if (noreply !== undefined) nameForms.push({ person, login: noreply.login });
    else if (isBelievable(person.email)) rest.push(person);
  }
  for (const { person, login } of nameForms) registry.add(toKind(login, person.name), person);
  for (const person of rest) registry.addByName(person);
  return { all: registry.accounts(), find: registry.find };
}

interface Noreply {
  readonly login: string;
  readonly id: number | undefined;
}

/** `ID+LOGIN@users.noreply.github.com` and the older form without id. */
export function parseNoreply(email: string): Noreply | undefined {
  const match = /^(?:(\d{1,15})\+)?([^@+\s]+)@users\.noreply\.github\.com$/i.exec(email.trim());
  if (match === null) return undefined;
  return { login: match[2] ?? '', id: match[1] === undefined ? undefined : Number(match[1]) };
}

/** Where an e-mail names no person: machines, `noreply@…`, no address at all. */
function isBelievable(email: string): boolean {
  if (!/^[^@\s<>]+@[^@\s<>]+\.[a-z]{2,}$/i.test(email)) return false;
  return !/^(no-?reply|root|actions|bot)@|@localhost|\.(local|localdomain|internal|lan|\(none\))$/i.test(
    email,
  );
}

const botSuffix = '[bot]';

/** Bots whose noreply e-mail says neither `[bot]` nor their name. */
const botIds: ReadonlySet<number> = new Set([175_728_472, 198_982_749, 223_556_219]);

function toIdentified(id: number, login: string, name: string): Linked['known'] {
  const known = toKind(login, name);
  return { ...known, kind: botIds.has(id) ? 'Bot' : known.kind, id };
}

function toKind(login: string, name: string): Pick<AccountRecord, 'kind' | 'login'> {
  const told = [login, name].find((text) => text.endsWith(botSuffix));
  if (told === undefined) return { kind: 'User', login };
  return { kind: 'Bot', login: told.slice(0, -botSuffix.length) };
}

interface Linked {
  readonly known: Pick<AccountRecord, 'kind' | 'login'> & { readonly id?: number };
  name: string;
  readonly emails: Set<string>;
}

function createRegistry() {
  const byLogin = new Map<string, Linked>();
  const byId = new Map<number, Linked>();
  const byEmail = new Map<string, Linked>();
  const byName = new Map<string, Linked>();
  const made = new Map<Linked, AccountRecord>();

  const link = (linked: Linked, person: Pick<GitPerson, 'email' | 'name'>): void => {
    linked.emails.add(person.email);
    if (linked.name === linked.known.login && isFullName(person.name)) linked.name = person.name;
    byEmail.set(person.email.toLowerCase(), linked);
    if (isFullName(person.name) && !byName.has(toNameKey(person.name)))
      byName.set(toNameKey(person.name), linked);
  };
  const add = (known: Linked['known'], person: Pick<GitPerson, 'email' | 'name'>): void => {
    const loginKey = known.login.toLowerCase();
    const earlier = known.id === undefined ? byLogin.get(loginKey) : byId.get(known.id);
    const linked = earlier ?? { known, name: known.login, emails: new Set() };
    if (known.id !== undefined) byId.set(known.id, linked);
    if (!byLogin.has(loginKey)) byLogin.set(loginKey, linked);
    link(linked, person);
  };
  /** A single word is enough where it is the very login that a noreply e-mail told. */
  const findByLogin = ({ name }: Pick<GitPerson, 'name'>): Linked | undefined => {
    const linked = byLogin.get(name.trim().toLowerCase());
    return linked?.known.id === undefined ? undefined : linked;
  };
  const toRecord = (linked: Linked): AccountRecord => {
    const { known, name, emails } = linked;
    const record = made.get(linked) ?? createAccount({ ...known, name, verifiedEmails: [...emails] });
    made.set(linked, record);
    return record;
  };
  return {
    add,
    addByName(person: Pick<GitPerson, 'email' | 'name'>): void {
      const known =
        byEmail.get(person.email.toLowerCase()) ?? byName.get(toNameKey(person.name)) ?? findByLogin(person);
      if (known !== undefined && known.known.kind === 'User') link(known, person);
      else add({ kind: 'User', login: toFreeLogin(person, byLogin) }, person);
    },
    find: ({ email }: Pick<GitPerson, 'email'>) => {
      const linked = byEmail.get(email.toLowerCase());
      return linked && toRecord(linked);
    },
    accounts: () => [...new Set([...byLogin.values(), ...byId.values()])].map(toRecord),
  };
}

/** One word is not enough to say that two e-mails are one person's. */
function isFullName(name: string): boolean {
  return /\S\s+\S/.test(name.trim());
}

function toNameKey(name: string): string {
  return isFullName(name) ? name.trim().toLowerCase().replace(/\s+/g, ' ') : '';
}

function toFreeLogin(
  { email, name }: Pick<GitPerson, 'email' | 'name'>,
  taken: ReadonlyMap<string, unknown>,
): string {
  const base = toLogin(name) || toLogin(email.slice(0, email.indexOf('@'))) || 'somebody';
  let login = base;
  for (let next = 2; taken.has(login); next += 1) login = `${base}-${next}`;
  return login;
}

function toLogin(text: string): string {
  const plain = text.normalize('NFKD').toLowerCase();
  return plain
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 36);
}
