import { ApiFailure } from '@throughline/contract';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { bindingCases, codeCases, roleCases, stateCases } from './testing/oauth-cases.data.ts';
import { sessionCases } from './testing/session-cases.data.ts';
import { type SignInCase, startSignInWorld } from './testing/sign-in-world.ts';

const world = await startSignInWorld();
const { database } = world;

afterEach(async () => {
  await database.shiftClock('');
  await database.query('delete from authorisation_attempt');
});
afterAll(() => world.close());

const endOf = ({ attempt }: SignInCase): Promise<unknown> =>
  attempt(world).then(
    () => 'done',
    (error: unknown) => (error instanceof ApiFailure ? error.failure.code : error),
  );

const groups = {
  'the state': stateCases,
  'the code': codeCases,
  'what binds them': bindingCases,
  'who may': roleCases,
  sessions: sessionCases,
};

describe.each(Object.entries(groups))('%s', (_, cases) => {
  it.each(cases)('$name: $ends', async (one) => {
    expect(await endOf(one)).toBe(one.ends);
  });
});

it('are sixty and more', () => {
  expect(Object.values(groups).flat().length).toBeGreaterThanOrEqual(60);
});

it('keep nothing that came of an attack: every token here is somebody’s who consented for themselves', async () => {
  const rows = await database.query<{ login: string }>(
    `select distinct login from credential where kind = 'oauth-token'`,
  );

  expect(rows.map(({ login }) => login)).not.toContain('mallory');
});
