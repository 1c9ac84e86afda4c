import type { ErrorCode } from '@throughline/contract';
import { GitHubFailure, type GitHubFailureKind, QuotaWait } from '@throughline/github';
import { AppError } from '../platform/errors/index.ts';

/** The stable code of each meaning a GitHub answer can have. */
const codes: Readonly<Record<GitHubFailureKind, ErrorCode>> = {
  'not-signed-in': 'github-not-signed-in',
  'sign-in-refused': 'github-sign-in-refused',
  'scope-missing': 'github-scope-missing',
  'sso-required': 'github-sso-required',
  'organisation-approval': 'github-organisation-approval',
  'primary-limit': 'github-primary-limit',
  'secondary-limit': 'github-secondary-limit',
  gone: 'github-gone',
  server: 'github-server',
  timeout: 'github-server',
  'resource-limit': 'github-resource-limit',
  'not-github': 'github-not-github',
  unreadable: 'github-unreadable',
  'redirect-refused': 'redirect-refused',
  unreachable: 'github-unreachable',
  'schema-lacks-field': 'github-schema-lacks-field',
  'request-refused': 'internal',
};

/** Failures that last until somebody does something about the credential. */
const lasting: ReadonlySet<GitHubFailureKind> = new Set<GitHubFailureKind>([
  'not-signed-in',
  'scope-missing',
  'sso-required',
  'organisation-approval',
]);

/** Whether a failure concerns the credential as a whole, so that the connection needs attention. */
export const needsAttention = (failure: GitHubFailure): boolean => lasting.has(failure.kind);

export const toErrorCode = (failure: GitHubFailure): ErrorCode => codes[failure.kind];

/** What a failed conversation with GitHub is to the edges: code, sentence and, where there is one, the repair's address. */
export function toAppError(thrown: unknown): unknown {
  if (thrown instanceof QuotaWait) {
    return new AppError(
      thrown.reason === 'secondary-limit' ? 'github-secondary-limit' : 'github-primary-limit',
      `GitHub’s quota for this token is used until ${thrown.untilAt.toISOString()}. Try again then.`,
      { cause: thrown },
    );
  }
  if (!(thrown instanceof GitHubFailure)) return thrown;
  if (thrown.cause instanceof AppError) return thrown.cause;
  return new AppError(codes[thrown.kind], thrown.message, {
    cause: thrown,
    ...(thrown.ssoUrl === undefined ? {} : { link: thrown.ssoUrl }),
    context: { status: thrown.status, githubMessage: thrown.githubMessage },
  });
}

/** Runs a conversation with GitHub on behalf of a route: what fails is said in the product's words. */
export async function asking<Answer>(conversation: () => Promise<Answer>): Promise<Answer> {
  try {
    return await conversation();
  } catch (thrown) {
    throw toAppError(thrown);
  }
}
