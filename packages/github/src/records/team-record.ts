import type { AccountRecord } from './account-record.ts';

/** A team of an organisation with its own members, not those of teams nested in it. */
export interface TeamRecord {
  readonly githubId: number;
  readonly nodeId: string;
  readonly slug: string;
  readonly name: string;
  /** The team it is nested in. */
  readonly parentGithubId: number | undefined;
  readonly members: readonly { readonly account: AccountRecord; readonly isMaintainer: boolean }[];
  /** False where members were withheld or could not be read: who is not among them may be one all the same. */
  readonly areMembersWhole: boolean;
}
