import { defineRoute, type Route, routes } from '@throughline/contract';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';

/** Maps whose keys nobody can know before: what an audit entry says in detail. */
const maps = ['listAudit.answer.entries[].detail', 'exportAuditJson.answer[].detail'];

type Json = { readonly [key: string]: Json | undefined } & { readonly type?: unknown };

/** The places inside a schema where an object lets in keys that it does not name. */
const findOpenObjects = (at: string, schema: Json): string[] => {
  const { properties = {}, items, anyOf, oneOf, allOf, additionalProperties } = schema;
  const inner = [
    ...Object.entries(properties as Record<string, Json>).map(
      ([name, one]) => [`${at}.${name}`, one] as const,
    ),
    ...(items === undefined ? [] : [[`${at}[]`, items] as const]),
    ...[anyOf, oneOf, allOf].flatMap((list) =>
      ((list ?? []) as unknown as Json[]).map((one) => [at, one] as const),
    ),
  ];
  const isOpen = schema.type === 'object' && (additionalProperties as unknown) !== false;
  return [...(isOpen ? [at] : []), ...inner.flatMap(([place, one]) => findOpenObjects(place, one))];
};

const findOpenPlaces = (route: Route): string[] =>
  (['params', 'query', 'body', 'answer'] as const).flatMap((part) => {
    const schema = route[part];
    if (schema === undefined) return [];
    const io = part === 'answer' ? 'output' : 'input';
    return findOpenObjects(
      `${route.id}.${part}`,
      z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Json,
    );
  });

describe('the contract', () => {
  test.each(routes.map((route) => [route.id, route] as const))(
    '%s takes and gives no field that it does not name',
    (_, route) => {
      const open = findOpenPlaces(route).filter((place) => !maps.some((map) => place.startsWith(map)));

      expect(open).toEqual([]);
    },
  );

  test('is seen when it is open', () => {
    const loose = defineRoute({
      id: 'loose',
      method: 'POST',
      path: '/api/loose',
      policy: 'anyone',
      summary: 'A planted violation.',
      body: z.object({ name: z.string() }),
      answer: z.object({ list: z.array(z.looseObject({ name: z.string() })) }),
    });

    expect(findOpenPlaces(loose)).toEqual(['loose.body', 'loose.answer.list[]']);
  });

  test('gives each address and method to one route', () => {
    const addresses = routes.map(({ method, path }) => `${method} ${path.replace(/:\w+/g, ':x')}`);

    expect(new Set(addresses).size).toBe(addresses.length);
  });

  test.each(routes.map((route) => [route.id, route] as const))(
    '%s changes nothing when it only reads',
    (_, route) => {
      expect(route.method === 'GET' ? route.body : undefined).toBeUndefined();
      expect(route.path).toMatch(/^\/api\/[a-z]/);
    },
  );
});
