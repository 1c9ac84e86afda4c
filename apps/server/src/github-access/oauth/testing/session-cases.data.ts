import { getSession, listUsers, signIn, signOut, updateUser } from '@throughline/contract';
import { createTestKey, createTestUser, testPassword } from '../../../access/testing/test-users.ts';
import type { TestClient } from '../../../http/testing/index.ts';
import type { SignInCase, SignInWorld } from './sign-in-world.ts';

const cookieName = 'throughline';
const tokenOf = (client: TestClient): string => client.cookies.get(cookieName) ?? '';

/** A browser that holds a session's token, and no more. */
async function withToken(world: SignInWorld, token: string): Promise<TestClient> {
  const client = await world.api.visit();
  client.cookies.set(cookieName, token);
  await client.reload();
  return client;
}

/** Something that only an administrator may see. */
const look = (client: TestClient) => client.call(listUsers);

const refuseUnless = (holds: boolean, what: string): void => {
  if (!holds) throw new Error(what);
};

/** What a sign-in sets for a browser. */
async function readCookie(world: SignInWorld): Promise<string> {
  const user = await createTestUser(world.database, 'member');
  const browser = await world.api.visit();
  const response = await browser.fetch('/api/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: user.email, password: testPassword }),
  });
  return response.headers.getSetCookie().find((cookie) => cookie.startsWith(`${cookieName}=`)) ?? '';
}

const cookieHas =
  (attribute: RegExp): SignInCase['attempt'] =>
  async (world) => {
    const cookie = await readCookie(world);
    refuseUnless(attribute.test(cookie), cookie);
  };

/** Sessions: made anew at each sign-in, and ended on the server. */
export const sessionCases: readonly SignInCase[] = [
  {
    name: 'a session planted before the sign-in',
    ends: 'not-signed-in',
    attempt: async (world) => {
      const user = await createTestUser(world.database, 'administrator');
      const planted = 'A'.repeat(43);
      await world.enter(user, await withToken(world, planted));
      return look(await withToken(world, planted));
    },
  },
  {
    name: 'the session before the last sign-in in a browser',
    ends: 'not-signed-in',
    attempt: async (world) => {
      const { user, client } = await world.person();
      const before = tokenOf(client);
      await world.enter(user, client);
      refuseUnless(tokenOf(client) !== before, 'The session stayed the same.');
      return look(await withToken(world, before));
    },
  },
  {
    name: 'the session before one’s own role changed',
    ends: 'not-signed-in',
    attempt: async (world) => {
      const { user, client } = await world.person();
      const before = tokenOf(client);
      const { userId } = user;
      await client.call(updateUser, { params: { userId }, body: { role: 'manager' } });
      refuseUnless(tokenOf(client) !== before, 'The session stayed the same.');
      refuseUnless((await client.call(getSession)).user?.role === 'manager', 'The new session is none.');
      return look(await withToken(world, before));
    },
  },
  {
    name: 'a session after signing out',
    ends: 'not-signed-in',
    attempt: async (world) => {
      const { client } = await world.person();
      const token = tokenOf(client);
      await client.call(signOut);
      return look(await withToken(world, token));
    },
  },
  {
    name: 'one’s other session after signing out of one',
    ends: 'done',
    attempt: async (world) => {
      const { user, client } = await world.person();
      const other = await world.enter(user);
      await client.call(signOut);
      return look(other);
    },
  },
  {
    name: 'any session of a user who was disabled within five seconds',
    ends: 'not-signed-in',
    attempt: async (world) => {
      const [victim, other] = [await world.person(), await world.person()];
      const second = await world.enter(victim.user);
      const { userId } = victim.user;
      await other.client.call(updateUser, { params: { userId }, body: { isDisabled: true } });
      const first = await look(victim.client).catch(() => 'refused');
      refuseUnless(first === 'refused', 'The first session still works.');
      return look(second);
    },
  },
  {
    name: 'a session that was not used for twelve hours',
    ends: 'not-signed-in',
    attempt: async (world) => {
      const { client } = await world.person();
      await world.database.shiftClock('12 hours 1 minute');
      return look(client);
    },
  },
  {
    name: 'a session that is used, of more than seven days',
    ends: 'not-signed-in',
    attempt: async (world) => {
      const { client } = await world.person();
      for (let hours = 11; hours < 7 * 24; hours += 11) {
        await world.database.shiftClock(`${hours} hours`);
        await look(client);
      }
      await world.database.shiftClock('7 days 1 minute');
      return look(client);
    },
  },
  { name: 'a cookie that scripts cannot read', ends: 'done', attempt: cookieHas(/; HttpOnly(;|$)/) },
  { name: 'a cookie that other sites do not send', ends: 'done', attempt: cookieHas(/; SameSite=Lax(;|$)/) },
  {
    name: 'a cookie of this very host alone',
    ends: 'done',
    attempt: cookieHas(/^(?!.*domain=).*; Path=\/;/i),
  },
  ...[
    ['a made-up session', 'B'.repeat(43)],
    ['a session that is a question to the database', "' or true --"],
    ['a session of ten thousand letters', 'C'.repeat(7_000)],
  ].map(
    ([name = '', token = '']): SignInCase => ({
      name,
      ends: 'not-signed-in',
      attempt: async (world) => look(await withToken(world, token)),
    }),
  ),
  {
    name: 'a key beside a session',
    ends: 'key-beside-session',
    attempt: async (world) => {
      const { user, client } = await world.person();
      const key = await createTestKey(world.database, user.userId, 'read');
      return world.send(client, '/api/users', { headers: { authorization: `Bearer ${key}` } });
    },
  },
  {
    name: 'a sign-in with the CSRF token of somebody else’s visit',
    ends: 'csrf-refused',
    attempt: async (world) => {
      const user = await createTestUser(world.database, 'member');
      const [one, other] = [await world.api.visit(), await world.api.visit()];
      one.csrfToken = other.csrfToken;
      return one.call(signIn, { body: { email: user.email, password: testPassword } });
    },
  },
  {
    name: 'a sign-in that a foreign page posts',
    ends: 'csrf-refused',
    attempt: async (world) => {
      const user = await createTestUser(world.database, 'member');
      return world.send(await world.api.visit(), '/api/session', {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: 'https://evil.example' },
        body: JSON.stringify({ email: user.email, password: testPassword }),
      });
    },
  },
  {
    name: 'the right password of a disabled user',
    ends: 'sign-in-failed',
    attempt: async (world) => {
      const user = await createTestUser(world.database, 'member');
      await world.database.query('update app_user set disabled_at = app_now() where user_id = $1::bigint', [
        user.userId,
      ]);
      return world.enter(user);
    },
  },
  {
    name: 'an eleventh password within a minute, though it is right',
    ends: 'too-many-requests',
    attempt: async (world) => {
      const user = await createTestUser(world.database, 'member');
      const browser = await world.api.visit();
      const body = { email: user.email, password: 'a wrong password' };
      for (let tried = 0; tried < 10; tried += 1) await browser.call(signIn, { body }).catch(() => undefined);
      return world.enter(user, browser);
    },
  },
];
