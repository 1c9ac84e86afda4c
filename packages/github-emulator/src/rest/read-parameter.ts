import { GitHubError } from '../http/github-error.ts';

/** One of the allowed values, or the fallback when absent. Throws 422 on another, as a strict GitHub does. */
export function readChoice<Choice extends string>(
  query: URLSearchParams,
  name: string,
  choices: readonly Choice[],
  fallback: Choice,
): Choice {
  const value = query.get(name);
  if (value === null) return fallback;
  const choice = choices.find((one) => one === value);
  if (choice === undefined) throw validationFailed(name, `is not one of ${choices.join(', ')}`);
  return choice;
}

/** Epoch milliseconds of `since`; undefined when absent. Throws 422 on what is no instant. */
export function readSinceMs(query: URLSearchParams): number | undefined {
  const value = query.get('since');
  if (value === null) return undefined;
  const atMs = Date.parse(value);
  if (Number.isNaN(atMs)) throw validationFailed('since', 'is not an ISO 8601 instant');
  return atMs;
}

function validationFailed(field: string, problem: string): GitHubError {
  return new GitHubError(422, 'Validation Failed', {
    errors: [{ resource: 'Request', field, code: 'invalid', message: `${field} ${problem}` }],
  });
}
