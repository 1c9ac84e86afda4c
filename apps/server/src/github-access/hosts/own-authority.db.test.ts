import {
  addOauthApp,
  beginOauth,
  checkHost,
  createConnection,
  finishOauth,
  listOfferedRepositories,
  type TokenReport,
  testToken,
} from '@throughline/contract';
import { craftRepository, startEmulator } from '@throughline/github-emulator';
import { makeOwnAuthority } from '@throughline/github-emulator/own-authority.ts';
import { describe, expect, it } from 'vitest';
import { failureOf } from '../../http/testing/index.ts';
import { testDatabase } from '../../platform/sql/testing/index.ts';
import { installApp, makeApp, toReturned } from '../testing/make-installed-app.ts';
import { startAccessApi } from '../testing/start-access-api.ts';
import { visitGitHub } from '../testing/visit-github.ts';

const own = await makeOwnAuthority();
const other = await makeOwnAuthority();
const database = await testDatabase();
const oauthApp = {
  name: 'Throughline',
  clientId: 'Ov23liTestTestTestTe',
  clientSecret: 'f'.repeat(40),
  callbackUrls: ['http://127.0.0.1/github/return'],
};
const emulator = await startEmulator({
  shape: 'enterprise-server',
  enterpriseVersion: '3.22.0',
  sources: ['acme/api', 'labs/lab', 'motion/films'].map((fullName) =>
    craftRepository({
      fullName,
      record: { visibility: 'PRIVATE' },
      admins: ['kim'],
      members: ['kim'],
      pulls: 4,
    }),
  ),
  oauthApps: [oauthApp],
  tokens: [{ kind: 'classic', value: 'ghp_kim', login: 'kim' }],
  certificate: own.certificate,
});
const { administrator } = await startAccessApi(database, [emulator]);
const trusted = { address: emulator.origin, caCertificate: own.authority };
const untrusted = { address: emulator.origin };

const browse = () => visitGitHub(emulator.origin, 'kim', own.authority);

/** Connects an organisation by what was found, and answers how many pull requests its repositories have. */
async function readTotals({ credentialId }: Pick<TokenReport, 'credentialId'>, login: string) {
  await administrator.call(createConnection, {
    body: { credentialId, organisation: login, name: login, repositoryChoice: 'all' },
  });
  const { repositories } = await administrator.call(listOfferedRepositories, {
    params: { credentialId, login },
  });
  return repositories.map(({ pullRequestTotal }) => pullRequestTotal);
}

const { clientId, clientSecret } = oauthApp;
describe('a host with a certificate of its own authority', () => {
  it('says which field mends it, and answers once its authority is there', async () => {
    const needed = await failureOf(administrator.call(checkHost, { body: { host: untrusted } }));
    const wrong = await failureOf(
      administrator.call(checkHost, {
        body: { host: { ...untrusted, caCertificate: other.authority } },
      }),
    );
    const checked = await administrator.call(checkHost, { body: { host: trusted } });

    for (const failure of [needed, wrong])
      expect(failure).toMatchObject({
        code: 'github-unreachable',
        message: expect.stringContaining('unknown authority'),
        fields: { caCertificate: expect.stringContaining('Paste the certificate') },
      });
    expect(checked).toMatchObject({ kind: 'enterprise-server', version: '3.22.0' });
  });

  it('is asked by it with a token, and read with it when it is stored', async () => {
    const refused = await failureOf(
      administrator.call(testToken, { body: { host: untrusted, token: 'ghp_kim' } }),
    );
    const report = await administrator.call(testToken, { body: { host: trusted, token: 'ghp_kim' } });

    expect(refused).toMatchObject({ code: 'github-unreachable' });
    expect(await readTotals(report, 'acme')).toEqual([4]);
  });

  it('is asked by it for an OAuth app, its code and its token', async () => {
    const app = { clientId, clientSecret };
    const refused = await failureOf(administrator.call(addOauthApp, { body: { host: untrusted, ...app } }));
    const { registrationId } = await administrator.call(addOauthApp, { body: { host: trusted, ...app } });
    const { url } = await administrator.call(beginOauth, { params: { registrationId }, body: {} });
    const back = await (await browse()).authorise(url);
    const report = await administrator.call(finishOauth, toReturned(back));

    expect(refused).toMatchObject({ code: 'github-unreachable' });
    expect(await readTotals(report, 'labs')).toEqual([4]);
  });

  it('is asked by it for an App of a manifest, its organisations and its installation', async () => {
    const maker = { administrator, browser: await browse() };
    const report = await administrator.call(testToken, { body: { host: trusted, token: 'ghp_kim' } });
    const motion = report.organisations.find(({ login }) => login === 'motion')?.githubId ?? 0;

    const refused = await failureOf(makeApp(maker, untrusted, 'Untold'));
    const { organisations } = await installApp(maker, await makeApp(maker, trusted, 'Told'), motion);
    const credentialId = organisations.find(({ login }) => login === 'motion')?.credentialId ?? 0;

    expect(refused).toMatchObject({ code: 'github-unreachable' });
    expect(await readTotals({ credentialId }, 'motion')).toEqual([4]);
  });
});
