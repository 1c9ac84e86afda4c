import { createPublicKey } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  beginAppOrganisations,
  beginOauth,
  createConnection,
  createKey,
  finishAppOrganisations,
  finishOauth,
  listGithubApps,
  listOauthApps,
  revokeKey,
  routes,
  testToken,
} from '@throughline/contract';
import { craftRepository, startEmulator } from '@throughline/github-emulator';
import { afterAll, expect, test, vi } from 'vitest';
import { createTestSession, createTestUser } from './access/testing/test-users.ts';
import { visitGitHub } from './github-access/testing/visit-github.ts';
import { createTestClient, type TestClient } from './http/testing/index.ts';
import { testDatabase } from './platform/sql/testing/index.ts';
import {
  type CanaryFlow,
  canaryApp,
  canaryFlows,
  canaryOauthApp,
} from './testing/canaries/canary-flows.data.ts';
import { type CanaryHost, startCanaryHosts } from './testing/canaries/canary-hosts.ts';
import { type CanaryFinder, createCanaryFinder } from './testing/canaries/find-canaries.ts';
import { type Canaries, makeCanaries } from './testing/canaries/make-canaries.ts';
import { renewOwnToken } from './testing/canaries/renew-own-token.ts';
import { startMain } from './testing/start-main.ts';

const database = await testDatabase();
const made = makeCanaries();
const acme = await startEmulator({
  shape: 'enterprise-server',
  sources: [craftRepository({ fullName: 'acme/api', admins: ['ada'], pulls: 12 })],
  tokens: [
    { kind: 'classic', login: 'ada', value: made.classicToken },
    { kind: 'fine-grained', login: 'ada', value: made.fineGrainedToken, resourceOwner: 'acme' },
  ],
  oauthApps: [
    { ...canaryOauthApp, clientSecret: made.clientSecret, callbackUrls: ['http://127.0.0.1/github/return'] },
  ],
});
const hosts: readonly CanaryHost[] = [
  { name: 'GitHub', address: acme.origin },
  ...(await startCanaryHosts()),
];
const folder = await mkdtemp(join(tmpdir(), 'throughline-canaries-'));

afterAll(async () => {
  await acme.close();
  await rm(folder, { recursive: true, force: true });
});

/** Everything that left the product, by where it was seen. */
const seen = new Map<string, string>();
const see = (where: string, text: string): void => {
  seen.set(where, `${seen.get(where) ?? ''}\n${text}`);
};

async function seeAnswer(where: string, asking: Promise<Response>): Promise<void> {
  const response = await asking;
  const headers = JSON.stringify([...response.headers].filter(([name]) => name !== 'set-cookie'));
  see(where, `${headers}\n${await response.text()}`);
}

const ask = (client: TestClient, { method, path }: CanaryFlow, body: string, signal?: AbortSignal) =>
  client.fetch(path, {
    method,
    body,
    headers: { 'content-type': 'application/json' },
    ...(signal === undefined ? {} : { signal }),
  });

/** At each host; whoever asks the silent one goes away. */
async function runAtHosts(client: TestClient, flow: CanaryFlow, canaries: Canaries): Promise<void> {
  for (const { name, address, isSilent = false } of hosts) {
    const body = JSON.stringify(flow.toBody(canaries, address));
    const signal = isSilent ? AbortSignal.timeout(150) : undefined;
    const asking = seeAnswer(`answer when ${flow.name}, ${name}`, ask(client, flow, body, signal));
    await (isSilent ? asking.catch(() => undefined) : asking);
  }
}

/** As nobody should send it: cut off, with what is not asked for, too long, under a wrong name, as another type. */
async function runMalformed(client: TestClient, flow: CanaryFlow, canaries: Canaries): Promise<void> {
  const body = flow.toBody(canaries, acme.origin);
  const secrets = flow.kinds.map((kind) => canaries[kind]);
  const bodies = [
    JSON.stringify(body).slice(0, -2),
    `${JSON.stringify(body)}${secrets.join()}`,
    JSON.stringify({ ...body, [secrets.join('.')]: secrets }),
    JSON.stringify({ ...body, host: secrets.join(), issuer: secrets, token: secrets, app: secrets.join() }),
    JSON.stringify({ ...body, host: { address: `https://${secrets[0]?.slice(0, 40)}/` } }),
    JSON.stringify(body).replaceAll(secrets[0] ?? '', `${secrets[0]} ${secrets[0]}\u0000ы`),
  ];
  for (const [at, text] of bodies.entries()) {
    await seeAnswer(`answer when ${flow.name}, malformed ${at}`, ask(client, flow, text));
  }
}

