import { ApiFailure, listUsers, signOn } from '@throughline/contract';
import { describe, expect, test } from 'vitest';
import { codeOf } from '../../http/testing/index.ts';
import { faultCases } from '../testing/sign-on-cases.data.ts';
import { startSignOnWorld, toBody } from '../testing/start-sign-on-world.ts';

const world = await startSignOnWorld();
const { provider, save, introduce, leave, goThrough, whoIs, visitAs, administrator, api } = world;

describe('what does not hold is refused, and nobody is let in', () => {
  test.each(faultCases)('%s: %s', async (fault, code) => {
    const member = await api.signIn('member');
    const user = introduce();
    await goThrough(member, user, 'connect');
    const client = await api.visit();
    provider.fault = fault;

    expect(await codeOf(goThrough(client, user))).toBe(code);

    expect(await whoIs(client)).toBeUndefined();
  });

  test('a sign-in page that is not served over https is not led to', async () => {
    provider.fault = 'sign-in-page-is-script';

    expect(await codeOf(leave(await api.visit()))).toBe('sign-on-failed');
  });

  test('a code and a state are good once, in the browser that left, for what it left for', async () => {
    const member = await api.signIn('member');
    const user = introduce();
    await goThrough(member, user, 'connect');
    const [client, other] = [await api.visit(), await api.visit()];
    const { url } = await leave(client);
    const first = toBody(await provider.signIn(url, user));
    const second = toBody(await provider.signIn((await leave(client)).url, user));

    const refusals = [
      await codeOf(other.call(signOn, { body: first })),
      await codeOf(member.call(signOn, { body: first })),
      await codeOf(client.call(signOn, { body: { ...first, code: second.code } })),
      await codeOf(client.call(signOn, { body: first })),
    ];

    expect(refusals).toEqual([
      'authorisation-invalid',
      'authorisation-invalid',
      'sign-on-failed',
      'authorisation-invalid',
    ]);
    expect(await codeOf(client.call(signOn, { body: second }))).toBe('sign-on-failed');
  });

  test('keys that were rotated between are found', async () => {
    const member = await api.signIn('member');
    const user = introduce();
    await goThrough(member, user, 'connect');

    await provider.rotateKeys();

    expect(await whoIs(await visitAs(user))).toMatchObject({ userId: member.user.userId });
  });

  test('an identity is one user’s', async () => {
    const [first, second] = [await api.signIn('member'), await api.signIn('member')];
    const user = introduce();
    await goThrough(first, user, 'connect');

    expect(await codeOf(goThrough(second, user, 'connect'))).toBe('identity-taken');
  });
});

describe('trying it', () => {
  test('says what would happen and changes nothing', async () => {
    await save({ groupsClaim: 'groups', openDomains: ['example.com'] });
    const users = (await administrator.call(listUsers)).users.length;
    const user = introduce({ groups: ['leads'] });

    const { report } = await goThrough(administrator, user, 'test');

    expect(report).toMatchObject({
      role: 'manager',
      isLetIn: true,
      groups: ['leads'],
      isEmailVerified: true,
    });
    expect((await administrator.call(listUsers)).users).toHaveLength(users);
    expect((await whoIs(administrator))?.userId).toBe(administrator.user.userId);
    expect(await codeOf(leave(await api.signIn('manager'), 'test'))).toBe('not-found');
    expect(await codeOf(leave(await api.visit(), 'connect'))).toBe('not-found');
  });

  test('tells an administrator why it fails, and a visitor not', async () => {
    provider.fault = 'token-expired';
    const messageOf = (work: Promise<unknown>) =>
      work.then(
        () => '',
        (error: unknown) => (error instanceof ApiFailure ? error.failure.message : String(error)),
      );

    const forAdministrator = await messageOf(goThrough(administrator, introduce(), 'test'));
    const forVisitor = await messageOf(visitAs(introduce()));

    expect(forAdministrator).toContain('exp');
    expect(forVisitor).not.toContain('The reason');
  });
});
