import type { Answer } from '../answers/answer.ts';
import { classifyAnswer } from '../answers/classify-answer.ts';
import { parseGraphqlErrors } from '../answers/graphql-errors.ts';
import type { Verdict } from '../answers/verdict.ts';

/**
 * The verdict on a whole answer. GitHub refuses GraphQL for a limit inside a 200; every other error inside a 200
 * concerns parts of the data and is left to whoever reads them.
 */
export function judgeAnswer(answer: Answer): Verdict | undefined {
  return classifyAnswer(answer) ?? findLimit(answer.body);
}

function findLimit(body: unknown): Verdict | undefined {
  if (typeof body !== 'object' || body === null || !('errors' in body)) return undefined;
  return parseGraphqlErrors(body.errors).find(
    ({ kind }) => kind === 'primary-limit' || kind === 'secondary-limit',
  );
}

/** What a query was charged, where it asked. */
export function findCost(body: unknown): number | undefined {
  const data = toRecord(toRecord(body)['data']);
  const cost = toRecord(data['rateLimit'])['cost'];
  return typeof cost === 'number' ? cost : undefined;
}

const toRecord = (value: unknown): Readonly<Record<string, unknown>> =>
  // as: an object's fields are unknown until each is looked at.
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