/** While the database refuses every row that would hold it. */
async function runRefused(client: TestClient, flow: CanaryFlow, canaries: Canaries): Promise<void> {
  const tables = ['credential', 'app_registration', 'sign_on_provider'];
  for (const table of tables) {
    await database.query(`alter table ${table} add constraint canary check (false) not valid`);
  }
  const body = JSON.stringify(flow.toBody(canaries, acme.origin));
  await seeAnswer(`answer when ${flow.name}, refused by the database`, ask(client, flow, body));
  for (const table of tables) await database.query(`alter table ${table} drop constraint canary`);
}

/** Has GitHub know the App, which leads back to this address and no other. */
const registerApp = (address: string) =>
  acme.control.addApp({
    name: canaryApp.name,
    owner: 'acme',
    clientId: canaryApp.clientId,
    clientSecret: made.clientSecret,
    publicKeyPem: createPublicKey(made.privateKey).export({ type: 'spki', format: 'pem' }),
    permissions: { contents: 'read', pull_requests: 'read', members: 'read', issues: 'read' },
    callbackUrls: [`${address}/github/return`],
    installations: [{ account: 'acme' }],
  });

/** Signs in at GitHub by each app, and brings what comes back once, again, and with a state of nobody's. */
async function signInByApps(client: TestClient): Promise<void> {
  const query = { address: acme.origin };
  const [oauthApp] = (await client.call(listOauthApps, { query })).apps;
  const [app] = (await client.call(listGithubApps, { query })).apps;
  const ways = [
    { begin: beginOauth, finish: finishOauth, registrationId: oauthApp?.registrationId ?? 0 },
    {
      begin: beginAppOrganisations,
      finish: finishAppOrganisations,
      registrationId: app?.registrationId ?? 0,
    },
  ] as const;
  for (const { begin, finish, registrationId } of ways) {
    const { url } = await client.call<typeof beginOauth | typeof beginAppOrganisations>(begin, {
      params: { registrationId },
      body: {},
    });
    see('where one is led', url);
    const back = await (await visitGitHub(acme.origin, 'ada')).authorise(url);
    const state = back.get('state') ?? '';
    const code = back.get('code') ?? '';
    for (const body of [
      { state, code },
      { state, code },
      { state: 'x'.repeat(43), code },
    ]) {
      const headers = { 'content-type': 'application/json' };
      const asking = client.fetch(finish.path, { method: 'POST', headers, body: JSON.stringify(body) });
      await seeAnswer(`answer after ${begin.id}`, asking);
    }
  }
}

/** Reads by each credential that the sign-ins brought: an installation's token is made for it. */
async function readByAll(client: TestClient): Promise<void> {
  const credentials = await database.query<{ credential_id: number }>('select credential_id from credential');
  for (const { credential_id } of credentials) {
    const path = `/api/credentials/${credential_id}/organisations/acme/repositories`;
    await seeAnswer('answer to what is offered', client.fetch(path));
  }
}

/** What GitHub made on the way: tokens of sign-ins and of installations. */
const listMinted = (known: Canaries): Record<string, string> =>
  Object.fromEntries(
    [...acme.control.tokens().map(({ value }) => value), ...acme.control.refreshTokens()]
      .map((value, at): [string, string] => [`minted ${value.slice(0, 4)} ${at}`, value])
      .filter(([, value]) => !Object.values(known).includes(value)),
  );

/** Everything one can read without naming anything. */
async function readEverything(client: TestClient): Promise<void> {
  for (const route of routes) {
    const isPlain = route.method === 'GET' && !route.path.includes(':') && !route.path.endsWith('/stream');
    if (isPlain) await seeAnswer(`GET ${route.path}`, client.fetch(route.path));
  }
}

