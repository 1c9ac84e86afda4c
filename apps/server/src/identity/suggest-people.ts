import type { Evidence } from '@throughline/contract';
import { joinAccounts } from './join-accounts.ts';
import type { Holder, OpenAccount, Signs } from './signs.ts';
import {
  type AccountTie,
  findTies,
  type PersonTie,
  toDomain,
  toPairKey,
  toPersonKey,
  toRejected,
  toVerifiedText,
} from './ties.ts';

/** Accounts that may be one person's: of somebody who is here, or of a person to be made. */
export interface SuggestedPerson {
  readonly key: string;
  readonly personId: number | undefined;
  /** Of the person, or of the one to be made. */
  readonly name: string;
  readonly accountIds: readonly number[];
  readonly evidence: readonly Evidence[];
  readonly isCertain: boolean;
  /** Addresses for a person to be made: those of the workspace's own domains first. */
  readonly emails: readonly string[];
}

/** Accounts that proof makes one, with what leads from them to people. */
interface Group {
  readonly accounts: readonly OpenAccount[];
  readonly accountTies: readonly AccountTie[];
  readonly personTies: readonly PersonTie[];
  readonly emails: readonly Holder[];
}

interface Known {
  readonly names: ReadonlyMap<number, string>;
  readonly domains: readonly string[];
  readonly rejected: ReadonlySet<string>;
}

/**
 * Who the open accounts may be. The same signs give the same answer in whatever order they come. Only proof joins
 * accounts or makes a suggestion certain; a likeness of names leads to one account and one person at most, to be looked at.
 */
export function suggestPeople(signs: Signs): readonly SuggestedPerson[] {
  const rejected = toRejected(signs);
  const known: Known = {
    names: new Map(signs.persons.map(({ personId, name }) => [personId, name])),
    domains: signs.domains,
    rejected,
  };
  return toGroups(signs, rejected)
    .flatMap((group) => toSuggestions(group, known))
    .toSorted(
      (one, other) =>
        Number(other.isCertain) - Number(one.isCertain) ||
        compareText(one.name.toLowerCase(), other.name.toLowerCase()) ||
        compareText(one.key, other.key),
    );
}

const compareText = (one: string, other: string): number => (one < other ? -1 : Number(one > other));

function toGroups(signs: Signs, rejected: ReadonlySet<string>): readonly Group[] {
  const ties = findTies(signs, rejected);
  const tiesByAccount = Map.groupBy(ties.persons, ({ accountId }) => accountId);
  const accountTies = Map.groupBy(ties.accounts, ({ accountId }) => accountId);
  const emails = Map.groupBy(signs.holders, ({ accountId }) => accountId);
  return joinAccounts(signs.accounts, ties.accounts)
    .flatMap((accounts) => (hasRejectedPair(accounts, rejected) ? accounts.map((one) => [one]) : [accounts]))
    .map((accounts) => ({
      accounts,
      accountTies:
        accounts.length === 1 ? [] : accounts.flatMap(({ accountId }) => accountTies.get(accountId) ?? []),
      personTies: accounts.flatMap(({ accountId }) => tiesByAccount.get(accountId) ?? []),
      emails: accounts.flatMap(({ accountId }) => emails.get(accountId) ?? []),
    }));
}

/** Two of which somebody said that they are not one person do not become one through a third. */
const hasRejectedPair = (accounts: readonly OpenAccount[], rejected: ReadonlySet<string>): boolean =>
  accounts.length > 1 &&
  accounts.some((one, place) =>
    accounts.slice(place + 1).some((other) => rejected.has(toPairKey(one.accountId, other.accountId))),
  );

function toSuggestions(group: Group, known: Known): readonly SuggestedPerson[] {
  const { names, domains, rejected } = known;
  const proven = new Set(group.personTies.filter(({ isProof }) => isProof).map(({ personId }) => personId));
  const [only] = proven;
  const isWhole = (personId: number) =>
    !group.accounts.some(({ accountId }) => rejected.has(toPersonKey(accountId, personId)));
  if (proven.size === 1 && only !== undefined && isWhole(only)) return [toWhole(group, only, names)];
  if (proven.size > 0) return [...proven].map((personId) => toPart(group, personId, names));
  const made = isKeptApart(group, rejected) ? undefined : toMade(group, domains);
  if (made !== undefined && group.personTies.length === 0) return [made];
  const likely = new Set(group.personTies.map(({ personId }) => personId));
  return [...likely].map((personId) => toPart(group, personId, names));
}

