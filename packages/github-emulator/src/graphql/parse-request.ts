import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import { z } from 'zod';

const bodySchema = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  operationName: z.string().nullish(),
});

export type ParsedRequest =
  | { readonly kind: 'malformed'; readonly message: string }
  | { readonly kind: 'invalid'; readonly errors: readonly GraphQLError[] }
  | {
      readonly kind: 'operation';
      readonly document: DocumentNode;
      readonly operation: OperationDefinitionNode;
      readonly variables: Readonly<Record<string, unknown>>;
      readonly rawVariables: Readonly<Record<string, unknown>>;
    };

/** A posted body as one operation that fits the schema, or what is wrong with it. */
export function parseRequest(schema: GraphQLSchema, body: string): ParsedRequest {
  const posted = readBody(body);
  if (posted.kind === 'malformed') return posted;
  const { query, variables, operationName } = posted.body;
  let document: DocumentNode;
  try {
    document = parse(query, { maxLexicalTokens: 20_000 });
  } catch (error) {
    if (error instanceof GraphQLError) return { kind: 'invalid', errors: [error] };
    throw error;
  }
  const errors = validate(schema, document, specifiedRules, { maxErrors: 20 });
  if (errors.length > 0) return { kind: 'invalid', errors };
  return toOperation(schema, document, {
    operationName: operationName ?? undefined,
    variables: variables ?? {},
  });
}

function readBody(
  body: string,
): { kind: 'malformed'; message: string } | { kind: 'body'; body: z.output<typeof bodySchema> } {
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    return { kind: 'malformed', message: 'Problems parsing JSON' };
  }
  const read = bodySchema.safeParse(json);
  if (read.success) return { kind: 'body', body: read.data };
  return { kind: 'malformed', message: 'A query attribute must be specified and must be a string.' };
}

function toOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  asked: {
    readonly operationName: string | undefined;
    readonly variables: Readonly<Record<string, unknown>>;
  },
): ParsedRequest {
  const operations = document.definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION);
  const named = operations.filter(
    (one) => asked.operationName === undefined || one.name?.value === asked.operationName,
  );
  const [operation] = named;
  if (operation === undefined || named.length > 1) {
    const message =
      asked.operationName === undefined
        ? 'An operation name is required'
        : `No operation named "${asked.operationName}"`;
    return { kind: 'invalid', errors: [new GraphQLError(message)] };
  }
  const coerced = getVariableValues(schema, operation.variableDefinitions ?? [], asked.variables);
  if (coerced.errors !== undefined) return { kind: 'invalid', errors: coerced.errors };
  return {
    kind: 'operation',
    document,
    operation,
    variables: coerced.coerced,
    rawVariables: asked.variables,
  };
}
