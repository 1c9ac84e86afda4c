import {
  acceptInvitation,
  createInvitation,
  getInvitationByLink,
  getSession,
  listAudit,
  listInvitations,
  listUsers,
  revokeInvitation,
  updateUser,
  updateWorkspace,
} from '@throughline/contract';
import { afterEach, describe, expect, test } from 'vitest';
import { codeOf, type TestClient } from '../http/testing/index.ts';
import { startAccessApi } from './testing/start-access-api.ts';
import { createTestSession, testPassword } from './testing/test-users.ts';

const api = await startAccessApi();
const { database } = api;
const administrator = await api.signIn('administrator');
afterEach(() => database.shiftClock(''));

const isSignedIn = async (client: TestClient): Promise<boolean> =>
  (await client.call(getSession)).user !== undefined;

const auditOf = async (subject: string): Promise<string[]> => {
  const { entries } = await administrator.call(listAudit);
  return entries.filter((entry) => entry.subject === subject).map((entry) => entry.action);
};

const invite = async (email: string, role: 'administrator' | 'manager' | 'member' = 'member') => {
  const { invitation, link } = await administrator.call(createInvitation, { body: { email, role } });
  return { invitation, token: new URL(link).pathname.replace('/join/', ''), link };
};

const join = async (token: string) => {
  const browser = await api.visit();
  return browser.call(acceptInvitation, {
    params: { token },
    body: { name: 'Grace', password: testPassword },
  });
};

describe('an invitation', () => {
  test('leads in by its link, once, with its role', async () => {
    const { invitation, token, link } = await invite('grace@example.com', 'manager');
    const browser = await api.visit();

    expect(link).toBe(`${api.origin}/join/${token}`);
    expect(await browser.call(getInvitationByLink, { params: { token } })).toMatchObject({
      email: 'grace@example.com',
      role: 'manager',
      workspaceName: 'Throughline',
    });
    const session = await join(token);

    expect(session.user).toMatchObject({ email: 'grace@example.com', name: 'Grace', role: 'manager' });
    expect(await codeOf(join(token))).toBe('invitation-invalid');
    expect(await codeOf(browser.call(getInvitationByLink, { params: { token } }))).toBe('invitation-invalid');
    const { invitations } = await administrator.call(listInvitations);
    expect(invitations.find((one) => one.invitationId === invitation.invitationId)?.state).toBe('used');
  });

  test('ends after 7 days, when withdrawn, and when a newer one is made', async () => {
    const [late, withdrawn, older] = [
      await invite('late@example.com'),
      await invite('withdrawn@example.com'),
      await invite('twice@example.com'),
    ];
    await administrator.call(revokeInvitation, {
      params: { invitationId: withdrawn.invitation.invitationId },
    });
    await invite('twice@example.com');

    expect(await codeOf(join(withdrawn.token))).toBe('invitation-invalid');
    expect(await codeOf(join(older.token))).toBe('invitation-invalid');
    await database.shiftClock('6 days 23 hours');
    const browser = await api.visit();
    expect(await codeOf(browser.call(getInvitationByLink, { params: { token: late.token } }))).toBe('done');
    await database.shiftClock('7 days 1 minute');
    expect(await codeOf(join(late.token))).toBe('invitation-invalid');
  });

  test('cannot be withdrawn twice, nor when there is none', async () => {
    const { invitation } = await invite('gone@example.com');
    const withdraw = (invitationId: number) =>
      codeOf(administrator.call(revokeInvitation, { params: { invitationId } }));

    expect(await withdraw(invitation.invitationId)).toBe('done');
    expect(await withdraw(invitation.invitationId)).toBe('conflict');
    expect(await withdraw(999_999)).toBe('conflict');
  });

  test('is not made for who is here already', async () => {
    const { user } = await api.signIn('member');

    expect(await codeOf(invite(user.email.toUpperCase()))).toBe('email-taken');
  });

  test('serves one of several who come at once', async () => {
    const { token } = await invite('race@example.com');

    const codes = await Promise.all(Array.from({ length: 5 }, () => codeOf(join(token))));

    expect(codes.toSorted()).toEqual(['done', ...Array.from({ length: 4 }, () => 'invitation-invalid')]);
  });
});

