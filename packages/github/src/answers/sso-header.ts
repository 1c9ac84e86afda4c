import type { Answer } from './answer.ts';

/**
 * `X-GitHub-SSO: required; url=https://github.com/orgs/acme/sso?…`: where to authorise a token, valid for an hour. Only
 * an address of the web is taken: it becomes a link.
 */
export const findSsoUrl = (headers: Answer['headers']): string | undefined =>
  headers['x-github-sso']?.match(/^required;\s*url=(https?:\/\/\S+)/)?.[1];

/** `X-GitHub-SSO: partial-results; organizations=21955855,20582480`: whose entries a list lacks. */
export function parseHiddenOrganisations(headers: Answer['headers']): readonly number[] {
  const ids = headers['x-github-sso']?.match(/^partial-results;\s*organizations=([\d,]+)/)?.[1];
  return ids === undefined
    ? []
    : ids
        .split(',')
        .map(Number)
        .filter((id) => Number.isSafeInteger(id) && id > 0);
}
