import { afterEach, describe, expect, test } from 'vitest';
import { testDatabase } from '../platform/sql/testing/index.ts';
import { clearEnded } from './clear-ended.sql.ts';
import { createInvitation, loadInvitations, takeInvitation } from './invitations.sql.ts';
import {
  createSession,
  endSession,
  endSessionsOf,
  findAliveSessions,
  findViewer,
  touchSession,
} from './sessions.sql.ts';
import { createSetupPath, findSetupLink } from './setup-links.sql.ts';
import { createTestUser } from './testing/test-users.ts';
import { loadUsers } from './users.sql.ts';

const database = await testDatabase();
afterEach(() => database.shiftClock(''));

const sessionIdOf = async (token: string): Promise<string> =>
  (await findViewer(database, token))!.viewer.sessionId;

describe('sessions', () => {
  test('are found by their token, with who they are for', async () => {
    const user = await createTestUser(database, 'manager');

    const token = await createSession(database, user.userId);

    expect((await findViewer(database, token))?.viewer).toEqual({
      ...user,
      sessionId: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(await findViewer(database, `${token.slice(0, -1)}-`)).toBeUndefined();
    expect(await findViewer(database, '')).toBeUndefined();
  });

  test('are told apart when several are asked about at once', async () => {
    const [one, other] = [await createTestUser(database, 'member'), await createTestUser(database, 'member')];
    const tokens = [
      await createSession(database, one.userId),
      await createSession(database, one.userId),
      await createSession(database, other.userId),
    ];
    const [first, second, third] = await Promise.all(tokens.map(sessionIdOf));

    await endSession(database, first!);
    await database.query('update app_user set disabled_at = app_now() where user_id = $1', [other.userId]);
    const alive = await findAliveSessions(database, [first!, second!, third!, 'ff'.repeat(32)]);

    expect([...alive]).toEqual([second]);
  });

  test('of a user end together but for the one to keep', async () => {
    const { userId } = await createTestUser(database, 'member');
    const tokens = [await createSession(database, userId), await createSession(database, userId)];
    const kept = await sessionIdOf(tokens[0]!);

    await endSessionsOf(database, userId, kept);

    expect(await findViewer(database, tokens[0]!)).toBeDefined();
    expect(await findViewer(database, tokens[1]!)).toBeUndefined();
  });

  test('are noted as used once a minute', async () => {
    const { userId } = await createTestUser(database, 'member');
    const token = await createSession(database, userId);
    expect((await findViewer(database, token))?.isTouchDue).toBe(false);

    await database.shiftClock('61 seconds');
    const due = await findViewer(database, token);
    await touchSession(database, due!.viewer.sessionId);

    expect(due?.isTouchDue).toBe(true);
    expect((await findViewer(database, token))?.isTouchDue).toBe(false);
    expect((await loadUsers(database, [userId]))[0]?.lastSeenAt).toBeInstanceOf(Date);
  });
});

test('what has ended is cleared away after 30 days and not before', async () => {
  await database.query('update workspace set set_up_at = null');
  const { userId } = await createTestUser(database, 'administrator');
  await database.query('update workspace set set_up_at = null');
  await createSession(database, userId);
  const link = (await createSetupPath(database))!.replace('/setup/', '');
  const { path } = await database.transaction((tx) =>
    createInvitation(tx, { email: 'kept@example.com', role: 'member', invitedBy: userId }),
  );
  await takeInvitation(database, path.replace('/join/', ''));
  const count = async (): Promise<unknown> =>
    (
      await database.query(
        `select
           (select count(*)::integer from user_session where user_id = $1::bigint) as sessions,
           (select count(*)::integer from setup_link) as links,
           (select count(*)::integer from invitation) as invitations`,
        [userId],
      )
    )[0];
  expect(await findSetupLink(database, link)).toBeDefined();

  await database.shiftClock('29 days 23 hours');
  await clearEnded(database);
  expect(await count()).toEqual({ sessions: 1, links: 1, invitations: 1 });
  await database.shiftClock('30 days 1 hour');
  await clearEnded(database);
  expect(await count()).toEqual({ sessions: 1, links: 0, invitations: 0 });
  await database.shiftClock('37 days 1 hour');
  await clearEnded(database);
  expect(await count()).toEqual({ sessions: 0, links: 0, invitations: 0 });
  expect(await loadInvitations(database)).toEqual([]);
});
