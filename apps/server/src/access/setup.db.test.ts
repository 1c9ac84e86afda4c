import { completeSetup, getSession, getSetup } from '@throughline/contract';
import { beforeEach, describe, expect, test } from 'vitest';
import { codeOf } from '../http/testing/index.ts';
import { createSetupPath } from './setup-links.sql.ts';
import { startAccessApi } from './testing/start-access-api.ts';
import { testPassword } from './testing/test-users.ts';

const api = await startAccessApi();
const { database } = api;
const body = { email: 'ada@example.com', name: 'Ada', password: testPassword };

beforeEach(async () => {
  await database.shiftClock('');
  await database.query('truncate app_user, setup_link, user_session, audit_entry, invitation cascade');
  await database.query('update workspace set set_up_at = null, zone = $1', ['UTC']);
});

const makeLink = async (): Promise<string> => {
  const path = await createSetupPath(database);
  if (path === undefined) throw new Error('There is no link.');
  return path.replace('/setup/', '');
};

const countUsers = async (): Promise<number> => {
  const [row] = await database.query<{ users: number }>('select count(*)::integer as users from app_user');
  return row!.users;
};

describe('a set-up link', () => {
  test('makes the first administrator, signs them in and takes their zone', async () => {
    const token = await makeLink();
    const browser = await api.visit();

    const { expiresAt } = await browser.call(getSetup, { params: { token } });
    const session = await browser.call(completeSetup, {
      params: { token },
      body: { ...body, zone: 'Europe/Paris' },
    });

    expect(new Date(expiresAt).getTime() - Date.now()).toBeLessThanOrEqual(30 * 60_000);
    expect(session).toMatchObject({
      isSetUp: true,
      user: { email: body.email, role: 'administrator' },
      workspace: { zone: 'Europe/Paris' },
    });
    expect((await browser.call(getSession)).user?.email).toBe(body.email);
  });

  test('is nowhere once the set-up is done: used, unused, made up or new', async () => {
    const [used, unused] = [await makeLink(), await makeLink()];
    const browser = await api.visit();
    await browser.call(completeSetup, { params: { token: used }, body });
    const other = await api.visit();

    const answers: string[] = [];
    for (const token of [used, unused, 'A'.repeat(43)]) {
      answers.push(await (await other.fetch(`/api/setup/${token}`)).text());
      expect(await codeOf(other.call(completeSetup, { params: { token }, body }))).toBe('not-found');
    }
    answers.push(await (await other.fetch('/api/nothing-here')).text());

    expect(new Set(answers).size).toBe(1);
    expect(await createSetupPath(database)).toBeUndefined();
    expect(await countUsers()).toBe(1);
  });

  test('ends after 30 minutes', async () => {
    const token = await makeLink();
    const browser = await api.visit();

    await database.shiftClock('29 minutes');
    expect(await codeOf(browser.call(getSetup, { params: { token } }))).toBe('done');
    await database.shiftClock('31 minutes');
    expect(await codeOf(browser.call(getSetup, { params: { token } }))).toBe('setup-link-invalid');
    expect(await codeOf(browser.call(completeSetup, { params: { token }, body }))).toBe('setup-link-invalid');
    expect(await countUsers()).toBe(0);
  });

  test('cannot be made up', async () => {
    const browser = await api.visit();

    const codes = await Promise.all(
      ['A'.repeat(43), 'short', '%00'.repeat(20), '../../etc/passwd/a/b/c'].map((token) =>
        codeOf(browser.call(getSetup, { params: { token } })),
      ),
    );

    expect(codes).toEqual(['setup-link-invalid', 'not-found', 'setup-link-invalid', 'setup-link-invalid']);
  });

  test('that is refused for its input stays good', async () => {
    const token = await makeLink();
    const browser = await api.visit();
    const attempt = (change: Partial<typeof body>) =>
      codeOf(browser.call(completeSetup, { params: { token }, body: { ...body, ...change } }));

    expect(await attempt({ password: 'short' })).toBe('input-invalid');
    expect(await attempt({ password: 'Password2026!!' })).toBe('password-too-weak');
    expect(await attempt({ email: 'no address' })).toBe('input-invalid');
    expect(await attempt({})).toBe('done');
  });

  test('serves one of two who come at once', async () => {
    const token = await makeLink();
    const browsers = await Promise.all(Array.from({ length: 6 }, () => api.visit()));

    const codes = await Promise.all(
      browsers.map((browser, i) =>
        codeOf(
          browser.call(completeSetup, { params: { token }, body: { ...body, email: `a${i}@example.com` } }),
        ),
      ),
    );

    expect(codes.filter((code) => code === 'done')).toHaveLength(1);
    expect(codes.filter((code) => code === 'not-found')).toHaveLength(5);
    expect(await countUsers()).toBe(1);
  });

  test('serves one of two who hold different links', async () => {
    const tokens = [await makeLink(), await makeLink()];
    const browsers = await Promise.all([api.visit(), api.visit()]);

    const codes = await Promise.all(
      browsers.map((browser, i) =>
        codeOf(
          browser.call(completeSetup, {
            params: { token: tokens[i]! },
            body: { ...body, email: `b${i}@example.com` },
          }),
        ),
      ),
    );

    expect(codes.toSorted()).toEqual(['done', 'not-found']);
    expect(await countUsers()).toBe(1);
  });

  test('is stored so that the database alone does not open the door', async () => {
    const token = await makeLink();

    const [row] = await database.query<{ dump: string }>(
      'select string_agg(setup_link::text, $1) as dump from setup_link',
      [' '],
    );

    expect(row?.dump).not.toContain(token);
    expect(api.log.join('')).not.toContain(token);
  });
});
