import { expect, test } from 'vitest';
import { startTestEmulator } from '../testing/start-test-emulator.ts';
import { createTestClock } from '../testing/test-clock.ts';

test('a status comes as often as asked, of the operation named, and then no more', async () => {
  const emulator = await startTestEmulator();
  emulator.control.addFault({ kind: 'status', status: 500, operation: 'GET /orgs/{org}', times: 2 });

  const statuses = [];
  for (const path of ['/orgs/acme', '/user', '/orgs/acme', '/orgs/acme'])
    statuses.push((await emulator.get(path)).status);

  expect(statuses).toEqual([500, 200, 500, 200]);
  expect(emulator.control.ledger().map(({ outcome }) => outcome)).toEqual([
    'fault',
    'served',
    'fault',
    'served',
  ]);
});

test('a redirect goes where told', async () => {
  const emulator = await startTestEmulator();
  emulator.control.addFault({ kind: 'status', status: 302, location: 'http://169.254.169.254/' });

  const response = await emulator.get('/user');

  expect([response.status, response.headers.get('location')]).toEqual([302, 'http://169.254.169.254/']);
});

test.each([
  [{ kind: 'html' }, 200],
  [{ kind: 'status', status: 502 }, 502],
] as const)('%j is a page, not JSON', async (fault, status) => {
  const emulator = await startTestEmulator();
  emulator.control.addFault(fault);

  const response = await emulator.get('/user');

  expect([response.status, response.headers.get('content-type')]).toEqual([
    status,
    'text/html; charset=utf-8',
  ]);
  await expect(response.json()).rejects.toThrow(SyntaxError);
});

test('an answer is cut off', async () => {
  const emulator = await startTestEmulator();
  emulator.control.addFault({ kind: 'cut-off' });

  await expect((await emulator.get('/user')).json()).rejects.toThrow(SyntaxError);
});

test.each([
  { kind: 'cut-off' },
  { kind: 'wrong-types' },
  { kind: 'html' },
  { kind: 'status', status: 500 },
] as const)('a spoiled answer ($kind) cannot be asked for again by its ETag', async (fault) => {
  const emulator = await startTestEmulator();
  emulator.control.addFault(fault);

  const spoiled = await emulator.get('/user');
  const whole = await emulator.get('/user');

  expect([spoiled.headers.get('etag'), whole.headers.get('etag')]).toEqual([null, expect.any(String)]);
});

test('a connection is closed', async () => {
  const emulator = await startTestEmulator();
  emulator.control.addFault({ kind: 'reset' });

  await expect(emulator.get('/user')).rejects.toThrow('fetch failed');
});

test('an answer is late', async () => {
  const clock = createTestClock();
  const emulator = await startTestEmulator({ clock });
  emulator.control.addFault({ kind: 'late', waitMs: 700 });
  const before = clock.nowMs();

  expect((await emulator.get('/user')).status).toBe(200);
  expect(clock.nowMs() - before).toBe(700);
});

test('a GraphQL field fails beside partial data', async () => {
  const emulator = await startTestEmulator();
  emulator.control.addFault({ kind: 'field', field: 'PullRequest.reviews', times: 1 });

  const { body } = await emulator.query(
    '{ repository(owner: "acme", name: "api") { pullRequests(first: 2) { nodes { number reviews(first: 1) { totalCount } } } } }',
  );

  expect(body.data.repository.pullRequests.nodes).toEqual([
    { number: 1, reviews: null },
    { number: 2, reviews: { totalCount: expect.any(Number) } },
  ]);
  expect(body.errors).toMatchObject([
    { type: 'INTERNAL', path: ['repository', 'pullRequests', 'nodes', 0, 'reviews'] },
  ]);
});
