import { updateUser } from '@throughline/contract';
import type { SignInCase, SignInWorld } from './sign-in-world.ts';

/** What comes back, put to the server in some other way than it left. */
const finishAltered =
  (alter: (back: { state: string; code: string }) => object): SignInCase['attempt'] =>
  async (world) => {
    const { client } = await world.person();
    return world.finish(client, alter(await world.goAndComeBack(client)));
  };

const returnPath = '/api/oauth-apps/return';
const toInit = (back: object, more: RequestInit = {}): RequestInit => ({
  method: 'POST',
  body: JSON.stringify(back),
  ...more,
  headers: { 'content-type': 'application/json', ...(more.headers as Record<string, string> | undefined) }, // as: only plain ones are given
});

/** Changes what is stored of the only attempt there is. */
const changeAttempt = (world: SignInWorld, sql: string) =>
  world.database.query(`update authorisation_attempt set ${sql}`);

/** The state of an attempt. */
export const stateCases: readonly SignInCase[] = [
  {
    name: 'an honest return',
    ends: 'done',
    attempt: finishAltered((back) => back),
  },
  { name: 'no state', ends: 'input-invalid', attempt: finishAltered(({ code }) => ({ code })) },
  {
    name: 'an empty state',
    ends: 'input-invalid',
    attempt: finishAltered((back) => ({ ...back, state: '' })),
  },
  {
    name: 'a state that was never given out',
    ends: 'authorisation-invalid',
    attempt: finishAltered((back) => ({ ...back, state: 'x'.repeat(43) })),
  },
  {
    name: 'a state in other letters',
    ends: 'authorisation-invalid',
    attempt: finishAltered((back) => ({ ...back, state: back.state.toUpperCase() })),
  },
  {
    name: 'a state with something behind it',
    ends: 'authorisation-invalid',
    attempt: finishAltered((back) => ({ ...back, state: `${back.state}%00` })),
  },
  {
    name: 'a state without its end',
    ends: 'authorisation-invalid',
    attempt: finishAltered((back) => ({ ...back, state: back.state.slice(0, -1) })),
  },
  {
    name: 'a state too long for one',
    ends: 'input-invalid',
    attempt: finishAltered((back) => ({ ...back, state: back.state.repeat(6) })),
  },
  {
    name: 'a state that is a list',
    ends: 'input-invalid',
    attempt: finishAltered((back) => ({ ...back, state: [back.state] })),
  },
  {
    name: 'a state that is used again, with a new code',
    ends: 'authorisation-invalid',
    attempt: async (world) => {
      const { client } = await world.person();
      const url = await world.begin(client);
      await world.finish(client, await world.consent(url));
      return world.finish(client, await world.consent(url));
    },
  },
  {
    name: 'a state whose code was refused, tried again with a good one',
    ends: 'authorisation-invalid',
    attempt: async (world) => {
      const { client } = await world.person();
      const back = await world.goAndComeBack(client);
      await world.finish(client, { ...back, code: 'wrong' }).catch(() => undefined);
      return world.finish(client, back);
    },
  },
  {
    name: 'a state that came back from another browser of the same user',
    ends: 'authorisation-invalid',
    attempt: async (world) => {
      const { user, client } = await world.person();
      return world.finish(await world.enter(user), await world.goAndComeBack(client));
    },
  },
  {
    name: 'a state of another administrator, in that one’s browser',
    ends: 'authorisation-invalid',
    attempt: async (world) => {
      const [victim, attacker] = [await world.person(), await world.person()];
      return world.finish(victim.client, await world.goAndComeBack(attacker.client));
    },
  },
  {
    name: 'a state from before another user signed in, in the same browser',
    ends: 'authorisation-invalid',
    attempt: async (world) => {
      const [one, other] = [await world.person(), await world.person()];
      const back = await world.goAndComeBack(one.client);
      return world.finish(await world.enter(other.user, one.client), back);
    },
  },
  {
    name: 'a state from before the same user signed in again',
    ends: 'authorisation-invalid',
    attempt: async (world) => {
      const { user, client } = await world.person();
      const back = await world.goAndComeBack(client);
      return world.finish(await world.enter(user, client), back);
    },
  },
  ...['app-manifest', 'app-organisations', 'own-account', 'github-sign-in', 'oidc-sign-in'].map(
    (purpose): SignInCase => ({
      name: `a state given out for ${purpose}`,
      ends: 'authorisation-invalid',
      attempt: async (world) => {
        const { client } = await world.person();
        const back = await world.goAndComeBack(client);
        await changeAttempt(world, `purpose = '${purpose}'`);
        return world.finish(client, back);
      },
    }),
  ),
  {
    name: 'a state of ten minutes and a second',
    ends: 'authorisation-invalid',
    attempt: async (world) => {
      const { client } = await world.person();
      const back = await world.goAndComeBack(client);
      await world.database.shiftClock('10 minutes 1 second');
      return world.finish(client, back);
    },
  },
  {
    name: 'a state of nine minutes and a half',
    ends: 'done',
    attempt: async (world) => {
      const { client } = await world.person();
      const back = await world.goAndComeBack(client);
      await world.database.shiftClock('9 minutes 30 seconds');
      return world.finish(client, back);
    },
  },
  {
    name: 'the hash of a state, read from the database',
    ends: 'authorisation-invalid',
    attempt: async (world) => {
      const { client } = await world.person();
      const { code } = await world.goAndComeBack(client);
      const [row] = await world.database.query<{ hash: string }>(
        `select encode(state_hash, 'base64') as hash from authorisation_attempt`,
      );
      return world.finish(client, { code, state: row?.hash ?? '' });
    },
  },
];

