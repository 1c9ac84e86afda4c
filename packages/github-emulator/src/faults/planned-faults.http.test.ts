import { expect, test } from 'vitest';
import { startTestEmulator, type TestEmulator } from '../testing/start-test-emulator.ts';
import { createTestClock } from '../testing/test-clock.ts';
import { type FaultKind, faultKinds } from './fault-plan.ts';

const question =
  '{ repository(owner: "acme", name: "api") { pullRequests(first: 3) { nodes { number title reviews(first: 5) { nodes { state } } } } } }';

async function startWith(kind: FaultKind) {
  return startTestEmulator({
    clock: createTestClock(),
    faultPlan: { seed: 3, share: 1, kinds: [kind], atMostInARow: 1 },
  });
}

/** What came of a request: its status, or that nothing whole did. */
async function outcomeOf(response: Promise<Response>): Promise<number | string> {
  try {
    const { status, ...rest } = await response.then(async (one) => ({
      status: one.status,
      text: await one.text(),
    }));
    JSON.parse(rest.text);
    return status;
  } catch (error) {
    return error instanceof SyntaxError ? 'no JSON' : 'no answer';
  }
}

test.each([
  ['server-error', 500, 'status 500'],
  ['bad-gateway', 'no JSON', 'status 502'],
  ['unavailable', 'no JSON', 'status 503'],
  ['html', 'no JSON', 'html'],
  ['cut-off', 'no JSON', 'cut-off'],
  ['truncated', 'no answer', 'truncated'],
  ['reset', 'no answer', 'reset'],
  ['late', 200, 'late'],
  ['wrong-types', 200, 'wrong-types'],
] as const)('%s goes wrong once and is in the ledger', async (kind, seen, fault) => {
  const emulator = await startWith(kind);

  const first = await outcomeOf(emulator.get('/repos/acme/api/pulls'));
  const second = await outcomeOf(emulator.get('/repos/acme/api/pulls'));

  expect([first, second]).toEqual([seen, 200]);
  expect(emulator.control.ledger().map((entry) => entry.fault)).toEqual([fault, undefined]);
});

test('a stalled answer comes by half, and then nothing', async () => {
  const emulator = await startWith('stalled');
  const response = await emulator.get('/repos/acme/api/pulls');
  const reader = response.body!.getReader();
  await reader.read();

  const next = await Promise.race([
    reader.read(),
    new Promise((resolve) => setTimeout(resolve, 200, 'nothing')),
  ]);

  expect(next).toBe('nothing');
  await reader.cancel();
});

test('partial data is null where the schema allows it, beside an error that says where', async () => {
  const emulator = await startWith('partial');

  const { body } = await emulator.query(question);
  const { body: again } = await emulator.query(question);

  expect(body.errors).toMatchObject([{ path: expect.arrayContaining(['repository']) }]);
  expect(again.errors).toBeUndefined();
  expect(emulator.control.ledger().map(({ fault }) => fault)).toEqual(['partial', undefined]);
});

test.each([
  ['partial', ['INTERNAL', 'RATE_LIMITED', 'RESOURCE_LIMITS_EXCEEDED', undefined]],
  ['withheld', ['FORBIDDEN', 'NOT_FOUND']],
] as const)('%s data come with every error that GitHub has for them', async (kind, types) => {
  const emulator = await startWith(kind);
  const seen = new Set<string | undefined>();

  for (let first = 1; first <= 60; first += 1) {
    const { body } = await emulator.query(question.replace('first: 3', `first: ${first}`));
    for (const error of body.errors ?? []) seen.add(error.type);
  }

  expect(seen).toEqual(new Set(types));
});

test.each(['primary-limit', 'secondary-limit'] as const)(
  '%s refuses without blame, then counts what is sent while it stands, until its time is over',
  async (kind) => {
    const emulator = await startWith(kind);
    const ask = async (path: string) => (await emulator.get(path)).status;

    expect([403, 429]).toContain(await ask('/user'));
    expect(emulator.control.bill().offences).toBe(0);
    expect(await ask('/user')).toBeGreaterThan(400);
    expect(emulator.control.bill().offences).toBe(1);
    emulator.control.moveClock({ advanceSeconds: 3_601 });
    expect(await ask('/user')).toBe(200);
  },
);

test('no limit is made up where there are none', async () => {
  const emulator = await startTestEmulator({
    hasLimits: false,
    faultPlan: { seed: 1, share: 1, kinds: ['primary-limit'] },
  });

  expect((await emulator.get('/user')).status).toBe(200);
});

test('a token is revoked, a repository renamed or deleted in the middle', async () => {
  const [revoked, renamed, deleted] = await Promise.all(
    (['revoked', 'renamed', 'deleted'] as const).map((kind) => startWith(kind)),
  );
  const names = (emulator: TestEmulator | undefined) =>
    emulator!.control.truth().map(({ fullName }) => fullName);

  for (const emulator of [revoked, renamed, deleted]) await emulator!.get('/user');

  expect((await revoked!.get('/user')).status).toBe(401);
  expect(names(renamed).some((name) => name.endsWith('-moved'))).toBe(true);
  expect(deleted!.control.truth().filter(({ isGone }) => isGone)).toHaveLength(1);
});

test('a plan is replayed by its seed whatever the order, and another process can start and stop it', async () => {
  const paths = Array.from({ length: 30 }, (_, page) => `/repos/acme/api/pulls?page=${page + 1}`);
  const plan = { seed: 11, share: 0.4, kinds: faultKinds.slice(0, 5) };
  const run = async (order: readonly string[]) => {
    const emulator = await startTestEmulator();
    await fetch(`${emulator.origin}/_emulator/fault-plan`, { method: 'POST', body: JSON.stringify(plan) });
    for (const path of order) await outcomeOf(emulator.get(path));
    const seen = emulator.control.ledger().map(({ path, fault }) => `${path} ${fault}`);
    await fetch(`${emulator.origin}/_emulator/fault-plan`, { method: 'POST', body: '{"seed":null}' });
    return { seen: seen.sort(), plan: await (await fetch(`${emulator.origin}/_emulator/fault-plan`)).json() };
  };

  const [one, other] = [await run(paths), await run(paths.toReversed())];

  expect(one).toEqual(other);
  expect(one.plan).toEqual({ seed: null });
  expect(one.seen.filter((line) => !line.endsWith('undefined')).length).toBeGreaterThan(5);
});

test('faults that come once come with the request of their number, or the next that can have them', async () => {
  const emulator = await startTestEmulator();
  const once = [
    { kind: 'bad-gateway', atRequest: 2 },
    { kind: 'withheld', atRequest: 3 },
    { kind: 'renamed', atRequest: 5 },
  ] as const;
  emulator.control.startFaultPlan({ seed: 5, share: 0, once });

  for (let page = 1; page <= 3; page += 1)
    await outcomeOf(emulator.get(`/repos/acme/api/pulls?page=${page}`));
  for (let first = 1; first <= 3; first += 1)
    await emulator.query(question.replace('first: 3', `first: ${first}`));

  const faults = emulator.control.ledger().map(({ fault }) => fault);
  expect(faults.slice(0, 3)).toEqual([undefined, 'status 502', undefined]);
  expect(faults.slice(3)).toEqual(expect.arrayContaining(['renamed']));
  expect(emulator.control.truth().filter(({ fullName }) => fullName.endsWith('-moved'))).toHaveLength(1);
});
