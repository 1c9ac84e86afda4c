import type { TokenKind } from '../client/to-token-kind.ts';
import type { QuotaResource, QuotaSnapshot } from '../quota/quota-gate.ts';
import type { AccountRecord } from '../records/account-record.ts';

/** Whose token it is, judged by the evidence that stands beside it. */
export interface TokenIdentity {
  readonly kind: 'person' | 'service-account' | 'bot' | 'installation';
  /** In words, each a full clause: "its name ends in -bot". Empty for a person. */
  readonly evidence: readonly string[];
}

export interface OrganisationSeen {
  readonly githubId: number;
  readonly login: string;
  /** `unknown`: the token sees the organisation but may not read the membership. */
  readonly role: 'owner' | 'member' | 'unknown';
  /** `required`: SAML single sign-on is on and this token is not authorised for it. */
  readonly sso: 'fine' | 'required';
  /** Where to authorise; works for an hour. */
  readonly ssoUrl: string | undefined;
  /** Why the organisation keeps this token out, whatever its owner may do there. */
  readonly refusal: OrganisationRefusal | undefined;
  /** Undefined where it was not looked at, or may not be. */
  readonly sees: RepositoriesSeen | undefined;
}

/** What GitHub said, or what follows from what it shows. */
export type OrganisationRefusal =
  /** Tokens of this kind are forbidden. */
  | { readonly kind: 'token-kind' }
  /** It may live longer than the organisation allows; `settingsUrl` is where GitHub says to change it. */
  | {
      readonly kind: 'lifetime';
      readonly days: number | undefined;
      readonly settingsUrl: string | undefined;
    }
  /** A member's fine-grained token that sees public things only: it waits for an owner, or was made for nothing private. */
  | { readonly kind: 'token-waits' }
  /** A fine-grained token of another resource owner. */
  | { readonly kind: 'other-owner'; readonly owner: string }
  /** A member's OAuth sign-in that sees public things only: not asked for, not decided or denied; GitHub does not tell which. */
  | { readonly kind: 'app-restricted' }
  /** Another rule, in GitHub's words: an IP allow list. */
  | { readonly kind: 'rule'; readonly githubMessage: string | undefined };

/** How many of an organisation's repositories a token sees. */
export interface RepositoriesSeen {
  readonly all: number;
  /** Internal ones are among them. */
  readonly private: number;
  /** How many there are; undefined where GitHub does not tell, which is mostly. */
  readonly privateTotal: number | undefined;
  /** How many were chosen for a fine-grained token; undefined where it is not limited to some, or that cannot be known. */
  readonly chosen: number | undefined;
}

/** Repositories in reach that belong to no organisation its owner is a member of, by full name. */
export interface RepositoriesApart {
  /** The owner's own. */
  readonly personal: readonly string[];
  /** Of others, to whom the owner is a collaborator from outside. */
  readonly outside: readonly string[];
  /** False: there are more than were listed. */
  readonly isWhole: boolean;
}

export type RateSeen =
  | { readonly kind: 'limited'; readonly resource: QuotaResource; readonly snapshot: QuotaSnapshot }
  /** The host sends no limits, or zeros. */
  | { readonly kind: 'unlimited'; readonly resource: QuotaResource };

/** What trying one thing showed. */
export type ProbeFinding = 'granted' | 'denied' | 'unknown';

/** Read permissions of a fine-grained token, by what they open. */
export interface PermissionProbe {
  readonly members: ProbeFinding;
  readonly pullRequests: ProbeFinding;
  readonly issues: ProbeFinding;
  readonly contents: ProbeFinding;
}

/** All that a token tells about itself. Holds no part of the token. */
export interface TokenReport {
  readonly tokenKind: TokenKind;
  /** Undefined for an installation token, which belongs to nobody. */
  readonly account: AccountRecord | undefined;
  readonly identity: TokenIdentity;
  /** Undefined where GitHub does not say (fine-grained, App). */
  readonly scopes: readonly string[] | undefined;
  /** Undefined: never, or not said. */
  readonly expiresAt: Date | undefined;
  /** What a token without scopes was seen to open, in the first of its organisations; undefined where scopes say it. */
  readonly probe: PermissionProbe | undefined;
  readonly organisations: readonly OrganisationSeen[];
  /** Organisations that GitHub left out of lists for want of single sign-on, by id; and of which not even the login is to be had. */
  readonly organisationIdsHiddenBySso: readonly number[];
  readonly apart: RepositoriesApart;
  readonly rates: readonly RateSeen[];
  /** `3.19.2`; undefined on github.com and GHE.com. */
  readonly serverVersion: string | undefined;
}