/** The code, and whose it is. */
export const codeCases: readonly SignInCase[] = [
  { name: 'no code', ends: 'input-invalid', attempt: finishAltered(({ state }) => ({ state })) },
  { name: 'an empty code', ends: 'input-invalid', attempt: finishAltered((back) => ({ ...back, code: '' })) },
  {
    name: 'a code too long for one',
    ends: 'input-invalid',
    attempt: finishAltered((back) => ({ ...back, code: 'x'.repeat(2001) })),
  },
  {
    name: 'a code that GitHub never gave out',
    ends: 'github-sign-in-refused',
    attempt: finishAltered((back) => ({ ...back, code: '0123456789abcdef0123' })),
  },
  {
    name: 'a code that was exchanged before',
    ends: 'github-sign-in-refused',
    attempt: async (world) => {
      const { client } = await world.person();
      const used = await world.goAndComeBack(client);
      await world.finish(client, used);
      const { state } = await world.goAndComeBack(client);
      return world.finish(client, { state, code: used.code });
    },
  },
  {
    name: 'a code given to another app',
    ends: 'github-sign-in-refused',
    attempt: async (world) => {
      const { client } = await world.person();
      const { code } = await world.consent(await world.begin(client, world.apps[1]));
      const { state } = await world.goAndComeBack(client);
      return world.finish(client, { state, code });
    },
  },
  {
    name: 'a code older than ten minutes',
    ends: 'github-sign-in-refused',
    attempt: async (world) => {
      const { client } = await world.person();
      const back = await world.goAndComeBack(client);
      world.github.control.moveClock({ advanceSeconds: 601, worldStands: true });
      return world.finish(client, back);
    },
  },
  {
    name: 'an attacker’s code with the victim’s own state',
    ends: 'github-sign-in-refused',
    attempt: async (world) => {
      const [victim, attacker] = [await world.person(), await world.person()];
      const { state } = await world.goAndComeBack(victim.client);
      const { code } = await world.consent(await world.begin(attacker.client), 'mallory');
      return world.finish(victim.client, { state, code });
    },
  },
  {
    name: 'an attacker’s whole return in the victim’s browser',
    ends: 'authorisation-invalid',
    attempt: async (world) => {
      const [victim, attacker] = [await world.person(), await world.person()];
      return world.finish(victim.client, await world.consent(await world.begin(attacker.client), 'mallory'));
    },
  },
  {
    name: 'consent denied: an error comes back in a code’s place',
    ends: 'input-invalid',
    attempt: async (world) => {
      const { client } = await world.person();
      const { searchParams } = await world.begin(client);
      return world.finish(client, { state: searchParams.get('state') ?? '' });
    },
  },
  {
    name: 'a window that was closed: begun twice, the second comes back',
    ends: 'done',
    attempt: async (world) => {
      const { client } = await world.person();
      await world.begin(client);
      return world.finish(client, await world.goAndComeBack(client));
    },
  },
  {
    name: 'two windows: the first comes back after the second',
    ends: 'done',
    attempt: async (world) => {
      const { client } = await world.person();
      const [one, two] = [await world.begin(client), await world.begin(client)];
      await world.finish(client, await world.consent(two, 'robin'));
      return world.finish(client, await world.consent(one, 'robin'));
    },
  },
  {
    name: 'another address to be led back to than was begun with',
    ends: 'github-sign-in-refused',
    attempt: async (world) => {
      const { client } = await world.person();
      const back = await world.goAndComeBack(client);
      await changeAttempt(
        world,
        `payload = jsonb_set(payload, '{redirectUri}', '"http://127.0.0.1/github/return/other"')`,
      );
      return world.finish(client, back);
    },
  },
];

const consentWith =
  (change: (query: URLSearchParams) => void): SignInCase['attempt'] =>
  async (world) => {
    const { client } = await world.person();
    const url = await world.begin(client);
    change(url.searchParams);
    return world.finish(client, await world.consent(url));
  };

