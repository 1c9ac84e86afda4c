import type { GitHubFailureKind } from '../github-failure.ts';
import type { Answer } from './answer.ts';
import { findGitHubMessage, hasGitHubMarks, isJsonBody } from './github-marks.ts';
import { findSsoUrl } from './sso-header.ts';
import type { Verdict } from './verdict.ts';
import { words } from './words.data.ts';

/**
 * What a REST answer, or the HTTP part of a GraphQL answer, means; undefined when it is fine. Decided by status, then
 * headers, then GitHub's words. `errors[]` of a GraphQL answer is judged by `parseGraphqlErrors`.
 */
export function classifyAnswer(answer: Answer): Verdict | undefined {
  const kind = classifyByStatus(answer);
  if (kind === undefined) return undefined;
  return {
    kind,
    githubMessage: findGitHubMessage(answer.body),
    ssoUrl: findSsoUrl(answer.headers),
    neededPermissions: listNeededPermissions(answer.headers),
  };
}

const bodiless = new Set([204, 205, 304]);

function classifyByStatus(answer: Answer): GitHubFailureKind | undefined {
  const { status } = answer;
  if (bodiless.has(status)) return undefined;
  if (status < 300) return classifyBody(answer);
  if (status < 400) return 'redirect-refused';
  if (status >= 500) return status === 502 || status === 504 ? 'timeout' : 'server';
  return hasGitHubMarks(answer) ? classifyRequestError(answer) : 'not-github';
}

function classifyRequestError(answer: Answer): GitHubFailureKind {
  switch (answer.status) {
    case 401:
      return 'not-signed-in';
    case 403:
    case 404:
      return classifyRefusal(answer);
    case 410:
    case 451:
      return 'gone';
    case 429:
      return classifyLimit(answer);
    default:
      return 'request-refused';
  }
}

/** A success must be JSON: a sign-in page, a proxy's greeting and half an answer are none. */
function classifyBody(answer: Answer): GitHubFailureKind | undefined {
  if (isJsonBody(answer)) return undefined;
  return hasGitHubMarks(answer) ? 'unreadable' : 'not-github';
}

function classifyRefusal(answer: Answer): GitHubFailureKind {
  if (answer.headers['x-github-sso']?.startsWith('required') === true) return 'sso-required';
  if (answer.status === 404) return 'gone';
  if (answer.headers['retry-after'] !== undefined || isUsedUp(answer.headers)) return classifyLimit(answer);
  const message = findGitHubMessage(answer.body) ?? '';
  return words.find(([pattern]) => pattern.test(message))?.[1] ?? 'scope-missing';
}

const classifyLimit = ({ headers }: Answer): GitHubFailureKind =>
  headers['retry-after'] === undefined && isUsedUp(headers) ? 'primary-limit' : 'secondary-limit';

/** "0 left of 0" is a host without limits. */
const isUsedUp = (headers: Answer['headers']): boolean =>
  headers['x-ratelimit-remaining'] === '0' && Number(headers['x-ratelimit-limit'] ?? '0') > 0;

/** What the request wanted and the token has not: permissions of fine-grained tokens, scopes of classic ones. */
function listNeededPermissions(headers: Answer['headers']): readonly string[] {
  const permissions = headers['x-accepted-github-permissions'];
  if (permissions !== undefined) return toList(permissions, /[,;]/);
  const granted = new Set(toList(headers['x-oauth-scopes'] ?? '', /,/));
  return toList(headers['x-accepted-oauth-scopes'] ?? '', /,/).filter((scope) => !granted.has(scope));
}

const toList = (text: string, separator: RegExp): string[] =>
  text
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '');
