import { changePassword, getSession, signIn, signOut } from '@throughline/contract';
import { afterEach, describe, expect, test } from 'vitest';
import { codeOf, failureOf, type TestClient } from '../http/testing/index.ts';
import { startAccessApi } from './testing/start-access-api.ts';
import { createTestUser, testPassword } from './testing/test-users.ts';

const api = await startAccessApi();
const { database } = api;
afterEach(() => database.shiftClock(''));

const isSignedIn = async (client: TestClient): Promise<boolean> =>
  (await client.call(getSession)).user !== undefined;

const signInAs = async (email: string, client?: TestClient): Promise<TestClient> => {
  const browser = client ?? (await api.visit());
  await browser.call(signIn, { body: { email, password: testPassword } });
  return browser;
};

describe('signing in', () => {
  test('gives a session, and says who it is', async () => {
    const user = await createTestUser(database, 'manager');
    const browser = await api.visit();

    const session = await browser.call(signIn, { body: { email: user.email, password: testPassword } });

    expect(session.user).toEqual({ ...user });
    expect(await isSignedIn(browser)).toBe(true);
  });

  test('takes the address in any case and with spaces around it', async () => {
    const user = await createTestUser(database, 'member');

    const browser = await signInAs(`  ${user.email.toUpperCase()} `);

    expect(await isSignedIn(browser)).toBe(true);
  });

  test('refuses a wrong password, an unknown address and a disabled user in the same words', async () => {
    const user = await createTestUser(database, 'member');
    const disabled = await createTestUser(database, 'member');
    await database.query('update app_user set disabled_at = app_now() where user_id = $1', [disabled.userId]);
    const browser = await api.visit();
    const attempt = (email: string, password: string) =>
      failureOf(browser.call(signIn, { body: { email, password } }));

    const failures = [
      await attempt(user.email, 'seven dry umbrellas'),
      await attempt('nobody@example.com', testPassword),
      await attempt(disabled.email, testPassword),
    ];

    expect(failures[0]).toMatchObject({ code: 'sign-in-failed' });
    expect(new Set(failures.map((failure) => JSON.stringify(failure))).size).toBe(1);
    expect(await isSignedIn(browser)).toBe(false);
  });

  test('makes a new session each time, whatever cookie was planted before (fixation)', async () => {
    const user = await createTestUser(database, 'member');
    const planted = 'A'.repeat(43);
    const browser = await api.visit();
    browser.cookies.set('throughline', planted);
    await browser.reload();

    await signInAs(user.email, browser);
    const first = browser.cookies.get('throughline');
    await signInAs(user.email, browser);
    const second = browser.cookies.get('throughline');

    expect(new Set([planted, first, second]).size).toBe(3);
    const rows = await database.query<{ alive: number }>(
      'select count(*)::integer as alive from user_session where user_id = $1 and ended_at is null',
      [user.userId],
    );
    expect(rows).toEqual([{ alive: 1 }]);
  });

  test('sets a cookie that scripts cannot read and other sites cannot send', async () => {
    const user = await createTestUser(database, 'member');
    const browser = await api.visit();

    const response = await browser.fetch('/api/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: user.email, password: testPassword }),
    });

    const [cookie] = response.headers.getSetCookie();
    expect(cookie).toMatch(/^throughline=[\w-]{43}; Max-Age=604800; Path=\/; HttpOnly; SameSite=Lax$/);
  });

  test('keeps nothing from which a session could be made', async () => {
    const user = await createTestUser(database, 'member');
    const browser = await signInAs(user.email);
    const token = browser.cookies.get('throughline')!;

    const [row] = await database.query<{ dump: string }>(
      'select string_agg(user_session::text, $1) as dump from user_session',
      [' '],
    );

    expect(row?.dump).not.toContain(token);
    expect(row?.dump).not.toContain(Buffer.from(token).toString('hex'));
    expect(api.log.join('')).not.toContain(token);
    expect(api.log.join('')).not.toContain(testPassword);
  });
});

