import { routes } from '@throughline/contract';
import { expect, test } from 'vitest';
import { apiVersion } from './api-version.data.ts';
import { toOpenApi } from './to-open-api.ts';

const description = toOpenApi(routes, { version: apiVersion });

test('the committed description is the contract’s (renew it with vitest -u on this file)', async () => {
  const text = `${JSON.stringify(description, undefined, 2)}\n`;

  await expect(text).toMatchFileSnapshot('../../../../packages/contract/openapi.json');
});

test('every route is described once, under its method', () => {
  const operations = Object.values(
    description['paths'] as Record<string, Record<string, { operationId: string }>>,
  )
    .flatMap((path) => Object.values(path))
    .map((operation) => operation.operationId);

  expect(operations.toSorted()).toEqual(routes.map((route) => route.id).toSorted());
});

test('parameters in the address are declared', () => {
  const { paths } = description as {
    paths: Record<string, Record<string, { parameters?: { name: string; in: string }[] }>>;
  };

  for (const [path, operations] of Object.entries(paths)) {
    const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    for (const { parameters = [] } of Object.values(operations)) {
      expect(parameters.filter((one) => one.in === 'path').map((one) => one.name)).toEqual(names);
    }
  }
});
