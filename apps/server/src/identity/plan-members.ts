import type { MemberRow } from '@throughline/contract';
import type { KnownMember } from './members.sql.ts';
import type { SuggestedPerson } from './suggest-people.ts';

/** What making people of members would do: a row for each, what is suggested for some, and of whom people are made. */
export interface MemberPlan {
  readonly rows: readonly MemberRow[];
  readonly accepted: readonly SuggestedPerson[];
  readonly madeAccountIds: readonly number[];
}

/** Who has an account here stays; proof links before anybody is made; programs stay apart. */
export function planMembers(
  members: readonly KnownMember[],
  suggested: readonly SuggestedPerson[],
  slugs: ReadonlyMap<number, string>,
): MemberPlan {
  const certain = suggested.filter(({ isCertain }) => isCertain);
  const byAccount = new Map(certain.flatMap((one) => one.accountIds.map((accountId) => [accountId, one])));
  const rows = members.map((member) => toRow(member, byAccount.get(member.accountId), slugs));
  const wanted = members.filter((member) => isMissing(member));
  return {
    rows,
    accepted: [...new Set(wanted.flatMap(({ accountId }) => byAccount.get(accountId) ?? []))],
    madeAccountIds: wanted
      .filter(({ accountId }) => !byAccount.has(accountId))
      .map(({ accountId }) => accountId),
  };
}

const isMissing = (member: KnownMember): boolean => member.slug === null && member.class === 'person';

function toRow(
  member: KnownMember,
  suggested: SuggestedPerson | undefined,
  slugs: ReadonlyMap<number, string>,
): MemberRow {
  const base = { login: member.login, name: member.name ?? member.login, class: member.class };
  if (member.slug !== null && member.personName !== null) {
    return { ...base, does: 'here', person: { slug: member.slug, name: member.personName } };
  }
  if (member.class !== 'person') return { ...base, does: 'apart' };
  const slug = suggested?.personId === undefined ? undefined : slugs.get(suggested.personId);
  if (suggested === undefined || slug === undefined) return { ...base, does: 'adds' };
  return { ...base, does: 'links', person: { slug, name: suggested.name } };
}
