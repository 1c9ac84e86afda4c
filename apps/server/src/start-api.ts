import { join } from 'node:path';
import { createSetupPath } from './access/index.ts';
import { composeRoutes, createApi } from './http/index.ts';
import { openDependencies } from './open-dependencies.ts';
import { checkoutFolder } from './platform/configuration/index.ts';
import type { RunningRole, StartRole } from './role-context.ts';

/**
 * Serves the slices' routes and the built web; while nobody has set Throughline up, with a link to do so. When anything of it
 * fails, as when the database is gone meanwhile, nothing stays open: a process that still listens would never end.
 */
export const startApi: StartRole = async (context): Promise<RunningRole> => {
  await using opened = new AsyncDisposableStack();
  const deps = await openDependencies(context);
  opened.defer(() => deps.close());
  const { configuration, database, logger } = context;
  const server = await createApi({
    configuration,
    database,
    logger,
    routes: composeRoutes(deps),
    webDirectory: join(checkoutFolder, 'apps/web/dist'),
  });
  opened.defer(() => server.close());
  const setupPath = await createSetupPath(database);
  const address = await server.listen();
  const origin = configuration.publicUrl?.origin ?? address;
  const notes =
    setupPath === undefined ? [] : [`Set it up within 30 minutes, with this link: ${origin}${setupPath}`];
  const running = opened.move();
  return { address, notes, stop: () => running.disposeAsync() };
};
