import { afterEach, describe, expect, test } from 'vitest';
import { testDatabase } from '../platform/sql/testing/index.ts';
import { clearEnded } from './clear-ended.sql.ts';
import {
  createKey,
  findAliveKeys,
  findKeyViewer,
  loadKeys,
  revokeKey,
  revokeKeysOf,
  touchKey,
} from './keys.sql.ts';
import { createTestUser } from './testing/test-users.ts';

const database = await testDatabase();
afterEach(() => database.shiftClock(''));

const toNewKey = (userId: number) => ({ userId, name: 'Laptop', scope: 'read' as const, days: 90 });

describe('a key', () => {
  test('is found by its text, with whom it speaks for and what it may', async () => {
    const user = await createTestUser(database, 'manager');

    const { key, text } = await createKey(database, toNewKey(user.userId));

    const found = await findKeyViewer(database, text);
    expect(found?.viewer).toEqual({ ...user, sessionId: `key ${key.keyId}`, keyScope: 'read' });
    expect(await findKeyViewer(database, text.slice(0, -1))).toBeUndefined();
    expect(await findKeyViewer(database, key.prefix)).toBeUndefined();
    expect(await findKeyViewer(database, '')).toBeUndefined();
  });

  test('is kept as a hash alone', async () => {
    const user = await createTestUser(database, 'member');

    const { text } = await createKey(database, toNewKey(user.userId));

    const [row] = await database.query<{ whole: string }>(
      'select api_key::text as whole from api_key order by key_id desc limit 1',
    );
    expect(row?.whole).not.toContain(text.slice(9));
    expect(row?.whole).not.toContain(Buffer.from(text).toString('hex'));
  });

  test('speaks with the role that its owner has now', async () => {
    const { userId } = await createTestUser(database, 'administrator');
    const { text } = await createKey(database, toNewKey(userId));

    await database.query(`update app_user set role = 'member' where user_id = $1::bigint`, [userId]);

    expect((await findKeyViewer(database, text))?.viewer.role).toBe('member');
  });

  test('ends on its day', async () => {
    const { userId } = await createTestUser(database, 'member');
    const { text } = await createKey(database, toNewKey(userId));

    await database.shiftClock('89 days 23 hours');
    const before = await findKeyViewer(database, text);
    await database.shiftClock('90 days 1 hour');

    expect(before).toBeDefined();
    expect(await findKeyViewer(database, text)).toBeUndefined();
    expect(await loadKeys(database, userId)).toEqual([]);
  });

  test('is revoked by its owner alone, and once', async () => {
    const [owner, other] = [
      await createTestUser(database, 'member'),
      await createTestUser(database, 'administrator'),
    ];
    const { key, text } = await createKey(database, toNewKey(owner.userId));

    expect(await revokeKey(database, other.userId, key.keyId)).toBe(false);
    expect(await findKeyViewer(database, text)).toBeDefined();
    expect(await revokeKey(database, owner.userId, key.keyId)).toBe(true);
    expect(await revokeKey(database, owner.userId, key.keyId)).toBe(false);
    expect(await findKeyViewer(database, text)).toBeUndefined();
  });

  test('is first used once, also by two at the same moment', async () => {
    const { userId } = await createTestUser(database, 'member');
    const { key, text } = await createKey(database, toNewKey(userId));
    const touch = () => database.transaction((tx) => touchKey(tx, key.keyId));

    const firsts = await Promise.all([touch(), touch(), touch()]);

    expect(firsts.filter(Boolean)).toEqual([true]);
    expect((await findKeyViewer(database, text))?.isTouchDue).toBe(false);
  });
});

test('keys of a user are revoked together, and nobody else’s', async () => {
  const [one, other] = [await createTestUser(database, 'member'), await createTestUser(database, 'member')];
  const made = [
    await createKey(database, toNewKey(one.userId)),
    await createKey(database, toNewKey(one.userId)),
    await createKey(database, toNewKey(other.userId)),
  ];

  const revoked = await revokeKeysOf(database, one.userId);

  expect(revoked.toSorted((a, b) => a - b)).toEqual([made[0]!.key.keyId, made[1]!.key.keyId]);
  expect(await loadKeys(database, other.userId)).toEqual([made[2]!.key]);
});

test('keys that hold streams are alive while they speak for somebody', async () => {
  const [one, disabled] = [
    await createTestUser(database, 'member'),
    await createTestUser(database, 'member'),
  ];
  const alive = await createKey(database, toNewKey(one.userId));
  const revoked = await createKey(database, toNewKey(one.userId));
  const dead = await createKey(database, toNewKey(disabled.userId));

  await revokeKey(database, one.userId, revoked.key.keyId);
  await database.query('update app_user set disabled_at = app_now() where user_id = $1::bigint', [
    disabled.userId,
  ]);
  const keyIds = [alive, revoked, dead].map(({ key }) => key.keyId);

  expect([...(await findAliveKeys(database, keyIds))]).toEqual([`key ${alive.key.keyId}`]);
});

test('keys are cleared away thirty days after they ended or were revoked', async () => {
  const { userId } = await createTestUser(database, 'member');
  const count = async () =>
    (await database.query('select 1 from api_key where user_id = $1::bigint', [userId])).length;
  const { key } = await createKey(database, { ...toNewKey(userId), days: 10 });
  await createKey(database, { ...toNewKey(userId), days: 20 });
  await createKey(database, { ...toNewKey(userId), days: 366 });
  await revokeKey(database, userId, key.keyId);

  await database.shiftClock('31 days');
  await clearEnded(database);
  const afterRevoked = await count();
  await database.shiftClock('51 days');
  await clearEnded(database);

  expect([afterRevoked, await count()]).toEqual([2, 1]);
});
