import { generateKeyPairSync } from 'node:crypto';
import {
  type AppReport,
  addGithubApp,
  beginAppOrganisations,
  createConnection,
  finishAppOrganisations,
  listConnections,
  listGithubApps,
  listOfferedRepositories,
} from '@throughline/contract';
import { craftRepository, startEmulator } from '@throughline/github-emulator';
import { expect, it } from 'vitest';
import { testDatabase } from '../../platform/sql/testing/index.ts';
import { toReturned } from '../testing/make-installed-app.ts';
import { startAccessApi } from '../testing/start-access-api.ts';
import { visitGitHub } from '../testing/visit-github.ts';

const database = await testDatabase();
const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const secrets = { clientId: 'Iv23liTestTestTest00', clientSecret: 'f'.repeat(40) };

/** Nothing tells the two apart but where they are, how many pull requests they have, and the tokens they make. */
const startHost = (pulls: number) =>
  startEmulator({
    shape: 'enterprise-server',
    enterpriseVersion: '3.22.0',
    randomSeed: pulls,
    hasLimits: true,
    sources: [
      craftRepository({
        fullName: 'acme/api',
        record: { visibility: 'PRIVATE' },
        admins: ['kim'],
        members: ['kim'],
        pulls,
      }),
    ],
    tokens: [],
    apps: [
      {
        ...secrets,
        name: 'Throughline',
        owner: 'acme',
        publicKeyPem: publicKey.export({ type: 'spki', format: 'pem' }),
        permissions: {
          metadata: 'read',
          pull_requests: 'read',
          contents: 'read',
          issues: 'read',
          members: 'read',
        },
        installations: [{ account: 'acme' }],
      },
    ],
  });
type Emulator = Awaited<ReturnType<typeof startHost>>;
const [one, other] = [await startHost(3), await startHost(5)];
const both = [one, other] as const;
const { api, administrator } = await startAccessApi(database, both);

const register = ({ origin, control }: Emulator) => {
  control.editApp({ kind: 'changed', appId: 900_001, callbackUrls: [`${api.origin}/github/return`] });
  return administrator.call(addGithubApp, {
    body: {
      host: { address: origin },
      app: {
        ...secrets,
        githubAppId: '900001',
        privateKey: privateKey.export({ type: 'pkcs1', format: 'pem' }),
      },
    },
  });
};

async function retrieve({ origin }: Emulator, registrationId: number): Promise<AppReport> {
  const { url } = await administrator.call(beginAppOrganisations, { params: { registrationId }, body: {} });
  const back = await (await visitGitHub(origin, 'kim')).authorise(url);
  return administrator.call(finishAppOrganisations, toReturned(back));
}

async function connect(emulator: Emulator, name: string) {
  const { registrationId } = await register(emulator);
  const { hostId, organisations } = await retrieve(emulator, registrationId);
  const { githubId = 0, credentialId = 0 } = organisations.find(({ login }) => login === 'acme') ?? {};
  await administrator.call(createConnection, {
    body: { credentialId, organisation: 'acme', name, repositoryChoice: 'all' },
  });
  return { registrationId, hostId, githubId, credentialId };
}

const readTotals = async (credentialId: number) => {
  const { repositories } = await administrator.call(listOfferedRepositories, {
    params: { credentialId, login: 'acme' },
  });
  return repositories.map(({ githubId, pullRequestTotal }) => ({ githubId, pullRequestTotal }));
};

const countMints = ({ control }: Emulator): number =>
  control.ledger().filter(({ path }) => path.endsWith('/access_tokens')).length;

const installationTokens = ({ control }: Emulator): readonly string[] =>
  control.tokens().flatMap(({ kind, value }) => (kind === 'installation' ? [value] : []));

const installationIds = async (registrationId: number) =>
  database.query<{ installation_id: number }>(
    `select installation_id
     from credential
     where registration_id = $1::bigint`,
    [registrationId],
  );

it('one App with the same ids on two hosts is two registrations, credentials and connections', async () => {
  const [old, young] = [await connect(one, 'old acme'), await connect(other, 'new acme')];

  expect(old.githubId).toBe(young.githubId);
  expect(await installationIds(old.registrationId)).toEqual(await installationIds(young.registrationId));
  for (const name of ['registrationId', 'hostId', 'credentialId'] as const)
    expect(old[name]).not.toBe(young[name]);
  const apps = await Promise.all(
    both.map(({ origin }) => administrator.call(listGithubApps, { query: { address: origin } })),
  );
  expect(apps.map((answer) => answer.apps.map(({ registrationId }) => registrationId))).toEqual([
    [old.registrationId],
    [young.registrationId],
  ]);
  const { connections } = await administrator.call(listConnections);
  expect(Object.fromEntries(connections.map(({ name, host }) => [name, host.webUrl]))).toEqual({
    'old acme': one.origin,
    'new acme': other.origin,
  });
});

it('each is read with a token of its own host, kept in memory apart, and by its own quota', async () => {
  const credentials = await database.query<{ credential_id: number }>(
    'select credential_id from credential order by host_id',
  );
  const [old = 0, young = 0] = credentials.map(({ credential_id }) => credential_id);
  const minted = both.map(countMints);

  // In turn, twice: neither may find the other's token.
  const totals = [];
  for (const credentialId of [old, young, old, young]) totals.push(await readTotals(credentialId));

  const [first, second] = totals;
  expect(totals.map((list) => list.map(({ pullRequestTotal }) => pullRequestTotal))).toEqual([
    [3],
    [5],
    [3],
    [5],
  ]);
  expect(first?.map(({ githubId }) => githubId)).toEqual(second?.map(({ githubId }) => githubId));
  // Connecting made one at each, and each is taken from memory since.
  expect(both.map(countMints)).toEqual(minted);
  expect(minted.every((count) => count > 0)).toBe(true);
  expect(installationTokens(one).filter((value) => installationTokens(other).includes(value))).toEqual([]);
  for (const { control } of both) expect(control.ledger().filter(({ status }) => status === 401)).toEqual([]);
  const buckets = await database.query<{ bucket_owner: string; hosts: number }>(
    `select bucket_owner, count(*)::integer as hosts
     from quota_bucket
     where resource = 'graphql'
     group by bucket_owner`,
  );
  expect(buckets).toEqual([{ bucket_owner: expect.any(String), hosts: 2 }]);
});

it('what is spent at one host leaves the other its quota', async () => {
  const load = () =>
    database.query<{ base_url: string; remaining: number }>(
      `select host.base_url, remaining
       from quota_bucket
       join host on host.host_id = quota_bucket.host_id
       where resource = 'graphql'
       order by host.host_id`,
    );
  const before = await load();
  const [token = ''] = installationTokens(one);
  one.control.setUsed(token, 'graphql', 4000);
  const [credential] = await database.query<{ credential_id: number }>(
    'select credential_id from credential order by host_id',
  );

  await readTotals(credential?.credential_id ?? 0);

  const after = await load();
  expect(after[0]?.remaining).toBeLessThan(1001);
  expect(after[1]).toEqual(before[1]);
});

it('suspended on one host, the App goes on reading on the other', async () => {
  const [old, young] = await database.query<{ credential_id: number; installation_id: number }>(
    'select credential_id, installation_id from credential order by host_id',
  );

  one.control.editApp({ kind: 'suspended', installationId: old?.installation_id ?? 0 });

  await expect(readTotals(old?.credential_id ?? 0)).rejects.toMatchObject({
    failure: { code: 'github-organisation-approval' },
  });
  expect((await readTotals(young?.credential_id ?? 0)).map((each) => each.pullRequestTotal)).toEqual([5]);
});
