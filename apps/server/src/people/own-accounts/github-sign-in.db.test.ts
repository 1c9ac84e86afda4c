import {
  ApiFailure,
  beginGithubSignIn,
  connectOwnAccount,
  createInvitation,
  getSession,
  listGithubSignIns,
  listOwnAccounts,
  listOwnGrants,
  removeOwnAccount,
  setGithubSignIn,
  signInWithGithub,
  updateUser,
} from '@throughline/contract';
import { beforeAll, expect, test } from 'vitest';
import { visitGitHub } from '../../github-access/testing/visit-github.ts';
import { codeOf, type TestClient } from '../../http/testing/index.ts';
import { startOwnAccountsWorld, toReturned } from './testing/start-own-accounts-world.ts';

const world = await startOwnAccountsWorld('oauth-app');
const { api, database, emulator, host, connect } = world;
const { hostId } = host;
const administrator = await api.signIn('administrator');
beforeAll(() => administrator.call(setGithubSignIn, { params: { hostId }, body: { isAllowed: true } }));

const leave = async (client: TestClient, login: string, invitation?: string) => {
  const body = { hostId, ...(invitation === undefined ? {} : { invitation }) };
  const { url } = await client.call(beginGithubSignIn, { body });
  return toReturned(await (await visitGitHub(emulator.origin, login)).authorise(url));
};

const enter = async (client: TestClient, login: string, invitation?: string) =>
  client.call(signInWithGithub, { body: await leave(client, login, invitation) });

const whoIs = async (client: TestClient) => (await client.reload()).user;

const invite = async (email: string): Promise<string> => {
  const { link } = await administrator.call(createInvitation, { body: { email, role: 'member' } });
  return new URL(link).pathname.replace('/join/', '');
};

test('signs in who connected the account before, under a new session, and leaves no token behind', async () => {
  const member = await api.signIn('member');
  await connect(member, 'bob');
  const client = await api.visit();
  const before = client.cookies.size;
  emulator.control.clear();

  await enter(client, 'bob');
  const ended = emulator.control
    .ledger()
    .filter(({ operation }) => operation.startsWith('DELETE /applications'));

  expect(before).toBe(1);
  expect((await whoIs(client))?.userId).toBe(member.user.userId);
  expect(ended).toHaveLength(1);
  expect(await client.call(listGithubSignIns)).toEqual({ hosts: [{ hostId, hostName: host.name }] });
});

test('an account that nobody connected, a disabled user and a removed connection are refused alike', async () => {
  const [disabled, removed] = [await api.signIn('member'), await api.signIn('member')];
  await connect(disabled, 'cai');
  await connect(removed, 'dan');
  await administrator.call(updateUser, {
    params: { userId: disabled.user.userId },
    body: { isDisabled: true },
  });
  const [account] = (await removed.call(listOwnAccounts)).accounts;
  const grants = await removed.call(listOwnGrants, { params: { ownAccountId: account!.ownAccountId } });
  await removed.call(removeOwnAccount, { params: { ownAccountId: account!.ownAccountId } });

  const messages = await Promise.all(
    ['eve', 'cai', 'dan'].map(async (login) =>
      enter(await api.visit(), login).then(
        () => 'in',
        (error: unknown) => (error instanceof ApiFailure ? error.failure : error),
      ),
    ),
  );

  expect(account?.scopes).toEqual(['read:user']);
  expect(grants).toEqual({});
  expect(messages[0]).toMatchObject({ code: 'sign-in-failed' });
  expect(messages[1]).toEqual(messages[0]);
  expect(messages[2]).toEqual(messages[0]);
});

test('joins by an invitation, and the only way in is not removed before there is another', async () => {
  const client = await api.visit();

  await enter(client, 'fay', await invite('fay@example.com'));
  const joined = await whoIs(client);
  await connect(client, 'fay');
  const { ownAccountId } = (await client.call(listOwnAccounts)).accounts[0]!;

  expect(joined).toMatchObject({ email: 'fay@example.com', role: 'member' });
  expect(await codeOf(client.call(removeOwnAccount, { params: { ownAccountId } }))).toBe('conflict');
  expect(await codeOf(leave(await api.visit(), 'gus', 'x'.repeat(43)))).toBe('invitation-invalid');
});

test('what comes back is for the browser that left, once, and for signing in alone', async () => {
  const member = await api.signIn('member');
  await connect(member, 'gus');
  const [client, other] = [await api.visit(), await api.visit()];
  const back = await leave(client, 'gus');

  const refusals = [
    await codeOf(other.call(signInWithGithub, { body: back })),
    await codeOf(member.call(signInWithGithub, { body: back })),
    await codeOf(member.call(connectOwnAccount, { body: back })),
  ];
  await client.call(signInWithGithub, { body: back });
  await client.reload();
  const again = await codeOf(client.call(signInWithGithub, { body: back }));

  expect(refusals).toEqual(Array.from({ length: 3 }, () => 'authorisation-invalid'));
  expect((await client.call(getSession)).user?.userId).toBe(member.user.userId);
  expect(again).toBe('authorisation-invalid');
});

test('a code that was changed on its way, and one asked for with another verifier, open nothing', async () => {
  const member = await api.signIn('member');
  await connect(member, 'hal');
  const [client, attacker] = [await api.visit(), await api.visit()];
  const stolen = await leave(attacker, 'hal');
  const back = await leave(client, 'eve');

  const injected = await codeOf(client.call(signInWithGithub, { body: { ...back, code: stolen.code } }));
  const changed = await codeOf(
    client.call(signInWithGithub, { body: { ...(await leave(client, 'hal')), code: '0'.repeat(20) } }),
  );

  expect([injected, changed]).toEqual(['github-sign-in-refused', 'github-sign-in-refused']);
  expect(await whoIs(client)).toBeUndefined();
});

test('switched off, it is not offered, and who is away comes back to nothing', async () => {
  const client = await api.visit();
  const back = await leave(client, 'bob');
  await administrator.call(setGithubSignIn, { params: { hostId }, body: { isAllowed: false } });

  expect(await client.call(listGithubSignIns)).toEqual({ hosts: [] });
  expect(await codeOf(client.call(beginGithubSignIn, { body: { hostId } }))).toBe('not-found');
  expect(await codeOf(client.call(signInWithGithub, { body: back }))).toBe('not-found');
  await administrator.call(setGithubSignIn, { params: { hostId }, body: { isAllowed: true } });
});

test('ids of another host are nobody’s here: an identity is its host’s origin and the number there', async () => {
  const member = await api.signIn('member');
  await connect(member, 'ida');

  await database.query(`update user_identity set issuer = 'https://github.com' where user_id = $1::bigint`, [
    member.user.userId,
  ]);

  expect(await codeOf(enter(await api.visit(), 'ida'))).toBe('sign-in-failed');
});
