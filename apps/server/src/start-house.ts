import { keepDatabase } from './keep-database.ts';
import type { Configuration } from './platform/configuration/index.ts';
import { prepareDatabase } from './prepare-database.ts';
import { type RoleProcess, startRoleProcess } from './role-process.ts';

/** Everything that one command starts, running: the database, the api and the worker. */
export interface House extends AsyncDisposable {
  /** Where the api listens. */
  readonly address: string | undefined;
  /** Sentences for whoever started us, such as the set-up link. */
  readonly notes: readonly string[];
  /** Resolves when a role died and refuses to start again until somebody puts something right. */
  readonly broken: Promise<Error>;
}

const openDatabase = async (
  configuration: Configuration,
  stack: AsyncDisposableStack,
  onMoved: () => void,
): Promise<() => string> => {
  const { databaseUrl, dataDirectory } = configuration;
  if (databaseUrl !== undefined) return () => databaseUrl;
  const kept = stack.use(await keepDatabase({ dataDirectory, onMoved }));
  return kept.url;
};

/** Starts both roles; once the api has taken a port it keeps it, also when any was asked for. */
const startRoles = (url: () => string, configuration: Configuration): readonly [RoleProcess, RoleProcess] => {
  let { port } = configuration;
  const toEnvironment = (): NodeJS.ProcessEnv => ({
    // Whoever looks at the terminal wants to see what needs them; LOG_LEVEL shows more.
    LOG_LEVEL: 'warn',
    ...process.env,
    DATABASE_URL: url(),
    PORT: String(port),
  });
  const api = startRoleProcess({ role: 'api', toEnvironment });
  api.ready.then(
    ({ address }) => {
      port = address === undefined ? port : Number(new URL(address).port);
    },
    () => undefined,
  );
  return [api, startRoleProcess({ role: 'worker', toEnvironment })];
};

/** Starts the house, or nothing: rejects with the reason after ending what had been started. Disposing of it stops it. */
export const startHouse = async (configuration: Configuration): Promise<House> => {
  await using stack = new AsyncDisposableStack();
  let roles: readonly RoleProcess[] = [];
  const url = await openDatabase(configuration, stack, () => {
    for (const role of roles) role.restart();
  });
  await prepareDatabase(url());
  const [api, worker] = startRoles(url, configuration);
  roles = [api, worker];
  stack.defer(async () => {
    await Promise.all([api.stop(), worker.stop()]);
  });
  const [{ address, notes }] = await Promise.all([api.ready, worker.ready]);
  const whole = stack.move();
  const broken = Promise.race([api.broken, worker.broken]);
  return { address, notes, broken, [Symbol.asyncDispose]: () => whole.disposeAsync() };
};
