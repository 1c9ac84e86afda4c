import { expect, test } from 'vitest';
import { startTestEmulator } from '../testing/start-test-emulator.ts';

test.each([
  ['no JSON', 'query', 400, 'Problems parsing JSON'],
  ['no query', '{"variables":{}}', 400, 'A query attribute must be specified and must be a string.'],
  ['no GraphQL', '{"query":"{ viewer "}', 200, 'Syntax Error'],
  [
    'a field that is not there',
    '{"query":"{ viewer { foo } }"}',
    200,
    "Field 'foo' doesn't exist on type 'User'",
  ],
  [
    'a missing variable',
    '{"query":"query ($n: Int!) { viewer { repositories(first: $n) { totalCount } } }"}',
    200,
    'Variable "$n"',
  ],
  [
    'two operations and no name',
    '{"query":"query A { viewer { login } } query B { viewer { login } }"}',
    200,
    'An operation name is required',
  ],
])('%s', async (_name, body, status, message) => {
  const emulator = await startTestEmulator();
  const headers = { 'user-agent': 'test', authorization: `token ${emulator.tokens[0]!.value}` };

  const response = await fetch(emulator.graphqlUrl, { method: 'POST', headers, body });

  expect(response.status).toBe(status);
  expect(await response.text()).toContain(JSON.stringify(message).slice(1, -1));
});

test('a field of the schema that is not emulated is an error and counted, a mutation too', async () => {
  const emulator = await startTestEmulator();

  const field = await emulator.query('{ viewer { login bioHTML } }');
  const mutation = await emulator.query(
    'mutation { addStar(input: {starrableId: "x"}) { clientMutationId } }',
  );

  expect(field.body).toMatchObject({
    data: null,
    errors: [{ type: 'EMULATOR_UNSERVED', path: ['viewer', 'bioHTML'] }],
  });
  expect(mutation.body.errors).toMatchObject([{ type: 'EMULATOR_UNSERVED' }]);
  expect(emulator.control.unserved()).toEqual([
    { what: 'User.bioHTML', count: 1 },
    { what: 'mutation', count: 1 },
  ]);
});

test('an argument whose effect is not emulated is an error, never ignored', async () => {
  const emulator = await startTestEmulator();

  const { body } = await emulator.query(
    '{ repository(owner: "acme", name: "api") { issues(first: 1, filterBy: {since: "2026-01-01T00:00:00Z"}) { totalCount } } }',
  );

  expect(body.errors).toMatchObject([{ type: 'EMULATOR_UNSERVED' }]);
  expect(emulator.control.unserved()).toEqual([{ what: 'issues(filterBy:)', count: 1 }]);
});

test('a field may want a scope the token lacks', async () => {
  const emulator = await startTestEmulator({
    tokens: [{ kind: 'classic', login: 'ada', scopes: ['repo'] }],
  });

  const { body } = await emulator.query(
    '{ organization(login: "acme") { login membersWithRole(first: 1) { totalCount } } }',
  );

  expect(body.errors).toMatchObject([
    {
      type: 'INSUFFICIENT_SCOPES',
      message: expect.stringContaining("requires one of the following scopes: ['read:org']"),
    },
  ]);
});

test('introspection works, and shows our additions', async () => {
  const emulator = await startTestEmulator();

  const { body } = await emulator.query('{ __type(name: "PullRequest") { fields { name } } }');

  const names = body.data.__type.fields.map(({ name }: { name: string }) => name);
  expect(names).toContain('assignedActors');
  expect(names.length).toBeGreaterThan(100);
});