/** True for an account of which somebody said that it is to be made no person of. */
const isKeptApart = ({ accounts }: Group, rejected: ReadonlySet<string>): boolean =>
  accounts.every(({ accountId }) => rejected.has(toPairKey(accountId, accountId)));

/** All of a group is one person's, by proof. */
function toWhole(group: Group, personId: number, names: ReadonlyMap<number, string>): SuggestedPerson {
  const accountIds = toIds(group.accounts);
  const own = group.personTies.filter((tie) => tie.personId === personId).map(({ evidence }) => evidence);
  return {
    key: toKey(personId, accountIds),
    personId,
    name: names.get(personId) ?? '',
    accountIds,
    evidence: toEvidence([...own, ...group.accountTies.map(({ evidence }) => evidence)]),
    isCertain: true,
    emails: [],
  };
}

/** Those accounts of a group that something ties to this person, to be looked at. */
function toPart(group: Group, personId: number, names: ReadonlyMap<number, string>): SuggestedPerson {
  const own = group.personTies.filter((tie) => tie.personId === personId);
  const accountIds = [...new Set(own.map(({ accountId }) => accountId))].toSorted(
    (one, other) => one - other,
  );
  return {
    key: toKey(personId, accountIds),
    personId,
    name: names.get(personId) ?? '',
    accountIds,
    evidence: toEvidence(own.map(({ evidence }) => evidence)),
    isCertain: false,
    emails: [],
  };
}

/** A person to be made of accounts that are one, or that have an address at a domain of our own. */
function toMade(
  { accounts, accountTies, emails }: Group,
  domains: readonly string[],
): SuggestedPerson | undefined {
  const own = emails
    .filter(({ email, isVerified }) => isVerified || domains.includes(toDomain(email)))
    .toSorted((one, other) => compareText(one.email, other.email));
  if (accounts.length === 1 && own.length === 0) return undefined;
  const accountIds = toIds(accounts);
  return {
    key: toKey(undefined, accountIds),
    personId: undefined,
    name: toName(accounts),
    accountIds,
    evidence: toEvidence([...own.map(toOwnEvidence), ...accountTies.map(({ evidence }) => evidence)]),
    isCertain: true,
    emails: [...new Set(own.map(({ email }) => email))],
  };
}

const toOwnEvidence = ({ email, isVerified }: Holder): Evidence =>
  isVerified
    ? { kind: 'verified-email', text: toVerifiedText(email) }
    : { kind: 'verified-domain', text: `GitHub joined ${email} to it, an address of your own domain.` };

const toIds = (accounts: readonly OpenAccount[]): readonly number[] =>
  accounts.map(({ accountId }) => accountId).toSorted((one, other) => one - other);

/** The longest name that one of the accounts has, else the first login. */
function toName(accounts: readonly OpenAccount[]): string {
  const named = accounts.flatMap(({ name }) =>
    name === undefined || name.trim() === '' ? [] : [name.trim()],
  );
  const logins = accounts.map(({ login }) => login).toSorted(compareText);
  return (
    named.toSorted((one, other) => other.length - one.length || compareText(one, other))[0] ?? logins[0] ?? ''
  );
}

const toKey = (personId: number | undefined, accountIds: readonly number[]): string =>
  `${personId ?? 'new'}:${accountIds.join(',')}`;

const strength = ['own-account', 'verified-email', 'verified-domain', 'email', 'noreply', 'login', 'name'];

/** Each sentence once, the strongest first; six say enough. */
function toEvidence(all: readonly Evidence[]): readonly Evidence[] {
  const byText = new Map(all.map((evidence) => [evidence.text, evidence]));
  return [...byText.values()]
    .toSorted(
      (one, other) =>
        strength.indexOf(one.kind) - strength.indexOf(other.kind) || compareText(one.text, other.text),
    )
    .slice(0, 6);
}
