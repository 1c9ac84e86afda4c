import type { GitHubFailureKind } from '../github-failure.ts';

/**
 * GitHub's sentences, where status, headers and types leave two meanings open. The last resort: each has a recorded
 * fixture in the test beside, and a sentence GitHub rewords falls back to the meaning of its status.
 */
export const words: readonly (readonly [pattern: RegExp, kind: GitHubFailureKind])[] = [
  [/secondary rate limit|abuse detection|temporarily blocked from content creation/i, 'secondary-limit'],
  [/API rate limit exceeded/i, 'primary-limit'],
  [/organization SAML enforcement/i, 'sso-required'],
  [/OAuth App access restrictions|has enabled OAuth App/i, 'organisation-approval'],
  [/forbids access via a (?:fine-grained )?personal access token/i, 'organisation-approval'],
  [/IP allow list enabled/i, 'organisation-approval'],
  [/token(?:'s)? lifetime/i, 'organisation-approval'],
  [/installation has been suspended/i, 'organisation-approval'],
  [/Maximum number of login attempts exceeded|Bad credentials/i, 'not-signed-in'],
  [/Resource not accessible by|Must have .* rights|required scopes/i, 'scope-missing'],
  [/may be the result of a timeout|took too long|couldn't respond to your request in time/i, 'timeout'],
];
