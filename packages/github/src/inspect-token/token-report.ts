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

/** All that a token tells about itself in half a dozen requests. Holds no part of the token. */
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
  readonly rates: readonly RateSeen[];
  /** `3.19.2`; undefined on github.com and GHE.com. */
  readonly serverVersion: string | undefined;
}