async function dumpDatabase(): Promise<void> {
  const tables = await database.query<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name
     from information_schema.tables
     where table_type = 'BASE TABLE'
       and table_schema not in ('pg_catalog', 'information_schema')`,
  );
  for (const { name } of tables) {
    const rows = await database.query<{ text: string }>(`select t::text as text from ${name} as t`);
    see(`table ${name}`, rows.map(({ text }) => text).join('\n'));
  }
}

async function seeProcesses(): Promise<void> {
  const pids = (await readdir('/proc')).filter((entry) => /^\d+$/.test(entry));
  const lines = await Promise.all(
    pids.map((pid) => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')),
  );
  see('process list', lines.join('\n'));
}

async function listen(client: TestClient, path: string, signal: AbortSignal): Promise<void> {
  const response = await client.fetch(path, { signal });
  const decoder = new TextDecoder();
  for await (const piece of response.body ?? []) see(`stream ${path}`, decoder.decode(piece));
}

const findAll = (finder: CanaryFinder): string[] =>
  [...seen].flatMap(([where, text]) => finder.find(where, text));

test('a secret of each of twelve kinds, on success and on every error, stands nowhere but sealed', {
  timeout: 120_000,
}, async () => {
  const env = {
    DATABASE_URL: database.url,
    LOG_LEVEL: 'trace',
    THROUGHLINE_LOOPBACK_HOSTS: hosts.map(({ address }) => address).join(),
  };
  const api = startMain(folder, { env, args: ['--role=api'] });
  const worker = startMain(folder, { env, args: ['--role=worker'] });
  const [, address = ''] = await api.waitFor(/The api listens on (http:\S+)/);
  await worker.waitFor(/The worker runs/);
  registerApp(address);
  const { userId } = await createTestUser(database, 'administrator');
  const session = await createTestSession(database, userId);
  const client = await createTestClient(address, session);
  const key = await client.call(createKey, { body: { name: 'canary', scope: 'read', days: 7 } });
  const canaries: Canaries = { ...made, session, apiKey: key.text };
  const gone = new AbortController();
  const streams = ['/api/sync/stream', '/api/news/stream'].map((path) =>
    listen(client, path, gone.signal).catch(() => undefined),
  );

  for (const flow of canaryFlows) {
    await runAtHosts(client, flow, canaries);
    await runMalformed(client, flow, canaries);
    await runRefused(client, flow, canaries);
    await seeProcesses();
  }
  await signInByApps(client);
  await readByAll(client);
  await renewOwnToken({ client, database, github: acme, see: seeAnswer });
  const { credentialId } = await client.call(testToken, {
    body: { host: { address: acme.origin }, token: made.classicToken },
  });
  await client.call(createConnection, {
    body: { credentialId, organisation: 'acme', name: 'acme', repositoryChoice: 'all' },
  });
  await vi.waitUntil(async () => (await database.query('select from pull_request')).length > 0, {
    timeout: 30_000,
    interval: 100,
  });
  acme.control.changeToken({ value: made.classicToken, isRevoked: true });
  for (const authorization of [`Bearer ${key.text}`, `Bearer ${key.text}x`, `Basic ${key.text}`, session]) {
    const given = { headers: { authorization } };
    await seeAnswer('answer to a key', fetch(`${address}/api/connections`, given));
    await seeAnswer('answer to a key', fetch(`${address}/api/users`, given));
    await seeAnswer('answer to a key beside a session', client.fetch('/api/connections', given));
  }
  await client.call(revokeKey, { params: { keyId: key.key.keyId } });
  await seeAnswer(
    'answer to a revoked key',
    fetch(`${address}/api/connections`, { headers: { authorization: `Bearer ${key.text}` } }),
  );
  await seeAnswer(
    'answer to a wrong session',
    fetch(`${address}/api/me`, { headers: { cookie: `throughline=${session}x` } }),
  );
  await readEverything(client);
  await sleep(500);
  gone.abort();
  await Promise.all(streams);
  await seeProcesses();
  await dumpDatabase();
  await database.query('drop table workspace cascade');
  await seeAnswer('answer to a crash', client.fetch('/api/session'));
  // What they said until then is what counts; told to stop, they would wait for the silent host.
  for (const program of [api, worker]) program.kill('SIGKILL');
  await Promise.all([api.exited, worker.exited]);
  const ended = startMain(folder, {
    env: { ...env, THROUGHLINE_KEY_FILE: '/nowhere/keys.json' },
    args: ['--role=api'],
  });
  await ended.exited;
  for (const [name, program] of Object.entries({ api, worker, ended }))
    see(`output of ${name}`, program.output());

  const minted = listMinted(canaries);

  expect(findAll(createCanaryFinder({ ...canaries, ...minted }))).toEqual([]);
  expect(Object.values(minted).map((value) => value.slice(0, 4))).toEqual(
    expect.arrayContaining(['gho_', 'ghs_', 'ghu_', 'ghr_']),
  );
  expect(seen.get('answer after beginAppOrganisations')).toContain('"way":"app"');
  expect(seen.get('answer after a renewal')).toContain('"organisations"');
  expect(seen.get('answer after a renewal that is not answered')).toContain('"github-');
  expect(seen.get('answer after a renewal that GitHub refuses')).toContain('"conflict"');
  expect(seen.get('output of api')).toContain('"level":"debug"');
  expect(seen.get(`answer when a classicToken is tested, GitHub`)).toContain('Successfully connected');
  expect([...seen.keys()].filter((where) => where.startsWith('table ')).length).toBeGreaterThan(60);
});
