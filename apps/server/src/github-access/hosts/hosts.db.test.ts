import {
  addOauthApp,
  beginOauth,
  checkHost,
  createConnection,
  finishOauth,
  listConnections,
  listOfferedRepositories,
  type TokenReport,
  testToken,
} from '@throughline/contract';
import { craftRepository, type EmulatorOptions, startEmulator } from '@throughline/github-emulator';
import { afterAll, describe, expect, it } from 'vitest';
import { startForeignHosts } from '../../doctor/testing/start-foreign-hosts.ts';
import { failureOf, startTestApi } from '../../http/testing/index.ts';
import { testDatabase } from '../../platform/sql/testing/index.ts';
import { listTestRoutes, openAccessDependencies } from '../testing/access-dependencies.ts';
import { visitGitHub } from '../testing/visit-github.ts';

const database = await testDatabase();
const app = {
  name: 'Throughline',
  clientId: 'Ov23liTestTestTestTe',
  clientSecret: 'f'.repeat(40),
  callbackUrls: ['http://127.0.0.1/github/return'],
};
// The same names, and so the same ids at GitHub, on both: everything that tells them apart is the host.
const startHost = (pulls: number, more: Partial<EmulatorOptions> = {}) =>
  startEmulator({
    shape: 'enterprise-server',
    sources: [
      craftRepository({ fullName: 'acme/api', members: ['kim'], pulls }),
      craftRepository({ fullName: 'labs/lab', members: ['kim'], pulls }),
    ],
    oauthApps: [app],
    tokens: [{ kind: 'classic', value: `ghp_kim_${pulls}`, login: 'kim' }],
    ...more,
  });
const oldest = await startHost(3, { enterpriseVersion: '3.19.4' });
const newest = await startHost(5, { enterpriseVersion: '3.22.0' });

const foreign = await startForeignHosts();
const deps = openAccessDependencies(database, {
  loopbackOrigins: [oldest.origin, newest.origin, foreign.page, foreign.selfSigned],
});
const api = await startTestApi({ database, routes: () => listTestRoutes(deps) });
const administrator = await api.signIn('administrator');

afterAll(async () => {
  await deps.close();
  await Promise.all([oldest.close(), newest.close()]);
});

const check = (address: string, more: object = {}) =>
  administrator.call(checkHost, { body: { host: { address, ...more } } });

describe('a host that is given', () => {
  it('says which product and version it is', async () => {
    expect(await check(newest.origin)).toMatchObject({
      kind: 'enterprise-server',
      version: '3.22.0',
      sentence: expect.stringMatching(/^GitHub Enterprise Server 3\.22\.0 answers at 127\.0\.0\.1:\d+\.$/),
      isTooOld: false,
    });
    expect(await check(newest.origin)).not.toHaveProperty('warning');
  });

  it('of a line before the oldest supported one is warned of, with what it lacks', async () => {
    expect(await check(oldest.origin)).toMatchObject({
      version: '3.19.4',
      isTooOld: false,
      warning: expect.stringMatching(/older than 3\.20.*sub-issues/),
    });
  });

  it('that is no GitHub is refused', async () => {
    expect(await failureOf(check(foreign.page))).toMatchObject({ code: 'github-not-github' });
  });

  it('in the private network asks for the mark', async () => {
    expect(await failureOf(check('10.1.2.3'))).toMatchObject({
      code: 'address-refused',
      message: expect.stringContaining('mark “It lies in our private network”'),
      fields: { isPrivateAllowed: expect.any(String) },
    });
  });

  it('whose certificate comes from nobody known asks for its authority', async () => {
    expect(await failureOf(check(foreign.selfSigned))).toMatchObject({
      code: 'github-unreachable',
      fields: { caCertificate: expect.stringContaining('Paste the certificate') },
    });
  });

  it('that does not exist is said not to', async () => {
    expect(await failureOf(check('no-such-host.invalid'))).toMatchObject({ code: 'github-unreachable' });
  });

  it('is nobody’s business but an administrator’s', async () => {
    const manager = await api.signIn('manager');

    const refused = manager.call(checkHost, { body: { host: { address: newest.origin } } });

    expect(await failureOf(refused)).toMatchObject({ code: 'not-found' });
  });
});

describe('two hosts with the same ids', () => {
  const signIn = async (origin: string): Promise<TokenReport> => {
    const { clientId, clientSecret } = app;
    const { registrationId } = await administrator.call(addOauthApp, {
      body: { host: { address: origin }, clientId, clientSecret },
    });
    const { url } = await administrator.call(beginOauth, { params: { registrationId }, body: {} });
    const back = await (await visitGitHub(origin, 'kim')).authorise(url);
    return administrator.call(finishOauth, {
      body: { state: back.get('state') ?? '', code: back.get('code') ?? '' },
    });
  };
  const tryToken = (origin: string, token: string): Promise<TokenReport> =>
    administrator.call(testToken, { body: { host: { address: origin }, token } });
  const connect = ({ credentialId }: TokenReport, organisation: string, name: string) =>
    administrator.call(createConnection, {
      body: { credentialId, organisation, name, repositoryChoice: 'all' },
    });

  it('are kept apart by token and by OAuth, each with its own version', async () => {
    const byToken = [await tryToken(oldest.origin, 'ghp_kim_3'), await tryToken(newest.origin, 'ghp_kim_5')];
    const byOauth = [await signIn(oldest.origin), await signIn(newest.origin)];
    const idOf = ({ organisations }: TokenReport, login: string) =>
      organisations.find((one) => one.login === login)?.githubId;
    expect(idOf(byToken[0]!, 'acme')).toBe(idOf(byToken[1]!, 'acme'));
    expect(byToken[0]!.hostId).not.toBe(byToken[1]!.hostId);

    await connect(byToken[0]!, 'acme', 'old acme');
    await connect(byToken[1]!, 'acme', 'new acme');
    await connect(byOauth[0]!, 'labs', 'old labs');
    await connect(byOauth[1]!, 'labs', 'new labs');

    const { connections } = await administrator.call(listConnections);
    const hosts = Object.fromEntries(connections.map(({ name, host }) => [name, host]));
    const [old, young] = [
      { webUrl: oldest.origin, version: '3.19.4' },
      { webUrl: newest.origin, version: '3.22.0' },
    ];
    expect(hosts).toMatchObject({ 'old acme': old, 'new acme': young, 'old labs': old, 'new labs': young });
    const totals = await Promise.all(
      byOauth.map(async ({ credentialId }) => {
        const { repositories } = await administrator.call(listOfferedRepositories, {
          params: { credentialId, login: 'labs' },
        });
        return repositories.map(({ pullRequestTotal }) => pullRequestTotal);
      }),
    );
    expect(totals).toEqual([[3], [5]]);
  });

  it('know an organisation as connected on its own host only', async () => {
    const { organisations } = await tryToken(oldest.origin, 'ghp_kim_3');

    expect(organisations.map(({ login, obstacle }) => [login, obstacle?.connectedAs])).toEqual([
      ['acme', 'old acme'],
      ['labs', 'old labs'],
    ]);
  });
});