describe('a session ends', () => {
  test('by signing out, on the server and not in the browser alone', async () => {
    const browser = await signInAs((await createTestUser(database, 'member')).email);
    const token = browser.cookies.get('throughline')!;

    await browser.call(signOut);

    expect(browser.cookies.has('throughline')).toBe(false);
    browser.cookies.set('throughline', token);
    expect(await isSignedIn(browser)).toBe(false);
    expect(await codeOf(browser.call(signOut))).toBe('not-signed-in');
  });

  test('12 hours after it was last used, and not sooner', async () => {
    const browser = await signInAs((await createTestUser(database, 'member')).email);

    await database.shiftClock('11 hours 58 minutes');
    expect(await isSignedIn(browser)).toBe(true);
    await database.shiftClock('23 hours 57 minutes');
    expect(await isSignedIn(browser)).toBe(true);
    await database.shiftClock('35 hours 58 minutes');
    expect(await isSignedIn(browser)).toBe(false);
  });

  test('7 days after it began, however much it is used', async () => {
    const browser = await signInAs((await createTestUser(database, 'member')).email);
    const seen: boolean[] = [];

    for (let hours = 10; hours < 7 * 24; hours += 10) {
      await database.shiftClock(`${hours} hours`);
      seen.push(await isSignedIn(browser));
    }
    await database.shiftClock('7 days 1 minute');
    seen.push(await isSignedIn(browser));

    expect(seen.indexOf(false)).toBe(seen.length - 1);
  });

  test('at once when its user is disabled', async () => {
    const user = await createTestUser(database, 'member');
    const browser = await signInAs(user.email);

    await database.query('update app_user set disabled_at = app_now() where user_id = $1', [user.userId]);

    expect(await isSignedIn(browser)).toBe(false);
  });
});

describe('changing one’s password', () => {
  test('ends the other sessions and keeps this one', async () => {
    const { email } = await createTestUser(database, 'member');
    const [here, elsewhere] = [await signInAs(email), await signInAs(email)];

    await here.call(changePassword, { body: { current: testPassword, next: 'eight dry umbrellas' } });

    expect(await isSignedIn(here)).toBe(true);
    expect(await isSignedIn(elsewhere)).toBe(false);
    expect(await codeOf(signInAs(email))).toBe('sign-in-failed');
  });

  test('asks for the current one', async () => {
    const browser = await signInAs((await createTestUser(database, 'member')).email);

    const failed = await failureOf(
      browser.call(changePassword, { body: { current: 'eight wet umbrellas', next: 'eight dry umbrellas' } }),
    );

    expect(failed).toMatchObject({ code: 'input-invalid', fields: { current: expect.any(String) } });
  });

  test('refuses one that is guessed first', async () => {
    const browser = await signInAs((await createTestUser(database, 'member')).email);

    const code = codeOf(
      browser.call(changePassword, { body: { current: testPassword, next: 'Password2026!!' } }),
    );

    expect(await code).toBe('password-too-weak');
  });
});

describe('attempts at a password', () => {
  test('are ten a minute for an address and a user, and others are not held up', async () => {
    const [user, other] = [
      await createTestUser(database, 'member'),
      await createTestUser(database, 'member'),
    ];
    const browser = await api.visit();
    const attempt = (email: string, password = 'a wrong password') =>
      codeOf(browser.call(signIn, { body: { email, password } }));

    const codes: unknown[] = [];
    for (let i = 0; i < 11; i += 1) codes.push(await attempt(user.email));

    expect(codes).toEqual([...Array.from({ length: 10 }, () => 'sign-in-failed'), 'too-many-requests']);
    expect(await attempt(user.email.toUpperCase(), testPassword)).toBe('too-many-requests');
    expect(await attempt(other.email, testPassword)).toBe('done');
  });

  test('say when to try again, and are not fooled by a made-up client address', async () => {
    const user = await createTestUser(database, 'member');
    const browser = await api.visit();
    const attempt = (i: number) =>
      browser.fetch('/api/session', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-forwarded-for': `203.0.113.${i}` },
        body: JSON.stringify({ email: user.email, password: 'a wrong password' }),
      });

    const answers: Response[] = [];
    for (let i = 0; i < 11; i += 1) answers.push(await attempt(i));

    expect(answers.at(-1)?.status).toBe(429);
    expect(Number(answers.at(-1)?.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});
