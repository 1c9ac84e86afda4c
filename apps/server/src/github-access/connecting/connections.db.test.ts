import { createServer } from 'node:http';
import {
  createConnection,
  listConnections,
  listOfferedRepositories,
  replaceCredential,
  testToken,
  updateConnection,
} from '@throughline/contract';
import { craftRepository, startEmulator } from '@throughline/github-emulator';
import { describe, expect, it } from 'vitest';
import { failureOf, startTestApi } from '../../http/testing/index.ts';
import { testDatabase } from '../../platform/sql/testing/index.ts';
import { listTestRoutes, openAccessDependencies } from '../testing/access-dependencies.ts';
import { startAccessApi } from '../testing/start-access-api.ts';

const database = await testDatabase();
const emulator = await startEmulator({
  shape: 'enterprise-server',
  sources: [
    craftRepository({ fullName: 'acme/api', members: ['kim', 'robin'], admins: ['kim'], pulls: 3 }),
    craftRepository({
      fullName: 'acme/secret',
      record: { visibility: 'PRIVATE' },
      members: ['kim'],
      pulls: 2,
    }),
    craftRepository({ fullName: 'other/web', members: ['kim'], pulls: 1 }),
    craftRepository({
      fullName: 'foreign/public',
      record: { visibility: 'PUBLIC' },
      members: ['sam'],
      admins: ['sam'],
      pulls: 1,
    }),
  ],
  tokens: [{ kind: 'classic', value: 'ghp_kim', login: 'kim' }],
});

const seen: { connectionId: number; chosen: readonly number[] }[] = [];
const { api, administrator } = await startAccessApi(database, [emulator], {
  onConnected: async (_, connectionId, chosen) => {
    seen.push({ connectionId, chosen });
  },
});

const tryToken = (token: string, address = emulator.origin) =>
  administrator.call(testToken, { body: { host: { address }, token } });

const connect = async (organisation: string, given: object = {}) => {
  const { credentialId } = await tryToken('ghp_kim');
  return administrator.call(createConnection, {
    body: { credentialId, organisation, name: organisation, repositoryChoice: 'all', ...given },
  });
};

const countCredentials = async (): Promise<number> =>
  (await database.query<{ count: number }>('select count(*)::integer as count from credential'))[0]!.count;

describe('testing a token', () => {
  it('says whose it is, what it can do, and which organisations it sees', async () => {
    const report = await tryToken('ghp_kim');

    expect(report).toMatchObject({
      sentence: 'Successfully connected via kim.',
      kind: 'classic-token',
      accountKind: 'person',
    });
    expect(report.organisations.map(({ login, role }) => [login, role])).toContainEqual(['acme', 'owner']);
    expect(JSON.stringify(report)).not.toContain('ghp_kim');
  });

  it('keeps the token sealed, and nothing of it readable', async () => {
    const { credentialId } = await tryToken('ghp_kim');

    const [row] = await database.query<{ secret_sealed: string; report: object }>(
      'select secret_sealed, report from credential where credential_id = $1::bigint',
      [credentialId],
    );
    expect(JSON.stringify(row)).not.toContain('ghp_kim');
  });

  it.each([
    ['one GitHub does not know', 'ghp_nobody', 'github-not-signed-in'],
    ['an empty one', ' ', 'input-invalid'],
    ['one with a blank in it', 'ghp_kim ghp_kim', 'input-invalid'],
    ['one that no header can carry', 'ghp_kім', 'input-invalid'],
  ])('refuses %s and keeps nothing', async (_, token, code) => {
    const before = await countCredentials();

    const failure = await failureOf(tryToken(token));

    expect(failure.code).toBe(code);
    expect(await countCredentials()).toBe(before);
  });

  it('refuses an expired and a revoked one', async () => {
    emulator.control.addToken({
      kind: 'classic',
      value: 'ghp_old',
      login: 'kim',
      expiresAt: '2020-01-01T00:00:00Z',
    });
    emulator.control.addToken({ kind: 'classic', value: 'ghp_revoked', login: 'kim', isRevoked: true });

    expect((await failureOf(tryToken('ghp_old'))).code).toBe('github-not-signed-in');
    expect((await failureOf(tryToken('ghp_revoked'))).code).toBe('github-not-signed-in');
  });

  it('asks nothing further for somebody whom GitHub refuses for a limit', async () => {
    await tryToken('ghp_kim');
    const [owner] = await database.query<{ bucket_owner: string }>(
      `select bucket_owner from credential where login = 'kim'`,
    );
    await database.query(
      `insert into quota_bucket (host_id, bucket_owner, resource, blocked_until, blocked_reason, observed_at)
       select host_id, $1::text, 'graphql', app_now() + interval '40 minutes', 'primary-limit', app_now() from host
       on conflict (host_id, bucket_owner, resource) do update
       set blocked_until = excluded.blocked_until, blocked_reason = excluded.blocked_reason`,
      [owner!.bucket_owner],
    );
    emulator.control.addToken({ kind: 'classic', value: 'ghp_further', login: 'kim' });
    emulator.control.clear();

    const failure = await failureOf(tryToken('ghp_further'));
    await database.query('update quota_bucket set blocked_until = null, blocked_reason = null');

    expect(failure.code).toBe('github-primary-limit');
    expect(emulator.control.ledger().map(({ operation }) => operation)).toEqual(['GET /user']);
  });

  it('says what a token without scopes costs', async () => {
    emulator.control.addToken({ kind: 'classic', value: 'ghp_bare', login: 'kim', scopes: [] });

    const { findings } = await tryToken('ghp_bare');

    expect(findings).toContainEqual(
      expect.objectContaining({ kind: 'missing', permission: 'repo', consequence: expect.any(String) }),
    );
  });

  it.each([
    ['no address', 'not a host', 'address-malformed'],
    ['another scheme', 'ftp://github.example.com', 'address-malformed'],
    ['a path', 'https://github.com/acme', 'address-malformed'],
    ['this machine', 'https://localhost', 'address-refused'],
    ['a loopback port nobody opened', 'http://127.0.0.1:9', 'address-malformed'],
    ['a metadata address', '169.254.169.254', 'address-refused'],
  ])('refuses %s before asking anything', async (_, address, code) => {
    expect((await failureOf(tryToken('ghp_kim', address))).code).toBe(code);
  });

  it('asks no private address that nobody called private', async () => {
    expect((await failureOf(tryToken('ghp_kim', '10.1.2.3'))).code).toBe('address-refused');
  });

  it('says that what answers is no GitHub', async () => {
    const server = createServer((_, response) =>
      response.setHeader('content-type', 'text/html').end('<h1>Hello</h1>'),
    );
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
    const opened = openAccessDependencies(database, { loopbackOrigins: [origin] });
    const strange = await startTestApi({ database, routes: () => listTestRoutes(opened) });
    const reader = await strange.signIn('administrator');

    const failure = await failureOf(
      reader.call(testToken, { body: { host: { address: origin }, token: 'ghp_kim' } }),
    );

    expect(failure.code).toBe('github-not-github');
    server.close();
    await opened.close();
  });
});

