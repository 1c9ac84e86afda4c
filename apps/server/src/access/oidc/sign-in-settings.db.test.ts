import {
  getSession,
  getSignInSettings,
  getSignInWays,
  listAudit,
  removeSignOnProvider,
  saveSignOnProvider,
  setPasswordSignIn,
  signIn,
  signOut,
} from '@throughline/contract';
import { describe, expect, test } from 'vitest';
import { codeOf } from '../../http/testing/index.ts';
import { refusedDomains, refusedIssuers } from '../testing/sign-on-cases.data.ts';
import { startSignOnWorld } from '../testing/start-sign-on-world.ts';
import { testPassword } from '../testing/test-users.ts';

const world = await startSignOnWorld();
const {
  provider,
  settings,
  clientSecret,
  save,
  introduce,
  leave,
  goThrough,
  visitAs,
  database,
  administrator,
  api,
} = world;

describe('settings', () => {
  test.each(refusedIssuers)('an issuer is not %s', async (issuer) => {
    expect(await codeOf(save({ issuer }))).toBe('input-invalid');
  });

  test.each(refusedDomains)('a domain is not %s', async (domain) => {
    expect(await codeOf(save({ openDomains: [domain] }))).toBe('input-invalid');
  });

  test('never tell the secret, keep it for the same client, and take it nowhere else', async () => {
    const body = { ...settings, name: 'Renamed' };
    await administrator.call(saveSignOnProvider, { body });

    const told = JSON.stringify(await administrator.call(getSignInSettings));
    const { entries } = await administrator.call(listAudit);
    const [stored] = await database.query<{ row: string }>(
      'select sign_on_provider::text as row from sign_on_provider',
    );

    expect(told).toContain('Renamed');
    for (const text of [told, JSON.stringify(entries), stored!.row, ...api.log])
      expect(text.includes(clientSecret)).toBe(false);
    const elsewhere = { ...body, issuer: 'https://evil.example' };
    expect(await codeOf(administrator.call(saveSignOnProvider, { body: elsewhere }))).toBe('input-invalid');
    await save();
    expect(await codeOf(goThrough(await api.visit(), introduce()))).toBe('sign-in-failed');
  });

  test('a private address of the provider is asked only where that is allowed', async () => {
    await save({ issuer: 'https://10.1.2.3' });

    expect(await codeOf(leave(await api.visit()))).toBe('sign-on-unreachable');
  });

  test('removed, single sign-on is gone', async () => {
    await administrator.call(removeSignOnProvider);

    expect(await (await api.visit()).call(getSignInWays)).toEqual({ isPasswordForAll: true });
    expect(await codeOf(leave(await api.visit()))).toBe('not-found');
  });
});

describe('passwords', () => {
  test('are the administrators’ way alone where that is said, and the provider down closes nobody out', async () => {
    const member = await api.signIn('member');
    await administrator.call(setPasswordSignIn, { body: { isForAll: false } });
    const enter = (email: string) =>
      api.visit().then((client) => codeOf(client.call(signIn, { body: { email, password: testPassword } })));
    provider.fault = 'discovery-down';

    const refusals = [await enter(member.user.email), await enter(administrator.user.email)];
    const ways = await (await api.visit()).call(getSignInWays);

    expect(refusals).toEqual(['sign-in-failed', 'done']);
    expect(ways).toEqual({ isPasswordForAll: false, provider: { name: 'Example' } });
    await administrator.call(setPasswordSignIn, { body: { isForAll: true } });
  });

  test('the end of a session of single sign-on leads to the provider’s, of another not', async () => {
    const member = await api.signIn('member');
    const user = introduce();
    await goThrough(member, user, 'connect');
    const client = await visitAs(user);

    const ended = await client.call(signOut);
    const plain = await (await api.signIn('member')).call(signOut);

    expect(ended.leaveTo).toBe(
      `${provider.issuer}/end?${new URLSearchParams({ client_id: provider.clientId, post_logout_redirect_uri: `${api.origin}/signin` }).toString()}`,
    );
    expect(plain).toEqual({});
    expect((await client.call(getSession)).user).toBeUndefined();
  });
});
