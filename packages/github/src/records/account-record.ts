/** GitHub's own words for it (`__typename` of an actor, `type` over REST). */
export type AccountKind = 'User' | 'Bot' | 'Organization' | 'Mannequin';

/** A login at GitHub. `githubId` decides, the login is an attribute: a freed login may be somebody else's tomorrow. */
export interface AccountRecord {
  readonly kind: AccountKind;
  readonly githubId: number;
  readonly nodeId: string;
  readonly login: string;
  readonly name: string | undefined;
  readonly avatarUrl: string | undefined;
}

/** Someone whose account is gone. */
export interface Ghost {
  readonly kind: 'ghost';
}

export type ActorRecord = AccountRecord | Ghost;

export const ghost: Ghost = { kind: 'ghost' };
