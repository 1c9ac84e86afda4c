import { once } from 'node:events';
import {
  type Call,
  createClient,
  createKey,
  defineRoute,
  getMe,
  listAudit,
  listKeys,
  revokeKey,
  updateUser,
} from '@throughline/contract';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { codeOf, startTestApi } from '../http/testing/index.ts';
import { accessRoutes } from './access.routes.ts';
import { handleStream } from './handle.ts';

/** Named like the stream that keys may ask for. */
const watch = defineRoute({
  id: 'streamSync',
  method: 'GET',
  path: '/api/watch',
  policy: 'signed-in',
  summary: 'A stream of a test.',
  answer: z.object({ name: z.string() }),
});

const api = await startTestApi({
  limits: { callsPerMinute: 200 },
  routes: ({ database }) => [
    ...accessRoutes({ database, personOf: () => Promise.resolve(new Map()) }),
    handleStream(watch, 'watched', async function* ({ reader, request }) {
      yield { name: reader.name };
      if (!request.signal.aborted) await once(request.signal, 'abort');
    }),
  ],
});

const withKey = (text: string): Call =>
  createClient({ origin: api.origin, headers: () => ({ authorization: `Bearer ${text}` }) });

const make = (client: { readonly call: Call }, given: { days?: number; scope?: 'read' | 'sync' } = {}) =>
  client.call(createKey, { body: { name: 'Laptop', scope: 'read', ...given } });

describe('a key made by its owner', () => {
  test('speaks for them, is listed without its text, and says when it was used', async () => {
    const client = await api.signIn('manager');

    const { key, text } = await make(client);
    const me = await withKey(text)(getMe);
    const listed = await client.call(listKeys);

    expect(me.user).toMatchObject({ userId: client.user.userId, role: 'manager' });
    expect(me.key).toMatchObject({ keyId: key.keyId, prefix: text.slice(0, 9), scope: 'read' });
    expect(listed.keys).toEqual([{ ...key, lastUsedAt: expect.any(String) }]);
    expect(JSON.stringify([key, listed, me])).not.toContain(text.slice(9));
    expect(api.log.join('')).not.toContain(text.slice(9));
  });

  test.each([
    [undefined, 90],
    [1, 1],
    [366, 366],
  ])('asked for %j days ends after %i', async (days, ends) => {
    const client = await api.signIn('member');

    const { key } = await make(client, days === undefined ? {} : { days });

    const lasts = (Date.parse(key.endsAt) - Date.parse(key.createdAt)) / (24 * 3600 * 1000);
    expect(Math.round(lasts)).toBe(ends);
  });

  test.each([0, 367, 1.5])('is not made for %j days', async (days) => {
    const client = await api.signIn('member');

    expect(await codeOf(make(client, { days }))).toBe('input-invalid');
  });

  test('is one of fifty at most', async () => {
    const client = await api.signIn('member');
    for (let made = 0; made < 50; made += 1) await make(client);

    expect(await codeOf(make(client))).toBe('keys-too-many');
  });

  test('revoked is dead at once, and nobody else can revoke it', async () => {
    const [owner, other] = [await api.signIn('member'), await api.signIn('administrator')];
    const { key, text } = await make(owner);
    const params = { keyId: key.keyId };

    const byOther = await codeOf(other.call(revokeKey, { params }));
    await owner.call(revokeKey, { params });

    expect(byOther).toBe('not-found');
    expect(await codeOf(withKey(text)(getMe))).toBe('key-invalid');
    expect(await codeOf(owner.call(revokeKey, { params }))).toBe('not-found');
  });

  test('of a user who is disabled is dead at once, and stays so when they are enabled', async () => {
    const [owner, administrator] = [await api.signIn('member'), await api.signIn('administrator')];
    const { text } = await make(owner);
    const change = (isDisabled: boolean) =>
      administrator.call(updateUser, { params: { userId: owner.user.userId }, body: { isDisabled } });

    await change(true);
    const whileDisabled = await codeOf(withKey(text)(getMe));
    await change(false);

    expect([whileDisabled, await codeOf(withKey(text)(getMe))]).toEqual(['key-invalid', 'key-invalid']);
  });
});

test('making, first using and revoking a key stand in the audit, once each and without its text', async () => {
  const administrator = await api.signIn('administrator');
  const { key, text } = await make(administrator, { scope: 'sync', days: 7 });

  await withKey(text)(getMe);
  await withKey(text)(getMe);
  await administrator.call(revokeKey, { params: { keyId: key.keyId } });

  const { entries } = await administrator.call(listAudit);
  const about = entries.filter(({ subject }) => subject === `key:${key.keyId}`);
  expect(about.map(({ action, actor, detail }) => ({ action, actor, detail })).toReversed()).toEqual([
    { action: 'key.created', actor: administrator.user.email, detail: { scope: 'sync', days: 7 } },
    { action: 'key.first-used', actor: administrator.user.email, detail: {} },
    { action: 'key.revoked', actor: administrator.user.email, detail: {} },
  ]);
  expect(JSON.stringify(entries)).not.toContain(text.slice(9));
});

test('what streams to a key ends within five seconds of its revocation', async () => {
  const client = await api.signIn('member');
  const { key, text } = await make(client);
  const response = await fetch(`${api.origin}/api/watch`, { headers: { authorization: `Bearer ${text}` } });
  let hasEnded = false;
  void response.text().finally(() => {
    hasEnded = true;
  });

  await client.call(revokeKey, { params: { keyId: key.keyId } });

  await expect.poll(() => hasEnded, { timeout: 5_000 }).toBe(true);
});

test('a key shares its owner’s calls a minute, and wrong keys are counted by address', async () => {
  const client = await api.signIn('member');
  const call = withKey((await make(client)).text);

  const codes = await Promise.all(Array.from({ length: 210 }, () => codeOf(call(getMe))));
  const bySession = await codeOf(client.call(getMe));
  const wrong = await Promise.all(Array.from({ length: 210 }, () => codeOf(withKey('tl_wrong')(getMe))));

  expect(codes).toContain('too-many-requests');
  expect(bySession).toBe('too-many-requests');
  expect(new Set(wrong)).toEqual(new Set(['key-invalid', 'too-many-requests']));
});
