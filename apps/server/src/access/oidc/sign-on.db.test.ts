import { createInvitation, getMyWaysIn, listUsers, updateUser } from '@throughline/contract';
import { describe, expect, test } from 'vitest';
import { codeOf } from '../../http/testing/index.ts';
import { strangersAddresses } from '../testing/sign-on-cases.data.ts';
import { startSignOnWorld } from '../testing/start-sign-on-world.ts';

const world = await startSignOnWorld();
const { provider, save, introduce, goThrough, whoIs, visitAs, database, administrator, api } = world;

describe('who comes by single sign-on', () => {
  test('is whoever connected that identity, and nobody by an e-mail address', async () => {
    const member = await api.signIn('member');
    const sameAddress = introduce({ email: member.user.email });
    await save({ openDomains: ['example.com'] });

    const before = await codeOf(visitAs(sameAddress));
    const connected = await goThrough(member, sameAddress, 'connect');
    const client = await visitAs(sameAddress);

    expect(before).toBe('sign-in-failed');
    expect(connected).toEqual({ intent: 'connect' });
    expect(await whoIs(client)).toMatchObject({ userId: member.user.userId });
    expect((await member.call(getMyWaysIn)).identities).toMatchObject([{ issuer: provider.issuer }]);
  });

  test('gets a session of its own, and the one before is over', async () => {
    const member = await api.signIn('member');
    const user = introduce();
    await goThrough(member, user, 'connect');
    const before = member.cookies.get('throughline');

    await goThrough(member, user);

    expect(member.cookies.get('throughline')).not.toBe(before);
    const [old] = await database.query<{ count: number }>(
      'select count(*)::integer as count from user_session where user_id = $1::bigint and ended_at is null',
      [member.user.userId],
    );
    expect(old?.count).toBe(1);
  });

  test('joins by an invitation, once, as what it offers', async () => {
    const { link } = await administrator.call(createInvitation, {
      body: { email: 'new@example.com', role: 'manager' },
    });
    const token = new URL(link).pathname.replace('/join/', '');
    const user = introduce();
    const client = await api.visit();

    await goThrough(client, user, 'join', token);

    expect(await whoIs(client)).toMatchObject({ email: 'new@example.com', role: 'manager', name: user });
    expect(await codeOf(goThrough(await api.visit(), introduce(), 'join', token))).toBe('invitation-invalid');
    expect((await client.call(getMyWaysIn)).hasPassword).toBe(false);
  });

  test('comes uninvited only by a verified address at a listed domain', async () => {
    await save({ openDomains: ['example.com'] });
    const verified = introduce();

    expect(await whoIs(await visitAs(verified))).toMatchObject({
      role: 'member',
      email: `${verified}@example.com`,
    });
    expect(await codeOf(visitAs(introduce({ email_verified: false })))).toBe('sign-in-failed');
    expect(await codeOf(visitAs(introduce({ email_verified: 'true' })))).toBe('sign-in-failed');
    expect(await codeOf(visitAs(introduce({ email: undefined })))).toBe('sign-in-failed');
    for (const email of strangersAddresses)
      expect([email, await codeOf(visitAs(introduce({ email })))]).toEqual([email, 'sign-in-failed']);
  });

  test('is refused like a stranger when disabled, and not made anew', async () => {
    await save({ openDomains: ['example.com'] });
    const user = introduce();
    const userId = (await whoIs(await visitAs(user)))?.userId ?? 0;
    await administrator.call(updateUser, { params: { userId }, body: { isDisabled: true } });
    const known = provider.users.get(user)!;
    provider.users.set(user, { ...known, claims: { ...known.claims, email: `renamed-${user}@example.com` } });

    const refusal = await codeOf(visitAs(user));

    expect(refusal).toBe('sign-in-failed');
    expect(
      (await administrator.call(listUsers)).users.some(({ email }) => email.startsWith('renamed-')),
    ).toBe(false);
  });
});

describe('groups', () => {
  const grouped = { groupsClaim: 'groups', openDomains: ['example.com'] };

  test('give the role at each sign-in, the highest of several; none of them is refused', async () => {
    await save(grouped);
    const user = introduce({ groups: ['staff', 'leads'] });
    const client = await visitAs(user);
    const first = await whoIs(client);
    const known = provider.users.get(user)!;
    provider.users.set(user, { ...known, claims: { ...known.claims, groups: 'staff' } });

    const second = await whoIs(await visitAs(user));

    expect([first?.role, second?.role]).toEqual(['manager', 'member']);
    expect(await whoIs(client)).toBeUndefined();
    expect(await codeOf(visitAs(introduce({ groups: ['Staff', 'other'] })))).toBe('sign-in-failed');
    expect(await codeOf(visitAs(introduce()))).toBe('sign-in-failed');
    await save({ ...grouped, ungrouped: 'member' });
    expect((await whoIs(await visitAs(introduce())))?.role).toBe('member');
  });

  test('are asked of the user information where the ID token leaves them out', async () => {
    await save(grouped);
    const user = introduce();
    provider.users.set(user, { ...provider.users.get(user)!, furtherClaims: { groups: ['owners'] } });

    expect((await whoIs(await visitAs(user)))?.role).toBe('administrator');
    provider.fault = 'user-information-of-another';
    expect(await codeOf(visitAs(user))).toBe('sign-on-failed');
  });

  test('take no role from the last administrator with a password', async () => {
    await save(grouped);
    const user = introduce({ groups: ['staff'] });
    await goThrough(administrator, user, 'connect');

    const client = await visitAs(user);

    expect((await whoIs(client))?.role).toBe('administrator');
  });

  test('leave nobody demote the last administrator with a password, though others come by groups', async () => {
    await save(grouped);
    const other = await visitAs(introduce({ groups: ['owners'] }));

    const { userId } = administrator.user;
    const change = other.call(updateUser, { params: { userId }, body: { role: 'member' } });

    expect(await codeOf(change)).toBe('last-administrator');
  });
});
