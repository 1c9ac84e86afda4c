/** What an account, an organisation and a team are in the emulated world. An absent account is GitHub's ghost: `undefined`. */

/** An instant in GitHub's form, UTC to the second: `2026-03-01T09:30:00Z`. */
export type Instant = string;

export type AccountKind = 'User' | 'Bot' | 'Organization' | 'Mannequin';

/** `login` is GraphQL's form: a bot's has no `[bot]` suffix, which REST adds (see `restLogin`). */
export interface AccountRecord {
  readonly kind: AccountKind;
  readonly id: number;
  readonly nodeId: string;
  readonly login: string;
  readonly name: string | undefined;
  /** The public e-mail; undefined where the person shows none. */
  readonly email: string | undefined;
  /** Every verified e-mail, which links commits to the account; never served. */
  readonly verifiedEmails: readonly string[];
  readonly company: string | undefined;
  readonly location: string | undefined;
  readonly bio: string | undefined;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
}

export type OrganisationRole = 'ADMIN' | 'MEMBER';

export interface MembershipRecord {
  readonly account: AccountRecord;
  readonly role: OrganisationRole;
}

export interface TeamMembershipRecord {
  readonly account: AccountRecord;
  readonly role: 'MAINTAINER' | 'MEMBER';
}

export interface TeamRecord {
  readonly id: number;
  readonly nodeId: string;
  readonly organisationId: number;
  readonly slug: string;
  readonly name: string;
  readonly description: string | undefined;
  /** The team it is nested in. */
  readonly parentId: number | undefined;
  /** Its own; members of teams nested in it are members of it too, as GitHub counts. */
  readonly members: readonly TeamMembershipRecord[];
  /** Ids of the repositories the team reaches, with its permission there. */
  readonly repositories: readonly { readonly repositoryId: number; readonly permission: Permission }[];
}

export type Permission = 'READ' | 'TRIAGE' | 'WRITE' | 'MAINTAIN' | 'ADMIN';

export interface OrganisationRecord {
  readonly account: AccountRecord;
  readonly description: string | undefined;
  /** What every member may do in every repository of the organisation; `NONE` on strict ones. */
  readonly basePermission: Permission | 'NONE';
  readonly members: readonly MembershipRecord[];
  readonly teams: readonly TeamRecord[];
}

/** The login as REST writes it: bots carry `[bot]`. */
export function restLogin(account: AccountRecord): string {
  return account.kind === 'Bot' ? `${account.login}[bot]` : account.login;
}
