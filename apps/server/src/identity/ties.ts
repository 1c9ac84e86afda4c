import type { Evidence } from '@throughline/contract';
import type { Claim, Holder, Signs } from './signs.ts';

/** What ties an account to a person. */
export interface PersonTie {
  readonly accountId: number;
  readonly personId: number;
  readonly isProof: boolean;
  readonly evidence: Evidence;
}

/** What makes two accounts of different hosts one person's. Always proof. */
export interface AccountTie {
  readonly accountId: number;
  readonly otherAccountId: number;
  readonly evidence: Evidence;
}

/** An address that several accounts of one host have, or several people claim, says nothing for certain: it is shared. */
interface Address {
  readonly email: string;
  readonly holders: readonly Holder[];
  readonly claims: readonly Claim[];
  readonly isOneHolder: boolean;
  readonly isOnePerson: boolean;
  /** Of a group or a program, by its name. */
  readonly isGroups: boolean;
}

/** Every tie that the signs make, without those that were rejected. */
export function findTies(
  signs: Signs,
  rejected: ReadonlySet<string>,
): { readonly persons: readonly PersonTie[]; readonly accounts: readonly AccountTie[] } {
  const open = new Set(signs.accounts.map(({ accountId }) => accountId));
  const addresses = toAddresses(signs);
  const persons = [
    ...addresses.flatMap((address) => toEmailTies(address, signs.domains)),
    ...signs.noreplies.map(toNoreplyTie),
    ...signs.likenesses.map(toLikenessTie),
  ];
  return {
    persons: persons.filter(
      (tie) => open.has(tie.accountId) && !rejected.has(toPersonKey(tie.accountId, tie.personId)),
    ),
    accounts: addresses
      .flatMap(toAccountTies)
      .filter((tie) => open.has(tie.accountId) && open.has(tie.otherAccountId))
      .filter((tie) => !rejected.has(toPairKey(tie.accountId, tie.otherAccountId))),
  };
}

function toAddresses({ holders, claims }: Signs): readonly Address[] {
  const holdersByEmail = Map.groupBy(holders, ({ email }) => email);
  const claimsByEmail = Map.groupBy(claims, ({ email }) => email);
  return [...holdersByEmail.entries()]
    .filter(([email]) => !isNobodys(email))
    .map(([email, held]) => {
      const claimed = claimsByEmail.get(email) ?? [];
      return {
        email,
        holders: held,
        claims: claimed,
        isOneHolder: new Set(held.map(({ accountId }) => accountId)).size === countHosts(held),
        isOnePerson: new Set(claimed.map(({ personId }) => personId)).size <= 1,
        isGroups: isGroups(email),
      };
    });
}

const countHosts = (holders: readonly Holder[]): number => new Set(holders.map(({ hostId }) => hostId)).size;

/** Addresses to which nobody answers. */
const isNobodys = (email: string): boolean => /^(no-?reply|do-?not-?reply)@/.test(email);

/** Addresses under which whole groups and programs write. */
const isGroups = (email: string): boolean =>
  /^(root|admin|info|support|team|dev|build|ci|git|github|actions?|bot)@/.test(email);

function toEmailTies(address: Address, domains: readonly string[]): readonly PersonTie[] {
  const isProof = address.isOneHolder && address.isOnePerson && !address.isGroups;
  return address.holders.flatMap((holder) =>
    address.claims.map(({ personId, throughLogin }) => ({
      accountId: holder.accountId,
      personId,
      isProof,
      evidence: { kind: toEmailKind(holder, domains), text: toEmailText(address, holder, throughLogin) },
    })),
  );
}

const toEmailKind = ({ email, isVerified }: Holder, domains: readonly string[]): Evidence['kind'] => {
  if (isVerified) return 'verified-email';
  return domains.includes(toDomain(email)) ? 'verified-domain' : 'email';
};

function toEmailText(address: Address, holder: Holder, through: string | undefined): string {
  const joined = holder.isVerified
    ? toVerifiedText(holder.email, through)
    : toJoinedText(holder.email, through);
  if (!address.isOneHolder) return `${joined} Another account has it too, so it is no proof.`;
  if (!address.isOnePerson) return `${joined} Several people have this address here, so it is no proof.`;
  return address.isGroups ? `${joined} By its name it may be a group’s, so it is no proof.` : joined;
}

const toJoinedText = (email: string, through: string | undefined): string =>
  `GitHub joined ${email} to this account${through === undefined ? '' : ` and to their @${through}`}.`;

/** The cause of an address that GitHub told an owner of the organisation. */
export const toVerifiedText = (email: string, through?: string): string =>
  `Verified e-mail of ${toDomain(email)}, from GitHub: ${email}.${through === undefined ? '' : ` Their @${through} has it too.`}`;

export const toDomain = (email: string): string => email.slice(email.lastIndexOf('@') + 1);

const toNoreplyTie = ({ email, personId, accountId, form }: Signs['noreplies'][number]): PersonTie => ({
  accountId,
  personId,
  isProof: form === 'id',
  evidence: {
    kind: 'noreply',
    text:
      form === 'id'
        ? `${email} is GitHub’s own address for this account.`
        : `${email} is the older form of GitHub’s address for this login; whoever has the login now may be another.`,
  },
});

const toLikenessTie = ({ kind, personId, accountId }: Signs['likenesses'][number]): PersonTie => ({
  accountId,
  personId,
  isProof: false,
  evidence:
    kind === 'name'
      ? { kind, text: 'The account has the same name. A name alone is no proof.' }
      : { kind, text: 'The login is their name or address, written together. That is no proof.' },
});

/** An address on two hosts makes two accounts one person's, unless somebody shares it. */
function toAccountTies({
  email,
  holders,
  isOneHolder,
  isOnePerson,
  isGroups: isOfGroup,
}: Address): readonly AccountTie[] {
  if (!isOneHolder || !isOnePerson || isOfGroup) return [];
  const [first, ...others] = holders.toSorted((one, other) => one.accountId - other.accountId);
  if (first === undefined) return [];
  return others.map(({ accountId }) => ({
    accountId: first.accountId,
    otherAccountId: accountId,
    evidence: { kind: 'email', text: `GitHub joined ${email} to each of these accounts.` },
  }));
}

/** Every pair that somebody said is not one person. */
export function toRejected({ rejections }: Signs): ReadonlySet<string> {
  return new Set(
    rejections.map((rejection) =>
      'personId' in rejection
        ? toPersonKey(rejection.accountId, rejection.personId)
        : toPairKey(rejection.accountId, rejection.otherAccountId),
    ),
  );
}

export const toPersonKey = (accountId: number, personId: number): string => `${accountId} is ${personId}`;

export const toPairKey = (one: number, other: number): string =>
  `${Math.min(one, other)} and ${Math.max(one, other)}`;
