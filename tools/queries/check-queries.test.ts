import { buildSchema } from 'graphql';
import { expect, test } from 'vitest';
import { toHouse } from '../architecture/tree/house.ts';
import { checkQueries } from './check-queries.ts';
import { listQueries } from './list-queries.ts';

const path = 'packages/github/src/viewer.ts';
const schemas = [
  { name: 'old', schema: buildSchema('type Query { viewer: User } type User { login: String }') },
  {
    name: 'new',
    schema: buildSchema('type Query { viewer: User } type User { login: String, pronouns: String }'),
  },
];

function check(text: string): string[] {
  const house = toHouse(new Map([[path, text]]));
  return checkQueries(listQueries(house), schemas).map(
    ({ line, message }) => `${line} ${message.split(' ')[0]}`,
  );
}

test('finds a field that one of the schemas does not have', () => {
  expect(check('const q = `query Viewer {\n  viewer {\n    pronouns\n  }\n}`;')).toEqual(['3 old:']);
});

test('finds a slip of syntax once a schema', () => {
  expect(check('const q = `query { viewer { login }`;')).toEqual(['1 old:', '1 new:']);
});

test('finds a query whose text is only known at run time', () => {
  expect(check('const f = (name: string) => `query { viewer { login ${name} } }`;')).toEqual(['1 put']);
});

test('finds a mistake in a fragment put into a query', () => {
  const text =
    'const fields = `fragment F on User { nickname }`;\nconst q = `query { viewer { ...F } } ${fields}`;';

  expect(check(text)).toEqual(['2 old:', '2 new:']);
});

test('leaves good queries and other texts alone', () => {
  const text = [
    'const fields = `fragment F on User { login }`;',
    'const q = `query { viewer { ...F } } ${fields}`;',
    "const words = 'query the viewer';",
  ].join('\n');

  expect(check(text)).toEqual([]);
});
