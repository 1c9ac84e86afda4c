import type { Answer } from './answer.ts';

const marks = [
  'x-github-request-id',
  'x-github-media-type',
  'x-github-enterprise-version',
  'x-github-api-version-selected',
];

/** Whether a GitHub wrote this: one of its headers, or the shape of its error bodies. */
export function hasGitHubMarks({ headers, body }: Answer): boolean {
  if (marks.some((name) => headers[name] !== undefined)) return true;
  return (
    isRecord(body) && typeof body['message'] === 'string' && typeof body['documentation_url'] === 'string'
  );
}

export function isJsonBody({ body }: Answer): boolean {
  return isRecord(body) || Array.isArray(body);
}

/** The sentence in an error body, over REST or in GraphQL's first error; cut to what fits a page. */
export function findGitHubMessage(body: unknown): string | undefined {
  if (!isRecord(body)) return undefined;
  const message = body['message'];
  return typeof message === 'string' && message !== '' ? message.slice(0, 500) : undefined;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof ArrayBuffer);