/** What binds the code to who asked for it (RFC 7636), and the names that are led back to. */
export const bindingCases: readonly SignInCase[] = [
  {
    name: 'the challenge of somebody else',
    ends: 'github-sign-in-refused',
    attempt: consentWith((query) => query.set('code_challenge', 'A'.repeat(43))),
  },
  {
    name: 'a downgrade to the method plain',
    ends: 'input-invalid',
    attempt: consentWith((query) => query.set('code_challenge_method', 'plain')),
  },
  {
    name: 'a method without a challenge',
    ends: 'input-invalid',
    attempt: consentWith((query) => query.delete('code_challenge')),
  },
  ...[
    'https://evil.example/github/return',
    'http://127.0.0.1.evil.example/github/return',
    '//evil.example/github/return',
    'http://127.0.0.1@evil.example/github/return',
    'http://*.127.0.0.1/github/return',
    'javascript:alert(1)',
  ].map(
    (address): SignInCase => ({
      name: `leading back to ${address}`,
      ends: 'input-invalid',
      attempt: consentWith((query) => query.set('redirect_uri', address)),
    }),
  ),
  ...['x-forwarded-host', 'forwarded', 'x-original-host'].map(
    (header): SignInCase => ({
      name: `another name for us in ${header}`,
      ends: 'done',
      attempt: async (world) => {
        const { client } = await world.person();
        const begun = await world.send(client, `/api/oauth-apps/${world.apps[0]}/begin`, {
          ...toInit({}),
          headers: { 'content-type': 'application/json', [header]: 'host=evil.example' },
        });
        // as: of an answer that was not refused
        const { searchParams } = new URL((begun as { url: string }).url);
        if (searchParams.get('redirect_uri') !== `${world.api.origin}/github/return`)
          throw new Error(`It would be led to ${searchParams.get('redirect_uri')}.`);
      },
    }),
  ),
  {
    name: 'a return that a foreign page posts',
    ends: 'csrf-refused',
    attempt: async (world) => {
      const { client } = await world.person();
      const back = await world.goAndComeBack(client);
      return world.send(client, returnPath, toInit(back, { headers: { origin: 'https://evil.example' } }));
    },
  },
  {
    name: 'a return from another site of ours',
    ends: 'csrf-refused',
    attempt: async (world) => {
      const { client } = await world.person();
      const back = await world.goAndComeBack(client);
      return world.send(client, returnPath, toInit(back, { headers: { 'sec-fetch-site': 'same-site' } }));
    },
  },
  {
    name: 'a return without the session’s CSRF token',
    ends: 'csrf-refused',
    attempt: async (world) => {
      const { client } = await world.person();
      const back = await world.goAndComeBack(client);
      return world.send(client, returnPath, toInit(back, { headers: { 'x-csrf-token': '' } }));
    },
  },
  {
    name: 'a return with the CSRF token of another session',
    ends: 'csrf-refused',
    attempt: async (world) => {
      const [one, other] = [await world.person(), await world.person()];
      const back = await world.goAndComeBack(one.client);
      const headers = { 'x-csrf-token': other.client.csrfToken };
      return world.send(one.client, returnPath, toInit(back, { headers }));
    },
  },
  {
    name: 'a return as a form of plain text',
    ends: 'content-type-unsupported',
    attempt: async (world) => {
      const { client } = await world.person();
      const back = await world.goAndComeBack(client);
      return world.send(client, returnPath, toInit(back, { headers: { 'content-type': 'text/plain' } }));
    },
  },
  {
    name: 'a return by being led to the API',
    ends: 'not-found',
    attempt: async (world) => {
      const { client } = await world.person();
      const back = await world.goAndComeBack(client);
      return world.send(client, `${returnPath}?${new URLSearchParams({ ...back }).toString()}`, {});
    },
  },
];

/** Who may begin and come back. */
export const roleCases: readonly SignInCase[] = [
  ...(['manager', 'member'] as const).map(
    (role): SignInCase => ({
      name: `a ${role} who begins`,
      ends: 'not-found',
      attempt: async (world) => world.begin((await world.person(role)).client),
    }),
  ),
  {
    name: 'a manager with an administrator’s return',
    ends: 'not-found',
    attempt: async (world) => {
      const back = await world.goAndComeBack((await world.person()).client);
      return world.finish((await world.person('manager')).client, back);
    },
  },
  {
    name: 'nobody with an administrator’s return',
    ends: 'not-signed-in',
    attempt: async (world) => {
      const back = await world.goAndComeBack((await world.person()).client);
      return world.finish(await world.api.visit(), back);
    },
  },
  {
    name: 'an administrator who became a member while away',
    ends: 'not-signed-in',
    attempt: async (world) => {
      const [traveller, other] = [await world.person(), await world.person()];
      const back = await world.goAndComeBack(traveller.client);
      const { userId } = traveller.user;
      await other.client.call(updateUser, { params: { userId }, body: { role: 'member' } });
      return world.finish(traveller.client, back);
    },
  },
  {
    name: 'an administrator who was disabled while away',
    ends: 'not-signed-in',
    attempt: async (world) => {
      const [traveller, other] = [await world.person(), await world.person()];
      const back = await world.goAndComeBack(traveller.client);
      const { userId } = traveller.user;
      await other.client.call(updateUser, { params: { userId }, body: { isDisabled: true } });
      return world.finish(traveller.client, back);
    },
  },
  {
    name: 'an app that is not registered',
    ends: 'not-found',
    attempt: async (world) => world.begin((await world.person()).client, 999_999),
  },
];
