import type { Answer } from '../answers/answer.ts';

/** The answer in what Octokit returned or threw; undefined when there was none. */
export function findAnswer(outcome: unknown): Answer | undefined {
  const response = isResponse(outcome) ? outcome : findResponse(outcome);
  if (response === undefined) return undefined;
  return { status: response.status, headers: toTextHeaders(response.headers), body: response.data };
}

interface OctokitAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly data: unknown;
}

/** Octokit throws statuses it dislikes as errors that hold the response. */
function findResponse(thrown: unknown): OctokitAnswer | undefined {
  if (!(thrown instanceof Error) || !('response' in thrown)) return undefined;
  return isResponse(thrown.response) ? thrown.response : undefined;
}

const isResponse = (value: unknown): value is OctokitAnswer =>
  typeof value === 'object' &&
  value !== null &&
  !(value instanceof Error) &&
  'status' in value &&
  'headers' in value &&
  'data' in value;

const toTextHeaders = (headers: Readonly<Record<string, unknown>>): Answer['headers'] =>
  Object.fromEntries(
    Object.entries(headers)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name.toLowerCase(), String(value)]),
  );
