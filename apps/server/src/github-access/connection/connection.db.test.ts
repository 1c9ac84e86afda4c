import {
  createConnection,
  getConnection,
  recheckCredential,
  replaceCredential,
  testToken,
  updateConnection,
  weighReplacement,
} from '@throughline/contract';
import { craftRepository, startEmulator } from '@throughline/github-emulator';
import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../platform/sql/testing/index.ts';
import { storeRegistration } from '../credentials/registrations.sql.ts';
import { startAccessApi } from '../testing/start-access-api.ts';

const database = await testDatabase();
const sources = [
  craftRepository({ fullName: 'acme/api', members: ['kim', 'robin'], admins: ['kim'], pulls: 2 }),
  craftRepository({ fullName: 'labs/web', members: ['kim'], admins: ['kim'], pulls: 1 }),
];
const emulator = await startEmulator({
  shape: 'enterprise-server',
  sources,
  tokens: [{ kind: 'classic', value: 'ghp_kim', login: 'kim' }],
});
const elsewhere = await startEmulator({
  shape: 'enterprise-server',
  sources,
  tokens: [{ kind: 'classic', value: 'ghp_else', login: 'kim' }],
});
const { deps, administrator } = await startAccessApi(database, [emulator, elsewhere]);

const tryToken = async (token: string, address = emulator.origin): Promise<number> =>
  (await administrator.call(testToken, { body: { host: { address }, token } })).credentialId;

const first = await tryToken('ghp_kim');
const connect = (organisation: string, data?: ('pull-requests' | 'files' | 'members')[]) =>
  administrator.call(createConnection, {
    body: {
      credentialId: first,
      organisation,
      name: organisation,
      repositoryChoice: 'all',
      ...(data === undefined ? {} : { data }),
    },
  });
const acme = await connect('acme');
const labs = await connect('labs', ['pull-requests']);
const params = { connectionId: acme.connectionId };

const open = (connectionId = acme.connectionId) =>
  administrator.call(getConnection, { params: { connectionId } });
const getReading = async (connectionId?: number) => (await open(connectionId)).reading!;
const isHeld = async (credentialId: number): Promise<boolean> =>
  (await database.query('select from credential where credential_id = $1::bigint', [credentialId])).length >
  0;

describe('a connection', () => {
  it('tells its credential, its permissions for what it reads, its switches, and whom else it serves', async () => {
    const { reading, switches, hidden, apart } = await administrator.call(recheckCredential, { params });
    const narrow = await open(labs.connectionId);

    expect(reading).toMatchObject({
      kind: 'classic-token',
      login: 'kim',
      role: 'owner',
      sharedWith: [{ name: 'labs' }],
      hookPermission: 'missing',
      revocation: { isPossible: false, link: `${emulator.origin}/settings/tokens` },
    });
    expect(reading?.permissions).toContainEqual(
      expect.objectContaining({ permission: 'read:org', state: 'held', why: 'teams and members' }),
    );
    expect(switches.map(({ isOn }) => isOn)).toEqual([true, true, true]);
    expect(apart).toMatchObject({ personal: [], outside: [] });
    expect(hidden).toBeUndefined();
    expect(narrow.data).toEqual(['pull-requests']);
    expect(narrow.reading?.permissions.map(({ permission }) => permission)).not.toContain('read:org');
  });

  it('renamed by two at once keeps the first name, and tells the second of both', async () => {
    await administrator.call(updateConnection, { params, body: { name: 'Acme one', was: 'acme' } });

    const second = administrator.call(updateConnection, { params, body: { name: 'Acme two', was: 'acme' } });

    await expect(second).rejects.toMatchObject({
      failure: { code: 'conflict', message: expect.stringMatching(/“Acme one”.*“Acme two”/) },
    });
    expect((await open()).name).toBe('Acme one');
  });
});

