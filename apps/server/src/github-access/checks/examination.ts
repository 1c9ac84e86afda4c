import type {
  AppRecord,
  GitHubFailure,
  Installation,
  PermissionProbe,
  readMembership,
} from '@throughline/github';
import type { BucketUse } from '../quota/quota-use.sql.ts';

type Membership = Awaited<ReturnType<typeof readMembership>>;

/** What came of asking: an answer, a refusal that means something, a wait, or nothing. */
export type Heard<Value> =
  | { readonly kind: 'answered'; readonly value: Value }
  | { readonly kind: 'refused'; readonly failure: GitHubFailure }
  | { readonly kind: 'waits'; readonly untilAt: Date }
  /** Never asked, for something of ours failed before; `text` says what. */
  | { readonly kind: 'unasked'; readonly text: string };

/** How a host answered somebody without a credential. */
export type HostHeard =
  | {
      readonly kind: 'answered';
      readonly address: string;
      readonly status: number;
      /** It signs its answers as GitHub does. */
      readonly isGitHub: boolean;
      readonly dateAt: Date | undefined;
      readonly version: string | undefined;
      /** When the answer came, by this machine's clock. */
      readonly heardAt: Date;
    }
  | {
      readonly kind: 'failed';
      readonly address: string;
      readonly text: string;
      /** Of Node or undici: `ENOTFOUND`; `address-refused` where we would not go there. */
      readonly codes: readonly string[];
    };

/** Whom GitHub takes the credential for. */
export interface OwnerHeard {
  /** Undefined for an installation, which is nobody. */
  readonly login: string | undefined;
  /** Undefined where the credential has none. */
  readonly scopes: readonly string[] | undefined;
}

export interface OrganisationHeard {
  readonly githubId: number;
  readonly login: string;
  readonly publicRepositories: number | undefined;
  /** GitHub tells owners only. */
  readonly privateRepositories: number | undefined;
}

/** A GitHub App, and its installation on the organisation; undefined where there is none. */
export interface AppHeard {
  readonly app: AppRecord;
  readonly installation: Installation | undefined;
}

/** What may be asked about a connection. Each is asked at most once; none rejects but when its caller is gone. */
export interface Examination {
  host(): Promise<HostHeard>;
  owner(): Promise<Heard<OwnerHeard>>;
  organisation(): Promise<Heard<OrganisationHeard | undefined>>;
  /** Which login the organisation's id has today; undefined: nobody has it any more. */
  todaysLogin(): Promise<Heard<string | undefined>>;
  membership(): Promise<Heard<Membership>>;
  /** How many repositories of the organisation the credential sees. */
  repositoriesSeen(): Promise<Heard<number>>;
  probe(): Promise<Heard<PermissionProbe>>;
  /** Asked in the name of the App by whose installation the connection reads. */
  app(): Promise<Heard<AppHeard>>;
  /** Asked in the name of the App by which the connection acts, or is to. */
  acting(): Promise<Heard<AppHeard>>;
  buckets(): Promise<readonly BucketUse[]>;
  /** Opens the stored secret; resolves with nothing, or throws why it does not open. */
  openSecret(): Promise<void>;
}
