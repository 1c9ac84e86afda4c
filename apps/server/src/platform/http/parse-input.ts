import type { Route, RouteInput } from '@throughline/contract';
import * as z from 'zod';
import { AppError, notFound } from '../errors/index.ts';

interface RawInput {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
}

/**
 * Parses what came in by the route's schemas. An address that cannot exist is not found; query and body are
 * `input-invalid`, with a sentence for each field. What a route declares no schema for must be absent.
 */
export function parseInput(route: Route, raw: RawInput): RouteInput<Route> {
  const params = route.params?.safeParse(raw.params);
  if (params?.success === false) throw notFound();
  return {
    params: params?.data,
    query: parsePart(route.query, raw.query),
    body: parsePart(route.body, raw.body),
  };
}

const absent = z.strictObject({}).optional();

function parsePart(schema: z.ZodType | undefined, value: unknown): unknown {
  const parsed = (schema ?? absent).safeParse(value);
  if (!parsed.success) throw toInputInvalid(parsed.error.issues);
  return schema === undefined ? undefined : parsed.data;
}

function toInputInvalid(issues: readonly z.core.$ZodIssue[]): AppError {
  const fields = Object.fromEntries(issues.flatMap(toFieldMessages).reverse());
  const names = Object.keys(fields).reverse();
  if (names.length === 0) {
    return new AppError('input-invalid', 'The body is missing or no object. Send one JSON object.');
  }
  const message = `Change ${names.join(', ')} and try again: ${names.map((name) => fields[name]).join(' ')}`;
  return new AppError('input-invalid', message, { fields });
}

function toFieldMessages(issue: z.core.$ZodIssue): [name: string, message: string][] {
  const at = issue.path.map(String);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => [[...at, toShownName(key)].join('.'), 'There is no such field here.']);
  }
  return at.length === 0 ? [] : [[at.join('.'), issue.message]];
}

/** A name that looks like no name may be a secret that slipped into its place: it is not repeated. */
const toShownName = (key: string): string =>
  key.length < 12 || /^[A-Za-z_-]{1,40}$/.test(key) ? key : '(a field)';