describe('connecting', () => {
  it('stores a connection named as wanted and begins to read it', async () => {
    const connection = await connect('acme', { name: 'Acme' });

    expect(connection).toMatchObject({ name: 'Acme', organisation: 'acme', state: 'active' });
    expect(seen.at(-1)).toEqual({ connectionId: connection.connectionId, chosen: [] });
    const { connections } = await administrator.call(listConnections);
    expect(connections.map(({ name }) => name)).toContain('Acme');
  });

  it('refuses an organisation that is connected already, and says under which name it is', async () => {
    const failure = await failureOf(connect('acme', { name: 'Again' }));

    expect(failure.code).toBe('organisation-already-connected');
    const report = await tryToken('ghp_kim');
    expect(report.organisations.find(({ login }) => login === 'acme')?.obstacle?.connectedAs).toBe('Acme');
  });

  it('refuses a name that is taken, an organisation nobody sees, and a choice of nothing', async () => {
    expect((await failureOf(connect('other', { name: 'Acme' }))).code).toBe('connection-name-taken');
    expect((await failureOf(connect('nowhere'))).code).toBe('organisation-not-visible');
    expect((await failureOf(connect('foreign'))).message).toMatch(/not a member of foreign/);
    expect((await failureOf(connect('other', { repositoryChoice: 'some' }))).code).toBe(
      'repositories-none-chosen',
    );
  });

  it('offers the repositories of an organisation with their pull requests', async () => {
    const { credentialId } = await tryToken('ghp_kim');

    const { repositories } = await administrator.call(listOfferedRepositories, {
      params: { credentialId, login: 'acme' },
    });

    expect(
      repositories.map(({ fullName, visibility, pullRequestTotal }) => [
        fullName,
        visibility,
        pullRequestTotal,
      ]),
    ).toEqual(
      expect.arrayContaining([
        ['acme/api', 'private', 3],
        ['acme/secret', 'private', 2],
      ]),
    );
  });

  it('renames, and replaces the token while wiping the old one', async () => {
    const connection = await connect('other');
    const { connectionId } = connection;
    emulator.control.addToken({ kind: 'classic', value: 'ghp_robin', login: 'robin' });
    emulator.control.addToken({ kind: 'classic', value: 'ghp_kim2', login: 'kim' });
    const { credentialId } = await tryToken('ghp_kim2');
    const [before] = await database.query<{ credential_id: number }>(
      'select credential_id from connection_credential where connection_id = $1::bigint',
      [connectionId],
    );

    await administrator.call(updateConnection, {
      params: { connectionId },
      body: { name: 'Other', was: 'other' },
    });
    const replaced = await administrator.call(replaceCredential, {
      params: { connectionId },
      body: { credentialId, replaces: before!.credential_id },
    });

    expect(replaced).toMatchObject({ name: 'Other', credential: { login: 'kim' } });
    const left = await database.query('select from credential where credential_id = $1::bigint', [
      before!.credential_id,
    ]);
    expect(left).toEqual([]);
  });

  it('is not for managers and members', async () => {
    for (const role of ['manager', 'member'] as const) {
      const reader = await api.signIn(role);

      expect((await failureOf(reader.call(listConnections))).code).toBe('not-found');
    }
  });
});
