import { type Policy, type Route, routes } from '@throughline/contract';
import { beforeAll, describe, expect, test } from 'vitest';
import { handle, handleAnyone, type RouteHandler } from '../access/index.ts';
import { createTestSession, createTestUser } from '../access/testing/test-users.ts';
import { AppError } from '../platform/errors/index.ts';
import { testDatabase } from '../platform/sql/testing/index.ts';
import { createTestClient, moveTestClient, startTestApi, type TestClient } from './testing/index.ts';
import { toSamplePath } from './testing/sample-call.ts';

/** Who comes, and which policies are open to them. */
const callers = {
  anonymous: ['anyone'],
  'made-up session': ['anyone'],
  'expired session': ['anyone'],
  'idle session': ['anyone'],
  'signed-out session': ['anyone'],
  'disabled user': ['anyone'],
  member: ['anyone', 'signed-in'],
  manager: ['anyone', 'signed-in', 'manager'],
  administrator: ['anyone', 'signed-in', 'manager', 'administrator'],
} as const satisfies Readonly<Record<string, readonly Policy[]>>;

type Caller = keyof typeof callers;
const names = Object.keys(callers) as Caller[];
const signedIn: readonly string[] = ['member', 'manager', 'administrator'];

const database = await testDatabase();
/** Every route of the contract with a handler that only says that it was reached. */
const probes = await startTestApi({ database, routes: () => routes.map(toProbe) });
/** The API as it is. */
const api = await startTestApi({ database });
const clients = new Map<string, TestClient>();

function toProbe(route: Route): RouteHandler {
  const reached = (): never => {
    throw new AppError('conflict', 'reached');
  };
  return route.policy === 'anyone' ? handleAnyone(route, reached) : handle(route, reached);
}

async function toToken(caller: Caller): Promise<string | undefined> {
  if (caller === 'anonymous') return undefined;
  if (caller === 'made-up session') return 'B'.repeat(43);
  const role = caller === 'manager' || caller === 'administrator' ? caller : 'administrator';
  const user = await createTestUser(database, caller === 'member' ? 'member' : role);
  const token = await createTestSession(database, user.userId);
  await database.query(endings[caller] ?? 'select $1::bigint', [user.userId]);
  return token;
}

const endings: Readonly<Record<string, string>> = {
  'expired session': `update user_session set expires_at = app_now() where user_id = $1::bigint`,
  'idle session': `update user_session set last_seen_at = app_now() - interval '12 hours' where user_id = $1::bigint`,
  'signed-out session': `update user_session set ended_at = app_now() where user_id = $1::bigint`,
  'disabled user': `update app_user set disabled_at = app_now() where user_id = $1::bigint`,
};

beforeAll(async () => {
  for (const caller of names) {
    const client = await createTestClient(api.origin, await toToken(caller));
    clients.set(`api ${caller}`, client);
    clients.set(`probes ${caller}`, moveTestClient(client, probes.origin));
  }
});

const send = async (
  server: 'probes' | 'api',
  caller: Caller,
  route: { readonly method: string },
  path: string,
) => {
  const client = clients.get(`${server} ${caller}`);
  if (client === undefined) throw new Error(`There is no ${caller}.`);
  const response = await client.fetch(path, { method: route.method });
  const { code } = (await response.json()) as { code?: string };
  return { status: response.status, code };
};

describe.each(names)('%s', (caller) => {
  const open: readonly Policy[] = callers[caller];
  const refusal = signedIn.includes(caller)
    ? { status: 404, code: 'not-found' }
    : { status: 401, code: 'not-signed-in' };

  test.each(routes.filter((route) => open.includes(route.policy)).map((route) => [route.id, route] as const))(
    'reaches %s',
    async (_, route) => {
      const { code } = await send('probes', caller, route, toSamplePath(route));

      // Without a body what needs one says so, past the policy and before the handler.
      expect(code).toBe(route.body === undefined && !needsQuery(route) ? 'conflict' : 'input-invalid');
    },
  );

  test.each(
    routes.filter((route) => !open.includes(route.policy)).map((route) => [route.id, route] as const),
  )('does not reach %s', async (_, route) =>
    expect(await send('probes', caller, route, toSamplePath(route))).toEqual(refusal),
  );

  test.each(
    api.routes.filter(({ policy }) => !open.includes(policy)).map((route) => [route.id, route] as const),
  )('is refused by the running server’s %s', async (_, route) =>
    expect(await send('api', caller, route, toSamplePath(route))).toEqual(refusal),
  );
});

const needsQuery = (route: Route): boolean => route.query?.safeParse({}).success === false;

describe('the running server', () => {
  const own = ['getHealth', 'getReadiness', 'getOpenApi', 'web'];

  test('answers every route of the contract, at its address and by its policy, and no other', () => {
    const served = api.routes
      .filter(({ id }) => !own.includes(id))
      .map(({ id, method, path, policy }) => ({ id, method, path, policy }));
    const declared = routes.map(({ id, method, path, policy }) => ({ id, method, path, policy }));

    expect(served.toSorted(byId)).toEqual(declared.toSorted(byId));
  });

  test('has, beside the contract, its own state, its description and the pages', () => {
    const rest = api.routes
      .filter(({ id }) => own.includes(id))
      .map(({ method, path, policy }) => `${method} ${path} ${policy}`);

    expect(rest).toEqual([
      'GET /healthz anyone',
      'GET /readyz anyone',
      'GET /api/openapi.json anyone',
      'GET /* anyone',
      'HEAD /* anyone',
    ]);
  });

  test('gives no two operations one name', () => {
    expect(new Set(routes.map(({ id }) => id)).size).toBe(routes.length);
  });
});

const byId = (a: { id: string }, b: { id: string }): number => a.id.localeCompare(b.id);
