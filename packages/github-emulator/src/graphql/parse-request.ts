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
import { createRecent, type Recent } from '../world/recent.ts';

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
export type RequestParser = (body: string) => ParsedRequest;

/** Clients ask few questions often, with other variables. */
const textsHeld = 50;

/** Parses and validates a question's text once, while it is among those asked last. */
export function createRequestParser(schema: GraphQLSchema): RequestParser {
  const texts: Texts = createRecent(textsHeld);
  return (body) => parseRequest(schema, texts, body);
}

type ParsedText = Extract<ParsedRequest, { kind: 'invalid' }> | { kind: 'document'; document: DocumentNode };
type Texts = Recent<string, ParsedText>;

function parseRequest(schema: GraphQLSchema, texts: Texts, body: string): ParsedRequest {
  const posted = readBody(body);
  if (posted.kind === 'malformed') return posted;
  const { query, variables, operationName } = posted.body;
  const text = texts.get(query, () => parseText(schema, query));
  if (text.kind === 'invalid') return text;
  return toOperation(schema, text.document, {
    operationName: operationName ?? undefined,
    variables: variables ?? {},
  });
}

function parseText(schema: GraphQLSchema, query: string): ParsedText {
  try {
    const document = parse(query, { maxLexicalTokens: 20_000 });
    const errors = validate(schema, document, specifiedRules, { maxErrors: 20 });
    return errors.length > 0 ? { kind: 'invalid', errors } : { kind: 'document', document };
  } catch (error) {
    if (error instanceof GraphQLError) return { kind: 'invalid', errors: [error] };
    throw error;
  }
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
