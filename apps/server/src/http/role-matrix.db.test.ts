import {
  type ErrorCode,
  errorStatus,
  findKeyScopes,
  type KeyScope,
  keyScopes,
  type Policy,
  type Role,
  type Route,
  routes,
} from '@throughline/contract';
import { beforeAll, describe, expect, test } from 'vitest';
import { handle, handleAnyone, type RouteHandler } from '../access/index.ts';
import { createTestKey, createTestSession, createTestUser } from '../access/testing/test-users.ts';
import { AppError } from '../platform/errors/index.ts';
import { testDatabase } from '../platform/sql/testing/index.ts';
import { createTestClient, moveTestClient, startTestApi, type TestClient } from './testing/index.ts';
import { toSamplePath } from './testing/sample-call.ts';

/** Who comes with a session or none, and which policies are open to them. */
const sessionCallers = {
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

/** Who comes with a key that works: its owner's role and its scope. */
const keyCallers = {
  'read key of a member': ['member', 'read'],
  'read key of a manager': ['manager', 'read'],
  'read key of an administrator': ['administrator', 'read'],
  'sync key of a member': ['member', 'sync'],
  'sync key of a manager': ['manager', 'sync'],
  'sync key of an administrator': ['administrator', 'sync'],
  'people key of a manager': ['manager', 'people'],
  'people key of an administrator': ['administrator', 'people'],
} as const satisfies Readonly<Record<string, readonly [Role, KeyScope]>>;

/** What is done to a key of an administrator with the scope `sync` before it comes. */
const deadKeys = {
  'ended key': 'update api_key set expires_at = app_now() where user_id = $1::bigint',
  'revoked key': 'update api_key set revoked_at = app_now() where user_id = $1::bigint',
  'key of a disabled user': 'update app_user set disabled_at = app_now() where user_id = $1::bigint',
  'key cut short': 'select $1::bigint',
};

type SessionCaller = keyof typeof sessionCallers;
const names = Object.keys(sessionCallers) as SessionCaller[];
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

async function toToken(caller: SessionCaller): Promise<string | undefined> {
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

/** The keys by their callers' names. */
const keys = new Map<string, string>();

beforeAll(async () => {
  for (const [name, [role, scope]] of Object.entries(keyCallers)) {
    const user = await createTestUser(database, role);
    keys.set(name, await createTestKey(database, user.userId, scope));
  }
  for (const [name, ending] of Object.entries(deadKeys)) {
    const user = await createTestUser(database, 'administrator');
    const key = await createTestKey(database, user.userId, 'sync');
    await database.query(ending, [user.userId]);
    keys.set(name, name === 'key cut short' ? key.slice(0, -1) : key);
  }
  for (const caller of names) {
    const client = await createTestClient(api.origin, await toToken(caller));
    clients.set(`api ${caller}`, client);
    clients.set(`probes ${caller}`, moveTestClient(client, probes.origin));
  }
});

const send = async (
  server: 'probes' | 'api',
  caller: string,
  route: { readonly method: string },
  path: string,
) => {
  const response = await fetchAs(server, caller, path, route.method);
  return response.status === 303 ? readLed(response) : readRefused(response);
};

async function readRefused(response: Response) {
  const { code } = (await response.json()) as { code?: string };
  return { status: response.status, code };
}

/** What a browser is led to says why it was refused, to be read by a person. */
function readLed({ headers }: Response) {
  const { pathname, searchParams } = new URL(headers.get('location') ?? '', api.origin);
  const code = searchParams.get('refused') as ErrorCode;
  return { status: pathname === '/github/return' ? errorStatus[code] : 303, code };
}

const fetchAs = (server: 'probes' | 'api', caller: string, path: string, method: string) => {
  const key = keys.get(caller);
  if (key !== undefined) {
    const { origin } = server === 'api' ? api : probes;
    return fetch(new URL(path, origin), {
      method,
      redirect: 'manual',
      headers: { authorization: `Bearer ${key}` },
    });
  }
  const client = clients.get(`${server} ${caller}`);
  if (client === undefined) throw new Error(`There is no ${caller}.`);
  return client.fetch(path, { method });
};

/** What a handler that was reached says, or what stands before it when it needs a body or a query. */
const toReached = (route: Route): string =>
  route.body === undefined && !needsQuery(route) ? 'conflict' : 'input-invalid';

describe.each(names)('%s', (caller) => {
  const open: readonly Policy[] = sessionCallers[caller];
  const refusal = signedIn.includes(caller)
    ? { status: 404, code: 'not-found' }
    : { status: 401, code: 'not-signed-in' };

  test.each(routes.filter((route) => open.includes(route.policy)).map((route) => [route.id, route] as const))(
    'reaches %s',
    async (_, route) => {
      const { code } = await send('probes', caller, route, toSamplePath(route));

      // Without a body what needs one says so, past the policy and before the handler.
      expect(code).toBe(toReached(route));
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

describe.each(Object.entries(keyCallers))('%s', (caller, [role, scope]) => {
  const open: readonly Policy[] = sessionCallers[role];
  const isOpen = (policy: Policy, keyScopes: readonly KeyScope[]): boolean =>
    open.includes(policy) && keyScopes.includes(scope);
  /** Keys learn no more of what their owner may not do than the owner does; what only the key lacks is said. */
  const toRefusal = (policy: Policy) =>
    open.includes(policy) ? { status: 403, code: 'key-not-allowed' } : { status: 404, code: 'not-found' };

  test.each(
    routes
      .filter(({ id, policy }) => isOpen(policy, findKeyScopes(id)))
      .map((route) => [route.id, route] as const),
  )('reaches %s', async (_, route) =>
    expect((await send('probes', caller, route, toSamplePath(route))).code).toBe(toReached(route)),
  );

  test.each(
    routes
      .filter(({ id, policy }) => !isOpen(policy, findKeyScopes(id)))
      .map((route) => [route.id, route] as const),
  )('does not reach %s', async (_, route) =>
    expect(await send('probes', caller, route, toSamplePath(route))).toEqual(toRefusal(route.policy)),
  );

  test.each(
    api.routes
      .filter(({ kind, policy, keyScopes }) => kind !== 'files' && !isOpen(policy, keyScopes))
      .map((route) => [route.id, route] as const),
  )('is refused by the running server’s %s', async (_, route) =>
    expect(await send('api', caller, route, toSamplePath(route))).toEqual(toRefusal(route.policy)),
  );
});

describe.each(Object.keys(deadKeys))('%s', (caller) => {
  test.each(api.routes.filter(({ kind }) => kind !== 'files').map((route) => [route.id, route] as const))(
    'is refused by the running server’s %s, which anyone may ask or not',
    async (_, route) =>
      expect(await send('api', caller, route, toSamplePath(route))).toEqual({
        status: 401,
        code: 'key-invalid',
      }),
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

  test('opens to keys what the table of scopes names, and no other', () => {
    const open = api.routes.filter(({ keyScopes }) => keyScopes.length > 0);

    const named = Object.entries(keyScopes).flatMap(([scope, { operations }]) =>
      operations.map((id): readonly [string, string] => [id, scope]),
    );

    expect(Object.fromEntries(open.map(({ id, keyScopes: scopes }) => [id, scopes]))).toEqual(
      Object.fromEntries(
        named.map(([id]) => [id, named.filter(([other]) => other === id).map(([, scope]) => scope)]),
      ),
    );
  });

  test('gives no two operations one name', () => {
    expect(new Set(routes.map(({ id }) => id)).size).toBe(routes.length);
  });
});

const byId = (a: { id: string }, b: { id: string }): number => a.id.localeCompare(b.id);
