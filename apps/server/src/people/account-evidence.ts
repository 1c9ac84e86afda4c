import type { Evidence } from '@throughline/contract';

/** What is known of a person when looking for their accounts. */
export interface KnownPerson {
  readonly name: string;
  readonly email: string | undefined;
}

/** What is known of an account that may be theirs. */
export interface CandidateAccount {
  readonly githubId: number;
  readonly login: string;
  readonly name: string | undefined;
  /** Addresses that GitHub joined to this account. */
  readonly emails: readonly string[];
  /** Those of them that GitHub told an owner of their organisation are verified, at a domain it has verified. */
  readonly verifiedEmails: readonly string[];
}

/**
 * Why an account may be a person's, strongest first; empty when nothing speaks for it. An e-mail address joined by
 * GitHub is proof of a kind, a name alone never is: two people called Dave stay two.
 */
export function toEvidence(person: KnownPerson, account: CandidateAccount): readonly Evidence[] {
  return [...byEmail(person, account), ...byName(person, account), ...byLogin(person, account)];
}

function* byEmail(person: KnownPerson, account: CandidateAccount): Iterable<Evidence> {
  if (person.email === undefined) return;
  if (account.verifiedEmails.includes(person.email)) {
    const domain = person.email.slice(person.email.lastIndexOf('@') + 1);
    yield { kind: 'verified-email', text: `Verified e-mail of ${domain}, from GitHub: ${person.email}.` };
  } else if (account.emails.includes(person.email)) {
    yield { kind: 'email', text: `GitHub joins commits by ${person.email} to this account.` };
  }
  const noreply = parseNoreply(person.email);
  if (noreply === undefined) return;
  if (noreply.githubId === account.githubId) {
    yield { kind: 'noreply', text: `${person.email} is GitHub’s own address for this account.` };
  } else if (noreply.githubId === undefined && isSame(noreply.login, account.login)) {
    yield {
      kind: 'noreply',
      text: `${person.email} is the older form of GitHub’s address for this login; it does not survive a rename.`,
    };
  }
}

function* byName(person: KnownPerson, account: CandidateAccount): Iterable<Evidence> {
  if (account.name !== undefined && isSame(account.name, person.name)) {
    yield { kind: 'name', text: `The account’s name is ${account.name}. A name alone is no proof.` };
  }
}

function* byLogin(person: KnownPerson, account: CandidateAccount): Iterable<Evidence> {
  const words = toWords(person.name);
  const mailbox = person.email?.split('@')[0];
  const login = toWords(account.login).join('');
  if (mailbox !== undefined && toWords(mailbox).join('') === login) {
    yield { kind: 'login', text: `The login is the name before the @ of ${person.email}.` };
  } else if (words.length > 1 && (login === words.join('') || login === [...words].reverse().join(''))) {
    yield { kind: 'login', text: 'The login is the name, written together.' };
  }
}

/** GitHub's two forms of private addresses: `ID+LOGIN@users.noreply.github.com` and, older, `LOGIN@…`. */
export function parseNoreply(
  email: string,
): { readonly githubId: number | undefined; readonly login: string } | undefined {
  const match = /^(?:(?<githubId>\d{1,15})\+)?(?<login>[^@+]+)@users\.noreply\.[^@]+$/i.exec(email);
  const login = match?.groups?.['login'];
  if (login === undefined) return undefined;
  const githubId = match?.groups?.['githubId'];
  return { githubId: githubId === undefined ? undefined : Number(githubId), login };
}

const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').trim().toLowerCase();

const isSame = (one: string, other: string): boolean => fold(one) === fold(other);

const toWords = (text: string): readonly string[] =>
  fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

/** What to look for when nobody said: the address first, then the name. */
export const toSearchTexts = (person: KnownPerson): readonly string[] =>
  person.email === undefined ? [person.name] : [person.email, person.name];
