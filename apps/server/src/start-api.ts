import { join } from 'node:path';
import { createSetupPath } from './access/index.ts';
import { composeRoutes, createApi } from './http/index.ts';
import { checkoutFolder } from './platform/configuration/index.ts';
import type { RunningRole, StartRole } from './role-context.ts';

/** Serves the slices' routes and the built web; while nobody has set Throughline up, with a link to do so. */
export const startApi: StartRole = async ({ configuration, database, logger }): Promise<RunningRole> => {
  const server = await createApi({
    configuration,
    database,
    logger,
    routes: composeRoutes({ database }),
    webDirectory: join(checkoutFolder, 'apps/web/dist'),
  });
  const address = await server.listen();
  const setupPath = await createSetupPath(database);
  const origin = configuration.publicUrl?.origin ?? address;
  const notes =
    setupPath === undefined ? [] : [`Set it up within 30 minutes, with this link: ${origin}${setupPath}`];
  return { address, notes, stop: () => server.close() };
};
