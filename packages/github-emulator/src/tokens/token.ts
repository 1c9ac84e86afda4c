import type { Random } from '../model/random.ts';

/** Scopes of classic tokens that mean something to an operation served here. */
export type Scope = string;

type TokenBase = {
  /** In the address of its settings. */
  readonly id: number;
  readonly value: string;
  /** Whose token it is, by the login of when it was made, and by the id, which stays. */
  readonly login: string;
  readonly accountId: number;
  readonly createdAtMs: number;
  /** Epoch milliseconds; undefined never expires. */
  readonly expiresAtMs: number | undefined;
  readonly isRevoked: boolean;
};

export type ClassicToken = TokenBase & {
  readonly kind: 'classic';
  /** What its owner noted about it. */
  readonly name: string;
  readonly scopes: readonly Scope[];
  /** Organisations with single sign-on that this token was authorised for. */
  readonly ssoOrganisations: readonly string[];
};

/** A user's token for an OAuth app, made by the web flow. */
export type OauthToken = TokenBase & {
  readonly kind: 'oauth';
  readonly clientId: string;
  readonly scopes: readonly Scope[];
  /** Organisations with single sign-on to which its user was signed in when the app was authorised. */
  readonly ssoOrganisations: readonly string[];
};

/** Tokens that reach what their user reaches, as far as their scopes go. */
export type ScopedToken = ClassicToken | OauthToken;

export type FineGrainedToken = TokenBase & {
  readonly kind: 'fine-grained';
  readonly name: string;
  /** The one account whose resources it may reach. */
  readonly resourceOwner: string;
  /** Names under the resource owner, all of them, or public reading only. */
  readonly repositories: 'all' | 'public' | readonly string[];
  /** GitHub's permission names, `{ pull_requests: 'read' }`; `metadata` comes with any. */
  readonly permissions: Readonly<Record<string, 'read' | 'write'>>;
  /** One that is pending or denied reads public things only. */
  readonly approval: 'approved' | 'pending' | 'denied';
};

/** Made by a person for themselves, in their settings. */
export type PersonalToken = ClassicToken | FineGrainedToken;

/** What an installation of a GitHub App acts with, for an hour. */
export type InstallationToken = TokenBase & {
  readonly kind: 'installation';
  readonly installationId: number;
  /** Narrowed when it was made; `all` that the installation covers. */
  readonly repositoryIds: 'all' | readonly number[];
  readonly permissions: Readonly<Record<string, 'read' | 'write' | 'admin'>>;
};

/** By which a GitHub App acts for a user: what both may. */
export type AppUserToken = TokenBase & {
  readonly kind: 'app-user';
  readonly clientId: string;
  /** Of a scoped one: the one account it reaches, and what there. */
  readonly narrowed: Narrowing | undefined;
};

export type Narrowing = {
  readonly accountId: number;
  readonly repositoryIds: 'all' | readonly number[];
  readonly permissions: InstallationToken['permissions'];
};

export type Token = ScopedToken | FineGrainedToken | InstallationToken | AppUserToken;

/** A token before the store has filed it. */
export type UnfiledToken = Unfiled<Token>;
type Unfiled<Kind> = Kind extends Token ? Omit<Kind, 'id' | 'createdAtMs'> & { createdAtMs?: number } : never;

/** Made for a user by an app, which may check and end it. */
export type AppIssuedToken = OauthToken | AppUserToken;

export function isAppIssued(token: Token): token is AppIssuedToken {
  return token.kind === 'oauth' || token.kind === 'app-user';
}

export function isPersonal(token: Token): token is PersonalToken {
  return token.kind === 'classic' || token.kind === 'fine-grained';
}

export function isScoped(token: Token): token is ScopedToken {
  return token.kind === 'classic' || token.kind === 'oauth';
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** A token value of GitHub's form for its kind. */
export function makeTokenValue(kind: Exclude<Token['kind'], 'installation'>, random: Random): string {
  if (kind === 'classic') return `ghp_${letters(36, random)}`;
  if (kind === 'app-user') return `ghu_${letters(36, random)}`;
  if (kind === 'oauth') return `gho_${letters(36, random)}`;
  return `github_pat_${letters(22, random)}_${letters(59, random)}`;
}

export function makeRefreshTokenValue(random: Random): string {
  return `ghr_${letters(76, random)}`;
}

/** Forty characters, or since April 2026 about 520 with the app's id, dots, dashes and underscores. */
export function makeInstallationTokenValue(appId: number, isStateless: boolean, random: Random): string {
  if (!isStateless) return `ghs_${letters(36, random)}`;
  const [header, payload] = [`eyJ${letters(33, random)}`, `eyJ${letters(120, random)}-${letters(5, random)}`];
  return `ghs_${appId}_${header}.${payload}.${letters(170, random)}_${letters(171, random)}`;
}

function letters(count: number, random: Random): string {
  return Array.from({ length: count }, () => alphabet[Math.floor(random() * alphabet.length)]).join('');
}
