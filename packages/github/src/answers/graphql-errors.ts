import * as z from 'zod';
import type { GitHubFailureKind } from '../github-failure.ts';
import type { Verdict } from './verdict.ts';
import { words } from './words.data.ts';

/** One entry of `errors[]`; GitHub adds `type` to the standard's fields, parsers and validators add `extensions.code`. */
const graphqlError = z.object({
  message: z.string().catch(''),
  type: z.string().optional().catch(undefined),
  path: z
    .array(z.union([z.string(), z.number()]))
    .optional()
    .catch(undefined),
  extensions: z
    .object({
      code: z.string().optional().catch(undefined),
      saml_failure: z.boolean().optional().catch(undefined),
      typeName: z.string().optional().catch(undefined),
      fieldName: z.string().optional().catch(undefined),
    })
    .optional()
    .catch(undefined),
});

export type GraphqlError = z.output<typeof graphqlError>;

/** What is missing from the data, where, and what that means. */
export interface Gap extends Verdict {
  /** Response keys and list positions from the root of the data; empty when the whole answer is concerned. */
  readonly path: readonly (string | number)[];
}

const kindByType: Readonly<Record<string, GitHubFailureKind>> = {
  NOT_FOUND: 'gone',
  FORBIDDEN: 'scope-missing',
  INSUFFICIENT_SCOPES: 'scope-missing',
  RATE_LIMITED: 'primary-limit',
  RATE_LIMIT: 'primary-limit',
  MAX_NODE_LIMIT_EXCEEDED: 'resource-limit',
  RESOURCE_LIMITS_EXCEEDED: 'resource-limit',
  EXCESSIVE_PAGINATION: 'request-refused',
  MISSING_PAGINATION_BOUNDARIES: 'request-refused',
  INVALID_CURSOR_ARGUMENTS: 'request-refused',
  UNPROCESSABLE: 'request-refused',
  ARGUMENT_LIMIT: 'request-refused',
  SERVICE_UNAVAILABLE: 'server',
  INTERNAL: 'server',
  TIMEOUT: 'timeout',
  STALE_DATA: 'server',
};

/** Reads `errors`; an entry of another shape counts as an unreadable one, none is dropped. */
export function parseGraphqlErrors(errors: unknown): readonly Gap[] {
  if (errors === undefined || errors === null) return [];
  if (!Array.isArray(errors)) return [{ kind: 'unreadable', path: [] }];
  return errors.map((error) => {
    const parsed = graphqlError.safeParse(error);
    return parsed.success ? toGap(parsed.data) : { kind: 'unreadable', path: [] };
  });
}

const toGap = (error: GraphqlError): Gap => ({
  kind: toKind(error),
  path: error.path ?? [],
  githubMessage: error.message,
  ...(toKind(error) === 'schema-lacks-field' && { lacks: toLacking(error) }),
});

/** What the schema does not have, as far as GitHub names it apart. */
function toLacking({ message, extensions: { code, typeName, fieldName } = {} }: GraphqlError): string {
  if (typeName === undefined || code === 'argumentLiteralsIncompatible')
    return `what was asked for (${message})`;
  return fieldName === undefined ? typeName : `${typeName}.${fieldName}`;
}

/** Types that cover two meanings; only the sentence tells which. */
const ambiguousTypes: ReadonlySet<string | undefined> = new Set(['FORBIDDEN', 'RATE_LIMITED', 'RATE_LIMIT']);

function toKind(error: GraphqlError): GitHubFailureKind {
  if (error.extensions?.saml_failure === true) return 'sso-required';
  const byType = kindByType[error.type ?? ''];
  const byWords = words.find(([pattern]) => pattern.test(error.message))?.[1];
  const isClear = byType !== undefined && !ambiguousTypes.has(error.type);
  return (isClear ? byType : (byWords ?? byType)) ?? toUntypedKind(error);
}

/** Errors with a code and no type come from the parser or the validator, before anything ran. */
function toUntypedKind({ type, extensions }: GraphqlError): GitHubFailureKind {
  if (type !== undefined || extensions?.code === undefined) return 'server';
  return lackingCodes.has(extensions.code) ? 'schema-lacks-field' : 'request-refused';
}

/** The validator's words for a field, a type and an enum's value that the schema does not have. */
const lackingCodes: ReadonlySet<string> = new Set([
  'undefinedField',
  'undefinedType',
  'argumentLiteralsIncompatible',
]);
