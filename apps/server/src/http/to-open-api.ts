import { type ErrorCode, errorStatus, failure, findKeyScopes, type Route } from '@throughline/contract';
import * as z from 'zod';

type JsonObject = Readonly<Record<string, unknown>>;

/** The API as OpenAPI 3.1, whose schemas are JSON Schema 2020-12 as zod writes it. */
export function toOpenApi(routes: readonly Route[], about: { readonly version: string }): JsonObject {
  const paths = Map.groupBy(routes, (route) => toPath(route.path));
  return {
    openapi: '3.1.0',
    info: {
      title: 'Throughline',
      version: about.version,
      description:
        'The API of the web pages. Sign in by POST /api/session; calls that change something carry the session’s ' +
        '`csrfToken` as `x-csrf-token`. Programs send a key of Settings → API keys as `Authorization: Bearer tl_…` and ' +
        'may do what `x-key-scopes` says. Every answer that is not a success is a Failure.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    paths: Object.fromEntries(
      [...paths].map(([path, ofPath]) => [
        path,
        Object.fromEntries(ofPath.map((route) => [route.method.toLowerCase(), toOperation(route)])),
      ]),
    ),
    components: {
      schemas: { Failure: toSchema(failure, 'output') },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'throughline' },
        key: { type: 'http', scheme: 'bearer' },
      },
    },
  };
}

const toPath = (path: string): string => path.replace(/:(\w+)/g, '{$1}');

function toOperation(route: Route): JsonObject {
  const parameters = [...toParameters(route.params, 'path'), ...toParameters(route.query, 'query')];
  const keyScopes = findKeyScopes(route.id);
  return {
    operationId: route.id,
    summary: route.summary,
    'x-policy': route.policy,
    ...(keyScopes.length === 0 ? {} : { 'x-key-scopes': keyScopes }),
    ...(route.policy === 'anyone'
      ? {}
      : { security: [{ session: [] }, ...(keyScopes.length === 0 ? [] : [{ key: [] }])] }),
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(route.body === undefined
      ? {}
      : { requestBody: { required: true, content: toContent(toSchema(route.body, 'input')) } }),
    responses: {
      200: { description: 'Done.', content: toContent(toSchema(route.answer, 'output'), route.media) },
      default: {
        description: describeFailures(route),
        content: toContent({ $ref: '#/components/schemas/Failure' }),
      },
    },
  };
}

const toContent = (schema: unknown, media = 'application/json'): JsonObject => ({ [media]: { schema } });

function toParameters(schema: z.ZodType | undefined, place: 'path' | 'query'): JsonObject[] {
  if (schema === undefined) return [];
  // Parsed numbers say more of a parameter than the text they travel as.
  const { properties = {}, required = [] } = toSchema(schema, 'output');
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: property,
  }));
}

function toSchema(schema: z.ZodType, io: 'input' | 'output') {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
}

function describeFailures(route: Route): string {
  const codes: ErrorCode[] = ['input-invalid', 'too-many-requests', 'unavailable', 'internal'];
  if (route.policy !== 'anyone') codes.unshift('not-signed-in', 'not-found');
  if (route.method !== 'GET') codes.push('csrf-refused', 'content-type-unsupported', 'body-too-large');
  if (findKeyScopes(route.id).length > 0) codes.push('key-invalid', 'key-not-allowed');
  return `A failure, among others: ${codes.map((code) => `${errorStatus[code]} ${code}`).join(', ')}.`;
}
