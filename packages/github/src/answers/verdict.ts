import type { GitHubFailureKind } from '../github-failure.ts';

/** What a bad answer means. An answer without a verdict is fine. */
export interface Verdict {
  readonly kind: GitHubFailureKind;
  readonly githubMessage?: string | undefined;
  readonly ssoUrl?: string | undefined;
  readonly neededPermissions?: readonly string[] | undefined;
  /** `PullRequest.fullDatabaseId`: what the host's schema does not have. */
  readonly lacks?: string | undefined;
}
