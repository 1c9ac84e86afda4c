import { afterEach, describe, expect, test } from 'vitest';
import { testDatabase } from '../platform/sql/testing/index.ts';
import { beginAttempt, takeAttempt } from './authorisation-attempts.sql.ts';
import { createTestUser } from './testing/test-users.ts';

const database = await testDatabase();
afterEach(() => database.shiftClock(''));

const traveller = { purpose: 'oauth-connect', browserId: 'browser one', userId: undefined } as const;
const begin = (more: object = {}) =>
  beginAttempt(database, { ...traveller, payload: { hostId: 7 }, minutes: 10, ...more });
const refused = { code: 'authorisation-invalid' };

describe('an attempt', () => {
  test('comes back once, with its payload and the verifier it left with', async () => {
    const { state, codeVerifier } = await begin();

    const taken = await takeAttempt(database, { ...traveller, state });

    expect(taken).toEqual({ payload: { hostId: 7 }, codeVerifier });
    expect(codeVerifier).toMatch(/^[\w-]{43}$/);
    await expect(takeAttempt(database, { ...traveller, state })).rejects.toMatchObject(refused);
  });

  test('of another browser, purpose or user is refused, and stays good for whose it is', async () => {
    const { userId } = await createTestUser(database, 'administrator');
    const other = await createTestUser(database, 'administrator');
    const { state } = await begin({ userId });

    for (const stranger of [
      { browserId: 'browser two' },
      { purpose: 'own-account' as const },
      { userId: undefined },
      { userId: other.userId },
      { state: `${state}x` },
      { state: '' },
    ])
      await expect(takeAttempt(database, { ...traveller, userId, state, ...stranger })).rejects.toMatchObject(
        refused,
      );
    expect((await takeAttempt(database, { ...traveller, userId, state })).payload).toEqual({ hostId: 7 });
  });

  test('ends with its minutes', async () => {
    const { state } = await begin();

    await database.shiftClock('10 minutes 1 second');

    await expect(takeAttempt(database, { ...traveller, state })).rejects.toMatchObject(refused);
  });

  test('keeps neither its state nor its verifier', async () => {
    const { state, codeVerifier } = await begin();

    const [row] = await database.query<{ whole: string }>(
      `select string_agg(authorisation_attempt::text, '') as whole from authorisation_attempt`,
    );

    for (const secret of [state, codeVerifier, traveller.browserId])
      expect([row?.whole.includes(secret), row?.whole.includes(Buffer.from(secret).toString('hex'))]).toEqual(
        [false, false],
      );
  });

  test('is taken by one of many who come at once', async () => {
    const { state } = await begin();

    const outcomes = await Promise.allSettled(
      Array.from({ length: 8 }, () => takeAttempt(database, { ...traveller, state })),
    );

    expect(outcomes.filter(({ status }) => status === 'fulfilled').length).toBe(1);
  });
});
