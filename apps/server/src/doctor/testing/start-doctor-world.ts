import { createSign, randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConnection, type DoctorAnswer, getConnectionDoctor, testToken } from '@throughline/contract';
import {
  type CraftedRepository,
  craftRepository,
  type EmulatorOptions,
  type GithubApp,
  type RunningEmulator,
  startEmulator,
  type TokenSpec,
} from '@throughline/github-emulator';
import { afterAll } from 'vitest';
import { listTestRoutes, openAccessDependencies } from '../../github-access/testing/access-dependencies.ts';
import { keepTestInstallation } from '../../github-access/testing/keep-test-installation.ts';
import { startTestApi } from '../../http/testing/index.ts';
import { parseConfiguration } from '../../platform/configuration/index.ts';
import { createJobs } from '../../platform/jobs/index.ts';
import type { TestDatabase } from '../../platform/sql/testing/index.ts';
import { doctorRoutes } from '../doctor.routes.ts';

/** Where an App is installed, asked of the emulated GitHub in its own name. */
async function listInstalled(emulator: RunningEmulator, app: GithubApp) {
  const now = Math.floor(Date.now() / 1000);
  const toPart = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = `${toPart({ alg: 'RS256', typ: 'JWT' })}.${toPart({ iat: now - 60, exp: now + 300, iss: String(app.id) })}`;
  const signature = createSign('sha256').update(signed).sign(app.privateKeyPem!, 'base64url');
  const answer = await fetch(`${emulator.restUrl}/app/installations`, {
    headers: { 'user-agent': 'test', authorization: `Bearer ${signed}.${signature}` },
  });
  const rows = (await answer.json()) as { id: number; account: { id: number; login: string } }[];
  return rows.map(({ id, account }) => ({
    installationId: id,
    organisation: { githubId: account.id, login: account.login },
  }));
}

interface WorldOptions extends Partial<EmulatorOptions> {
  readonly repositories: readonly CraftedRepository[];
  /** Addresses that hosts may be moved to. */
  readonly furtherOrigins?: readonly string[];
}

/** An emulated GitHub, the API with a doctor, an administrator, and connections made as a person makes them. */
export async function startDoctorWorld(database: TestDatabase, options: WorldOptions) {
  const { repositories, furtherOrigins = [], ...emulated } = options;
  const emulator = await startEmulator({
    shape: 'enterprise-server',
    enterpriseVersion: '3.22.0',
    ...emulated,
    sources: repositories.map((spec) => craftRepository(spec)),
  });
  const deps = openAccessDependencies(database, { loopbackOrigins: [emulator.origin, ...furtherOrigins] });
  const folder = await mkdtemp(join(tmpdir(), 'doctor-'));
  const keyFile = join(folder, 'keys.json');
  await writeFile(keyFile, randomBytes(8));
  await chmod(keyFile, 0o600);
  const configuration = parseConfiguration(
    { DATABASE_URL: database.url, THROUGHLINE_KEY_FILE: keyFile },
    folder,
  );
  // The queue's tables, in which the doctor looks for workers.
  const jobs = createJobs({ url: database.url, role: 'worker', queues: [], onFailure: () => {} });
  await jobs.start();
  afterAll(async () => {
    await jobs.stop({ graceful: false });
    await deps.close();
    await emulator.close();
    await rm(folder, { recursive: true });
  });
  const api = await startTestApi({
    database,
    routes: () => [...listTestRoutes(deps), ...doctorRoutes({ ...deps, configuration })],
  });
  const administrator = await api.signIn('administrator');

  /** Tests a token and connects an organisation with it. Returns the connection's id. */
  const connect = async (organisation: string, token: TokenSpec): Promise<number> => {
    const { value } = emulator.control.addToken(token);
    const { credentialId } = await administrator.call(testToken, {
      body: { host: { address: emulator.origin }, token: value },
    });
    return connectWith(organisation, credentialId);
  };
  const connectWith = async (organisation: string, credentialId: number): Promise<number> => {
    const { connectionId } = await administrator.call(createConnection, {
      body: { credentialId, organisation, name: organisation, repositoryChoice: 'all' },
    });
    return connectionId;
  };
  /** Installs a new App on an organisation, and connects it by that. */
  const connectByApp = async (organisation: string) => {
    const app = emulator.control.addApp({
      name: `Lines of ${organisation}`,
      owner: organisation,
      permissions: { metadata: 'read', pull_requests: 'read', contents: 'read', members: 'read' },
      installations: [{ account: organisation }],
    });
    const [installed] = await listInstalled(emulator, app);
    const credentialId = await keepTestInstallation(deps, {
      origin: emulator.origin,
      app,
      ...installed!,
      createdBy: administrator.user.userId,
    });
    const connectionId = await connectWith(organisation, credentialId);
    return { connectionId, id: app.id, installationId: installed!.installationId };
  };
  /** Each time by another administrator, for nobody may ask without end. */
  const examine = async (connectionId: number, only?: string): Promise<DoctorAnswer> =>
    (await api.signIn('administrator')).call(getConnectionDoctor, {
      params: { connectionId },
      query: only === undefined ? {} : { only },
    });
  return { emulator, api, administrator, database, keyFile, connect, connectByApp, examine };
}

export type DoctorWorld = Awaited<ReturnType<typeof startDoctorWorld>>;