describe('a user', () => {
  test('is listed without anything one could sign in with', async () => {
    const member = await api.signIn('member');

    const text = await (await administrator.fetch('/api/users')).text();

    expect(JSON.parse(text).users).toContainEqual(
      expect.objectContaining({ email: member.user.email, role: 'member' }),
    );
    expect(text).not.toMatch(/hash|argon|password|session/i);
  });

  test('who is disabled is out at once and comes back only with a new session', async () => {
    const member = await api.signIn('member');
    const change = (isDisabled: boolean) =>
      administrator.call(updateUser, { params: { userId: member.user.userId }, body: { isDisabled } });

    await change(true);
    expect(await isSignedIn(member)).toBe(false);
    await change(false);
    expect(await isSignedIn(member)).toBe(false);

    expect(await auditOf(`user:${member.user.userId}`)).toEqual(['user.enabled', 'user.disabled']);
  });

  test('whose role changes signs in anew, and then has the new one', async () => {
    const member = await api.signIn('member');

    await administrator.call(updateUser, {
      params: { userId: member.user.userId },
      body: { role: 'manager' },
    });

    expect(await isSignedIn(member)).toBe(false);
    member.cookies.set('throughline', await createTestSession(database, member.user.userId));
    expect((await member.call(getSession)).user?.role).toBe('manager');
  });

  test('who changes their own role goes on with another session', async () => {
    const second = await api.signIn('administrator');
    const before = second.cookies.get('throughline');

    await second.call(updateUser, { params: { userId: second.user.userId }, body: { role: 'member' } });

    expect(second.cookies.get('throughline')).not.toBe(before);
    expect((await second.call(getSession)).user?.role).toBe('member');
    second.cookies.set('throughline', before!);
    expect(await isSignedIn(second)).toBe(false);
  });

  test('keeps the session when nothing changes', async () => {
    const member = await api.signIn('member');

    await administrator.call(updateUser, {
      params: { userId: member.user.userId },
      body: { role: 'member', isDisabled: false },
    });

    expect(await isSignedIn(member)).toBe(true);
    expect(await auditOf(`user:${member.user.userId}`)).toEqual([]);
  });

  test('who is not there cannot be changed', async () => {
    const change = administrator.call(updateUser, { params: { userId: 999_999 }, body: { role: 'member' } });

    expect(await codeOf(change)).toBe('not-found');
  });
});

describe('the last administrator', () => {
  test('is never taken away, also when two take each other away at once', async () => {
    await database.query(`update app_user set disabled_at = app_now() where user_id <> $1`, [
      administrator.user.userId,
    ]);
    const second = await api.signIn('administrator');
    const demote = (by: TestClient, userId: number) =>
      codeOf(by.call(updateUser, { params: { userId }, body: { role: 'member' } }));

    const codes = await Promise.all([
      demote(administrator, second.user.userId),
      demote(second, administrator.user.userId),
    ]);

    const left = await database.query<{ user_id: number }>(
      "select user_id from app_user where role = 'administrator' and disabled_at is null",
    );
    expect(left).toHaveLength(1);
    expect(codes).toContain('done');
    await database.query("update app_user set role = 'administrator' where user_id = $1", [
      administrator.user.userId,
    ]);
    await database.query("update app_user set role = 'member' where user_id = $1", [second.user.userId]);
    administrator.cookies.set('throughline', await createTestSession(database, administrator.user.userId));
    await administrator.reload();
    expect(await demote(administrator, administrator.user.userId)).toBe('last-administrator');
  });
});

describe('the audit', () => {
  test('says who changed what, newest first, page by page', async () => {
    for (let i = 0; i < 101; i += 1) {
      await database.query("insert into audit_entry (action, subject) values ('test.counted', $1)", [
        `test:${i}`,
      ]);
    }
    await administrator.call(updateWorkspace, { body: { name: 'Acme', zone: 'Asia/Tokyo' } });

    const first = await administrator.call(listAudit);
    const second = await administrator.call(listAudit, { query: { before: first.nextBefore } });

    expect(first.entries[0]).toMatchObject({
      actor: administrator.user.email,
      action: 'workspace.changed',
      subject: 'workspace',
      detail: { name: 'Acme', zone: 'Asia/Tokyo' },
    });
    expect(first.entries).toHaveLength(100);
    expect(second.entries[0]?.auditId).toBeLessThan(first.entries.at(-1)!.auditId);
  });

  test('that cannot be written refuses the change', async () => {
    const member = await api.signIn('member');
    await database.query(
      `alter table audit_entry add constraint full_disk check (action <> 'user.disabled') not valid`,
    );

    const response = await administrator.fetch(`/api/users/${member.user.userId}`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ isDisabled: true }),
    });
    await database.query('alter table audit_entry drop constraint full_disk');

    expect(response.status).toBe(500);
    expect(await isSignedIn(member)).toBe(true);
    const { users } = await administrator.call(listUsers);
    expect(users.find((one) => one.userId === member.user.userId)?.disabledAt).toBeUndefined();
  });
});
