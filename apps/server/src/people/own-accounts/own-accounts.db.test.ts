import {
  becomePerson,
  connectOwnAccount,
  createPerson,
  getPerson,
  linkAccount,
  listOwnAccounts,
  listOwnGrants,
  removeOwnAccount,
  signInWithGithub,
  updatePerson,
} from '@throughline/contract';
import { expect, test } from 'vitest';
import { codeOf, type TestClient } from '../../http/testing/index.ts';
import { upsertAccounts } from '../accounts.sql.ts';
import { startOwnAccountsWorld } from './testing/start-own-accounts-world.ts';

const world = await startOwnAccountsWorld('github-app');
const { api, database, emulator, connect, leave, host } = world;
const administrator = await api.signIn('administrator');

/** A member who is a person of that name. */
async function signInAsPerson(name: string) {
  const client = await api.signIn('member');
  const { slug } = await administrator.call(createPerson, { body: { name } });
  await administrator.call(updatePerson, { params: { slug }, body: { userId: client.user.userId } });
  return { client, slug };
}

/** An account that was seen in what was read; answers its number at GitHub. */
async function see(login: string): Promise<number> {
  const { value: token } = emulator.control.addToken({ kind: 'classic', login });
  const headers = { 'user-agent': 'test', authorization: `Bearer ${token}` };
  const { id: githubId } = Object(
    await (await fetch(`${emulator.restUrl}/users/${login}`, { headers })).json(),
  );
  const account = { githubId, login, kind: 'User' as const, observedAt: new Date() };
  await upsertAccounts(database, host.hostId, [account]);
  return githubId;
}

const linksOf = async (slug: string) => {
  const { links, formerLinks } = await administrator.call(getPerson, { params: { slug } });
  return [...links, ...formerLinks].map(({ account, evidence, unlinkedAt }) => ({
    login: account.login,
    evidence: evidence.map(({ kind }) => kind),
    isOver: unlinkedAt !== undefined,
  }));
};

const onlyAccount = async (client: TestClient) => (await client.call(listOwnAccounts)).accounts[0];

const clear = async (client: TestClient) => {
  const account = await onlyAccount(client);
  if (account !== undefined) {
    await client.call(removeOwnAccount, { params: { ownAccountId: account.ownAccountId } });
  }
};

test('connected, an account is its user’s person’s by the highest proof, and shows what it reaches', async () => {
  const { client, slug } = await signInAsPerson('Bob');

  const before = await client.call(listOwnAccounts);
  const connected = await connect(client, 'bob');
  const account = await onlyAccount(client);
  const grants = await client.call(listOwnGrants, { params: { ownAccountId: account!.ownAccountId } });

  expect(before).toMatchObject({
    accounts: [],
    hosts: [{ hostId: host.hostId, appName: 'Throughline Test' }],
  });
  expect(connected).toMatchObject({ login: 'bob', claim: { kind: 'linked' } });
  expect(account).toMatchObject({ login: 'bob', state: 'connected', appKind: 'github-app' });
  expect(grants).toEqual({ organisations: [{ login: 'acme', reach: 'chosen', isSuspended: false }] });
  expect(await linksOf(slug)).toEqual([{ login: 'bob', evidence: ['own-account'], isOver: false }]);
  await clear(client);
});

test('what was somebody else’s by weaker evidence gives way, and stays in the history', async () => {
  const wrong = await administrator.call(createPerson, { body: { name: 'Not Eve' } });
  await administrator.call(linkAccount, {
    params: { slug: wrong.slug },
    body: {
      hostId: host.hostId,
      githubId: await see('eve'),
      evidence: [{ kind: 'own-account', text: 'so I say' }],
    },
  });
  const { client, slug } = await signInAsPerson('Eve');

  const { claim } = await connect(client, 'eve');

  expect(claim).toEqual({ kind: 'linked', takenFrom: 'Not Eve' });
  expect(await linksOf(wrong.slug)).toEqual([{ login: 'eve', evidence: [], isOver: true }]);
  expect(await linksOf(slug)).toEqual([{ login: 'eve', evidence: ['own-account'], isOver: false }]);
  await clear(client);
});

test('of two users who claim one account the second is refused, and its new token is ended', async () => {
  const first = await signInAsPerson('Ada');
  const second = await signInAsPerson('Ada Again');
  await connect(first.client, 'ada');

  const refusal = await codeOf(connect(second.client, 'ada'));
  const asked = emulator.control
    .ledger()
    .filter(({ operation }) => operation.startsWith('DELETE /applications'));

  expect(refusal).toBe('identity-taken');
  expect(asked.length).toBeGreaterThan(0);
  expect((await second.client.call(listOwnAccounts)).accounts).toEqual([]);
  expect(
    await codeOf(
      administrator.call(linkAccount, {
        params: { slug: second.slug },
        body: { hostId: host.hostId, githubId: await see('ada') },
      }),
    ),
  ).toBe('account-linked-elsewhere');

  await clear(first.client);
  expect(await linksOf(first.slug)).toEqual([{ login: 'ada', evidence: ['own-account'], isOver: false }]);
  expect(await codeOf(connect(second.client, 'ada'))).toBe('account-linked-elsewhere');
});

