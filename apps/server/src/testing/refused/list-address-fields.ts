import type { Route } from '@throughline/contract';
import * as z from 'zod';

/** Names that a field has which takes an address: of a host, a page, an issuer. */
const telling = /address|domain|endpoint|host|issuer|link|origin|proxy|server|site|ur[il]|web/i;

/** What of a JSON schema is looked at here. */
interface Schema {
  readonly type?: unknown;
  readonly format?: unknown;
  readonly enum?: unknown;
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
}

/**
 * Every text that a caller gives under a name which tells of an address, or that must be one:
 * `testToken body host.address`.
 */
export const listAddressFields = (routes: readonly Route[]): readonly string[] => [
  ...new Set(
    routes.flatMap((route) =>
      (['params', 'query', 'body'] as const).flatMap((part) =>
        listTexts(toSchema(route[part]), [])
          .filter(({ path, format }) => format === 'uri' || telling.test(path.at(-1) ?? ''))
          .map(({ path }) => `${route.id} ${part} ${path.join('.')}`),
      ),
    ),
  ),
];

const toSchema = (schema: z.ZodType | undefined): Schema =>
  // as: a JSON schema has these members where it has them.
  schema === undefined ? {} : (z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema);

interface Text {
  readonly path: readonly string[];
  readonly format: unknown;
}

function listTexts(schema: Schema, path: readonly string[]): readonly Text[] {
  const { anyOf = [], oneOf = [], allOf = [], properties = {}, items } = schema;
  const isFree = schema.type === 'string' && schema.enum === undefined && schema.const === undefined;
  return [
    ...(isFree ? [{ path, format: schema.format }] : []),
    ...Object.entries(properties).flatMap(([name, inner]) => listTexts(inner, [...path, name])),
    ...(items === undefined ? [] : listTexts(items, path)),
    ...[...anyOf, ...oneOf, ...allOf].flatMap((inner) => listTexts(inner, path)),
  ];
}
