/** An account that is nobody's now, and may be somebody's. */
export interface OpenAccount {
  readonly accountId: number;
  readonly hostId: number;
  readonly githubId: number;
  readonly login: string;
  readonly name: string | undefined;
}

/** A person to whom something leads. */
export interface KnownPerson {
  readonly personId: number;
  readonly name: string;
}

/** An account, open or somebody's, to which GitHub joined an address. */
export interface Holder {
  readonly email: string;
  readonly accountId: number;
  readonly hostId: number;
  /** True where GitHub told an owner of the account's organisation that it is verified, at a domain the organisation has. */
  readonly isVerified: boolean;
}

/** A person who says that an address is theirs, or to whose account GitHub joined it. */
export interface Claim {
  readonly email: string;
  readonly personId: number;
  /** The login of the account it was joined to, where nobody said it. */
  readonly throughLogin: string | undefined;
}

/** A person and an account that look alike: the whole name, or the login. Never proof. */
export interface Likeness {
  readonly kind: 'name' | 'login';
  readonly personId: number;
  readonly accountId: number;
}

/** GitHub's own address of an account that a person said is theirs; the older form names the login alone. */
export interface Noreply {
  readonly email: string;
  readonly personId: number;
  readonly accountId: number;
  readonly form: 'id' | 'login';
}

/** Two that somebody said are not one person: an account and a person, or two accounts. */
export type Rejection =
  | { readonly accountId: number; readonly personId: number }
  | { readonly accountId: number; readonly otherAccountId: number };

/** Everything that is known about whose the open accounts may be, in any order. */
export interface Signs {
  readonly accounts: readonly OpenAccount[];
  readonly persons: readonly KnownPerson[];
  readonly holders: readonly Holder[];
  readonly claims: readonly Claim[];
  readonly noreplies: readonly Noreply[];
  readonly likenesses: readonly Likeness[];
  readonly rejections: readonly Rejection[];
  /** E-mail domains that are the workspace's own. */
  readonly domains: readonly string[];
}