test('what comes back is good once, in the browser and for the user that left, and for nothing else', async () => {
  const client = await api.signIn('member');
  const other = await api.signIn('member');
  const back = await leave(client, 'cai');

  const refusals = [
    await codeOf(other.call(connectOwnAccount, { body: back })),
    await codeOf(client.call(signInWithGithub, { body: back })),
    await codeOf(client.call(connectOwnAccount, { body: { ...back, state: 'x'.repeat(43) } })),
  ];
  const taken = await client.call(connectOwnAccount, { body: back });
  const again = await codeOf(client.call(connectOwnAccount, { body: back }));

  expect(refusals).toEqual(Array.from({ length: 3 }, () => 'authorisation-invalid'));
  expect(taken.claim).toEqual({ kind: 'no-person' });
  expect(again).toBe('authorisation-invalid');
  await clear(client);
});

test('connected again, an account has one token: the one before is ended by the app it came by', async () => {
  const client = await api.signIn('member');
  await connect(client, 'kay');
  emulator.control.clear();

  await connect(client, 'kay');
  const ended = emulator.control
    .ledger()
    .filter(({ operation }) => operation.startsWith('DELETE /applications'));
  const accounts = (await client.call(listOwnAccounts)).accounts;
  const grants = client.call(listOwnGrants, { params: { ownAccountId: accounts[0]!.ownAccountId } });

  expect(ended).toHaveLength(1);
  expect(accounts).toHaveLength(1);
  expect(await codeOf(grants)).toBe('done');
  await clear(client);
});

test('a user without a person becomes one by the account: whoever has it and nothing else, else somebody new', async () => {
  const client = await api.signIn('member');

  const nothingYet = await codeOf(client.call(becomePerson, { body: {} }));
  await connect(client, 'dan');
  const become = await client.call(becomePerson, { body: {} });
  const again = await client.call(becomePerson, { body: {} });

  expect(nothingYet).toBe('conflict');
  expect([become.isNew, again]).toEqual([true, { slug: become.slug, name: become.name, isNew: false }]);
  expect((await client.call(getPerson, { params: { slug: 'me' } })).slug).toBe(become.slug);
  await clear(client);
});

test('a person who has that account and nothing else is taken, one with another account too is not', async () => {
  const [alone, twofold] = [await signInAsPerson('Alone'), await signInAsPerson('Twofold')];
  for (const [{ slug, client }, logins] of [
    [alone, ['hal']],
    [twofold, ['ida', 'jan']],
  ] as const) {
    for (const login of logins) {
      const body = { hostId: host.hostId, githubId: await see(login) };
      await administrator.call(linkAccount, { params: { slug }, body });
    }
    await administrator.call(updatePerson, { params: { slug }, body: { userId: null } });
    await connect(client, logins[0]);
  }

  const taken = await alone.client.call(becomePerson, { body: {} });
  const made = await twofold.client.call(becomePerson, { body: {} });

  expect(taken).toMatchObject({ slug: alone.slug, isNew: false });
  expect(made).toMatchObject({ isNew: true });
  expect(await linksOf(alone.slug)).toMatchObject([{ login: 'hal', evidence: ['own-account'] }]);
  expect(await linksOf(made.slug)).toMatchObject([{ login: 'ida', evidence: ['own-account'] }]);
});

test('a token that ends is renewed once, whoever asks at the same time; a lost renewal is said', async () => {
  const { client } = await signInAsPerson('Renewed');
  await connect(client, 'fay');
  const { ownAccountId } = (await onlyAccount(client))!;
  const ask = () => codeOf(client.call(listOwnGrants, { params: { ownAccountId } }));
  const renewals = () =>
    emulator.control.ledger().filter(({ operation }) => operation.includes('/login/oauth/access_token'))
      .length;
  const before = renewals();
  const end = (how: string) =>
    database.query(`update own_github_account set ${how} where own_account_id = $1::bigint`, [ownAccountId]);

  await end("token_ends_at = app_now() - interval '1 minute'");
  const both = await Promise.all([ask(), ask(), ask()]);
  const renewed = renewals() - before;
  const [held] = await database.query<{ refresh_sealed: string }>(
    'select refresh_sealed from own_github_account where own_account_id = $1::bigint',
    [ownAccountId],
  );
  await end("token_ends_at = app_now() - interval '1 minute'");
  await ask();
  // As after a crash between GitHub's answer and our commit: the refresh token that was used is still what is held.
  await database.query(
    `update own_github_account
     set refresh_sealed = $2::text, token_ends_at = app_now() - interval '1 minute'
     where own_account_id = $1::bigint`,
    [ownAccountId, held!.refresh_sealed],
  );
  const lost = await ask();

  expect(both).toEqual(['done', 'done', 'done']);
  expect(renewed).toBeLessThanOrEqual(1);
  expect(lost).toBe('conflict');
  expect(await onlyAccount(client)).toMatchObject({ state: 'lost' });
  await clear(client);
  expect(await onlyAccount(client)).toBeUndefined();
});

test('a removal that GitHub does not hear stays listed, signs nobody in, and is done when it hears', async () => {
  const { client } = await signInAsPerson('Removed');
  await connect(client, 'gus');
  const { ownAccountId } = (await onlyAccount(client))!;
  emulator.control.addFault({
    kind: 'status',
    status: 502,
    operation: 'DELETE /applications/{client_id}/grant',
    times: 1,
  });

  const first = await client.call(removeOwnAccount, { params: { ownAccountId } });
  const waiting = await onlyAccount(client);
  const second = await client.call(removeOwnAccount, { params: { ownAccountId } });

  expect([first.state, waiting?.state, second.state]).toEqual(['ending', 'ending', 'removed']);
  expect(await onlyAccount(client)).toBeUndefined();
});
