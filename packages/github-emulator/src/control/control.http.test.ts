import { expect, test } from 'vitest';
import { startTestEmulator, type TestEmulator } from '../testing/start-test-emulator.ts';

async function control(emulator: TestEmulator, route: string, body?: unknown) {
  const response = await fetch(
    `${emulator.origin}/_emulator/${route}`,
    body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) },
  );
  return { status: response.status, body: Object(await response.json()) };
}

test('the bill adds up by operation and says how long a sync of it takes', async () => {
  const emulator = await startTestEmulator();
  await emulator.get('/repos/acme/api/pulls?page=1');
  await emulator.get('/repos/acme/web/pulls?page=2');
  await emulator.query('query Headers { viewer { login } }');

  const { body } = await control(emulator, 'bill');

  expect(body.lines).toEqual([
    {
      api: 'rest',
      operation: 'GET /repos/{owner}/{repo}/pulls',
      count: 2,
      points: 2,
      cpuSeconds: 0.1005,
      nodes: 1,
      refused: 0,
    },
    { api: 'graphql', operation: 'Headers', count: 1, points: 1, cpuSeconds: 0.05, nodes: 0, refused: 0 },
  ]);
  expect(body.totals).toEqual({
    restRequests: 2,
    graphqlPoints: 1,
    restCpuSeconds: 0.1005,
    graphqlCpuSeconds: 0.05,
  });
  expect(body.hours).toBeCloseTo(2 / 5_000, 10);
  expect(body.offences).toBe(0);
});

test('the ledger holds each request', async () => {
  const emulator = await startTestEmulator();
  await emulator.get('/user?x=1');

  const { body } = await control(emulator, 'ledger');

  expect(body).toMatchObject([
    {
      sequence: 1,
      api: 'rest',
      operation: 'GET /user',
      path: '/user?x=1',
      status: 200,
      points: 1,
      outcome: 'served',
    },
  ]);
  expect((await control(emulator, 'clear', {})).status).toBe(200);
  expect((await control(emulator, 'ledger')).body).toEqual([]);
});

test('another process can make a token, revoke it and ask for single sign-on', async () => {
  const emulator = await startTestEmulator();
  const made = await control(emulator, 'tokens', { kind: 'classic', login: 'bob', scopes: ['repo'] });
  const token: string = made.body.value;

  expect((await emulator.get('/repos/acme/api', { token })).status).toBe(200);
  await control(emulator, 'policies', { organisation: 'acme', hasSingleSignOn: true });
  expect((await emulator.get('/repos/acme/api', { token })).status).toBe(403);
  await control(emulator, 'tokens', { value: token, ssoOrganisations: ['acme'] });
  expect((await emulator.get('/repos/acme/api', { token })).status).toBe(200);
  await control(emulator, 'tokens', { value: token, isRevoked: true });
  expect((await emulator.get('/repos/acme/api', { token })).status).toBe(401);
});

test('another process can use up a bucket, block an owner and switch limits off', async () => {
  const emulator = await startTestEmulator();
  const token = emulator.tokens[0]!.value;

  await control(emulator, 'limits', { used: { token, resource: 'core', used: 5_000 } });
  expect([403, 429]).toContain((await emulator.get('/user')).status);
  await control(emulator, 'limits', { hasLimits: false, constants: { timeoutSeconds: 20 } });
  expect((await emulator.get('/user')).status).toBe(200);
  const { body } = await control(emulator, 'limits', { hasLimits: true, block: { token } });

  expect((await emulator.get('/meta')).status).toBeGreaterThan(400);
  expect(body.constants).toMatchObject({ timeoutSeconds: 20, resourceLimitNodes: 12_000 });
});

test.each([
  ['tokens', { kind: 'classic', login: 'nobody' }],
  ['tokens', { kind: 'golden', login: 'ada' }],
  ['tokens', { value: 'ghp_unknown', isRevoked: true }],
  ['limits', { constants: { timeOut: 3 } }],
  ['limits', { latencyMs: -1 }],
  ['policies', { hasSingleSignOn: true }],
])('POST %s %j is refused with a sentence', async (route, body) => {
  const emulator = await startTestEmulator();

  const answer = await control(emulator, route, body);

  expect(answer.status).toBe(422);
  expect(answer.body.message.length).toBeGreaterThan(20);
});

test('an unknown control route lists the known ones', async () => {
  const emulator = await startTestEmulator();

  const answer = await control(emulator, 'bills');

  expect(answer).toMatchObject({ status: 404, body: { message: expect.stringContaining('GET bill') } });
});
