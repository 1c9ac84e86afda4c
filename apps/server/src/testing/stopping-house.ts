import { fileURLToPath } from 'node:url';
import { type ApiFailure, createConnection, testToken } from '@throughline/contract';
import { craftRepository, type RunningEmulator, startEmulator } from '@throughline/github-emulator';
import { afterAll, expect, vi } from 'vitest';
import { createTestSession, createTestUser } from '../access/testing/test-users.ts';
import { createTestClient, type TestClient } from '../http/testing/index.ts';
import { isReadWhole, listTruth, loadHeld } from '../ingestion/testing/load-held.ts';
import { compileCache } from '../platform/process/testing/compile-cache.ts';
import { type SpawnedProgram, spawnProgram } from '../platform/process/testing/spawn-program.ts';
import type { Sql } from '../platform/sql/index.ts';
import { startMain } from './start-main.ts';

const stoppedRole = fileURLToPath(new URL('./stopped-role.ts', import.meta.url));
const repositories = ['api', 'web'] as const;

/** An emulated GitHub with an organisation of two repositories; ends with the file's tests. */
export async function startAcme(): Promise<RunningEmulator> {
  const acme = await startEmulator({
    shape: 'enterprise-server',
    sources: repositories.map((name, at) =>
      craftRepository({ fullName: `acme/${name}`, admins: ['ada'], pulls: 60 - 20 * at }),
    ),
    tokens: [{ kind: 'classic', login: 'ada' }],
  });
  afterAll(() => acme.close());
  return acme;
}

/** What every role of a house is started with. */
export type Environment = Readonly<Record<string, string>>;

export const toEnvironment = (databaseUrl: string, folder: string, acme: RunningEmulator): Environment => ({
  PORT: '0',
  DATABASE_URL: databaseUrl,
  THROUGHLINE_DATA: folder,
  THROUGHLINE_LOOPBACK_HOSTS: acme.origin,
  LOG_LEVEL: 'fatal',
});

/** A role as it is started alone. */
export const startRole = (role: 'api' | 'worker', env: Environment): SpawnedProgram =>
  startMain(env['THROUGHLINE_DATA'] ?? '', { env, args: [`--role=${role}`] });

/** A role that ends a process, its own unless told, at a point of its work. */
export const startStopping = (
  role: 'api' | 'worker',
  env: Environment,
  { point, victim }: { readonly point: string; readonly victim?: number },
): SpawnedProgram =>
  spawnProgram(stoppedRole, [role, point, ...(victim === undefined ? [] : [String(victim)])], {
    env: { ...compileCache, ...env },
    cwd: '/',
  });

/** Where an api listens, once it does. */
export const waitForAddress = async (api: SpawnedProgram): Promise<string> =>
  (await api.waitFor(/The api listens on (http:\S+)/))[1] ?? '';

/** A new administrator at an api that starts. */
export async function signIn(sql: Sql, api: SpawnedProgram): Promise<TestClient> {
  const { userId } = await createTestUser(sql, 'administrator');
  return createTestClient(await waitForAddress(api), await createTestSession(sql, userId));
}

/** Tests a token; then connects its organisation when it is called, by whichever client. */
export async function prepareToConnect(client: TestClient, { origin, tokens }: RunningEmulator) {
  const body = { host: { address: origin }, token: tokens[0]?.value ?? '' };
  const { credentialId } = await client.call(testToken, { body });
  const wanted = { credentialId, organisation: 'acme', name: 'acme', repositoryChoice: 'all' } as const;
  return (asked: TestClient) => asked.call(createConnection, { body: wanted });
}

/** What a call comes to: its failure's code, `unavailable` when nobody answered, or `done`. */
export const toOutcome = (calling: Promise<unknown>): Promise<string> =>
  calling.then(
    () => 'done',
    (error: Partial<ApiFailure>) => error.failure?.code ?? 'failed',
  );

/** Waits until everything is read, also while nobody answers. */
export const waitUntilRead = (sql: Sql): Promise<unknown> =>
  vi.waitUntil(() => isReadWhole(sql, repositories.length).catch(() => false), {
    timeout: 60_000,
    interval: 100,
  });

/** What is held is what the ledger of the truth tells, and no job was given up. */
export async function expectTruth(sql: Sql, { control }: RunningEmulator): Promise<void> {
  for (const name of repositories)
    expect(await loadHeld(sql, name)).toEqual(listTruth(control, `acme/${name}`));
  expect(await sql.query(`select from pgboss.job where state = 'failed'`)).toEqual([]);
}

/** Rows of a table, with or without a condition. */
export const countRows = async (sql: Sql, from: string): Promise<number> =>
  (await sql.query<{ count: number }>(`select count(*)::integer as count from ${from}`))[0]?.count ?? 0;
