import { defineRoute } from '@throughline/contract';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { AppError } from '../errors/index.ts';
import { parseInput } from './parse-input.ts';

const route = defineRoute({
  id: 'test',
  method: 'POST',
  path: '/api/things/:id',
  policy: 'signed-in',
  summary: 'Test.',
  params: z.strictObject({ id: z.coerce.number().int() }),
  query: z.strictObject({ q: z.string().optional() }),
  body: z.strictObject({ name: z.string('Enter a name.'), size: z.number('Enter a size.').optional() }),
  answer: z.object({}),
});

const failureOf = (work: () => unknown): AppError => {
  try {
    work();
  } catch (error) {
    if (error instanceof AppError) return error;
  }
  throw new Error('did not fail as expected');
};

describe('input', () => {
  test('arrives parsed', () =>
    expect(parseInput(route, { params: { id: '7' }, query: { q: 'x' }, body: { name: 'n' } })).toEqual({
      params: { id: 7 },
      query: { q: 'x' },
      body: { name: 'n' },
    }));

  test('whose address cannot exist is not found', () =>
    expect(
      failureOf(() => parseInput(route, { params: { id: 'x' }, query: {}, body: { name: 'n' } })).code,
    ).toBe('not-found'));

  test.each([
    [{ name: 1 }, { name: 'Enter a name.' }],
    [{ name: 'n', role: 'administrator' }, { role: 'There is no such field here.' }],
    [{ name: 'n', size: '1' }, { size: 'Enter a size.' }],
    [{}, { name: 'Enter a name.' }],
    [{ name: 'n', ghp_q8Zr5Ks1Vt0XwYbN: 'x' }, { '(a field)': 'There is no such field here.' }],
    [JSON.parse('{"name":"n","__proto__":{"a":1}}'), { ['__proto__']: 'There is no such field here.' }],
  ])('%j is refused field by field', (body, fields) => {
    const error = failureOf(() => parseInput(route, { params: { id: '7' }, query: {}, body }));

    expect(error.code).toBe('input-invalid');
    expect(Object.entries(error.fields ?? {})).toEqual(Object.entries(fields));
  });

  test.each([undefined, null, [], 'text', 3])('%j is no body', (body) => {
    const error = failureOf(() => parseInput(route, { params: { id: '7' }, query: {}, body }));

    expect(error.fields).toBeUndefined();
  });

  test('given twice in the query is refused', () =>
    expect(
      failureOf(() =>
        parseInput(route, { params: { id: '7' }, query: { q: ['a', 'b'] }, body: { name: 'n' } }),
      ).fields,
    ).toHaveProperty('q'));

  test('that the route does not declare is refused unless empty', () => {
    const { body: _, query: __, ...bare } = route;

    expect(parseInput(bare, { params: { id: '7' }, query: {}, body: {} })).toEqual({ params: { id: 7 } });
    expect(failureOf(() => parseInput(bare, { params: { id: '7' }, query: {}, body: { a: 1 } })).code).toBe(
      'input-invalid',
    );
    expect(
      failureOf(() => parseInput(bare, { params: { id: '7' }, query: { a: '1' }, body: undefined })).code,
    ).toBe('input-invalid');
  });
});