describe('another credential', () => {
  it('of another host is refused before anything changes', async () => {
    const credentialId = await tryToken('ghp_else', elsewhere.origin);
    const replaces = (await getReading()).credentialId;

    const { connections } = await administrator.call(weighReplacement, { params, body: { credentialId } });
    const attempt = administrator.call(replaceCredential, { params, body: { credentialId, replaces } });

    expect(connections[0]?.obstacle?.text).toMatch(/another host/);
    await expect(attempt).rejects.toMatchObject({ failure: { code: 'input-invalid' } });
    expect((await getReading()).credentialId).toBe(replaces);
  });

  it('is weighed for each connection of the old one: what it cannot read, and what would be lost', async () => {
    const weigh = async (scopes: string[]) => {
      const value = `ghp_robin_${scopes.length}`;
      emulator.control.addToken({ kind: 'classic', value, login: 'robin', scopes });
      const body = { credentialId: await tryToken(value) };
      return (await administrator.call(weighReplacement, { params, body })).connections;
    };

    const [poor] = await weigh(['repo']);
    const [whole, stranger] = await weigh(['repo', 'read:org']);

    expect(poor?.lost).toEqual([expect.stringMatching(/lacks read:org, for teams and members/)]);
    expect(whole).toMatchObject({ name: 'Acme one', lost: [] });
    expect(stranger).toMatchObject({
      name: 'labs',
      obstacle: { text: expect.stringMatching(/not a member of labs/) },
    });
  });

  it('for some of the old one’s connections leaves the old one to the others; for the last it is wiped', async () => {
    emulator.control.addToken({ kind: 'classic', value: 'ghp_next', login: 'kim' });
    const credentialId = await tryToken('ghp_next');
    const replaces = (await getReading()).credentialId;

    const one = await administrator.call(replaceCredential, { params, body: { credentialId, replaces } });
    const isStillHeld = await isHeld(replaces);
    const other = await administrator.call(replaceCredential, {
      params: { connectionId: labs.connectionId },
      body: { credentialId, replaces },
    });

    expect([one.old.isWiped, isStillHeld]).toEqual([false, true]);
    expect(other.old).toEqual({
      isWiped: true,
      isRevoked: false,
      link: `${emulator.origin}/settings/tokens`,
    });
    expect(await isHeld(replaces)).toBe(false);
  });

  it('given by two at once is that of the first', async () => {
    const old = (await getReading()).credentialId;
    emulator.control.addToken({ kind: 'classic', value: 'ghp_a', login: 'kim' });
    emulator.control.addToken({ kind: 'classic', value: 'ghp_b', login: 'kim' });
    const [one, two] = [await tryToken('ghp_a'), await tryToken('ghp_b')];
    await administrator.call(replaceCredential, {
      params,
      body: { credentialId: one, replaces: old, connectionIds: [labs.connectionId] },
    });

    const second = administrator.call(replaceCredential, {
      params,
      body: { credentialId: two, replaces: old },
    });

    await expect(second).rejects.toMatchObject({ failure: { code: 'conflict' } });
    expect((await getReading()).credentialId).toBe(one);
    expect((await getReading(labs.connectionId)).credentialId).toBe(one);
    expect(await isHeld(old)).toBe(false);
  });

  it('takes the place of an OAuth app’s token, which is revoked at GitHub', async () => {
    const app = emulator.control.addOauthApp({ name: 'Ours', callbackUrls: ['http://127.0.0.1/back'] });
    emulator.control.addToken({
      kind: 'oauth',
      value: 'gho_kim',
      login: 'kim',
      clientId: app.clientId,
      scopes: ['repo', 'read:org'],
    });
    const oauth = await tryToken('gho_kim');
    const { hostId } = (
      await database.query<{ hostId: number }>(
        'select host_id as "hostId" from credential where credential_id = $1::bigint',
        [oauth],
      )
    )[0]!;
    const registrationId = await storeRegistration(database, deps.secretBox, {
      hostId,
      kind: 'oauth-app',
      clientId: app.clientId,
      name: 'Ours',
      app: undefined,
      ownerLogin: undefined,
      madeHow: 'by-hand',
      createdBy: undefined,
      secrets: { clientSecret: app.clientSecret, privateKey: undefined, webhookSecret: undefined },
    });
    await database.query(
      `update credential set kind = 'oauth-token', registration_id = $2::bigint where credential_id = $1::bigint`,
      [oauth, registrationId],
    );
    const connectionIds = [labs.connectionId];
    const before = (await getReading()).credentialId;
    await administrator.call(replaceCredential, {
      params,
      body: { credentialId: oauth, replaces: before, connectionIds },
    });
    emulator.control.addToken({ kind: 'classic', value: 'ghp_last', login: 'kim' });

    const replaced = await administrator.call(replaceCredential, {
      params,
      body: { credentialId: await tryToken('ghp_last'), replaces: oauth, connectionIds },
    });

    expect(replaced.old).toEqual({ isWiped: true, isRevoked: true });
    const answer = await fetch(`${emulator.restUrl}/user`, {
      headers: { authorization: 'Bearer gho_kim', 'user-agent': 'test' },
    });
    expect(answer.status).toBe(401);
  });
});
