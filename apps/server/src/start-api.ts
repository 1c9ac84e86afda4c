import { join } from 'node:path';
import { createSetupPath } from './access/index.ts';
import { composeRoutes, createApi } from './http/index.ts';
import { openDependencies } from './open-dependencies.ts';
import { checkoutFolder } from './platform/configuration/index.ts';
import type { RunningRole, StartRole } from './role-context.ts';

/** Serves the slices' routes and the built web; while nobody has set Throughline up, with a link to do so. */
export const startApi: StartRole = async (context): Promise<RunningRole> => {
  const deps = await openDependencies(context);
  const { configuration, database, logger } = context;
  const server = await createApi({
    configuration,
    database,
    logger,
    routes: composeRoutes(deps),
    webDirectory: join(checkoutFolder, 'apps/web/dist'),
  });
  const address = await server.listen();
  const setupPath = await createSetupPath(database);
  const origin = configuration.publicUrl?.origin ?? address;
  const notes =
    setupPath === undefined ? [] : [`Set it up within 30 minutes, with this link: ${origin}${setupPath}`];
  const stop = async (): Promise<void> => {
    await server.close();
    await deps.close();
  };
  return { address, notes, stop };
};
