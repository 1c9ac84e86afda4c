import { accessRoutes } from '../../access/index.ts';
import { githubAccessRoutes } from '../../github-access/index.ts';
import { startTestApi, type TestClient } from '../../http/testing/index.ts';
import { createSecretMask } from '../../platform/logging/index.ts';
import type { TestDatabase } from '../../platform/sql/testing/index.ts';
import { continueReading, startReading } from '../start-reading.sql.ts';
import { findListedTotal } from '../sweep/sweep.sql.ts';
import { applySwitch } from '../switching/apply-switch.sql.ts';
import { ingestionRoutes } from '../sync.routes.ts';
import type { Story } from './start-story.ts';

/** An administrator before the API of a story's organisation. */
export async function startStoryApi(database: TestDatabase, { deps, proxy }: Story): Promise<TestClient> {
  const { jobs } = deps;
  const api = await startTestApi({
    database,
    routes: () => [
      ...accessRoutes({ database, personOf: () => Promise.resolve(new Map()) }),
      ...githubAccessRoutes({
        ...deps,
        secretMask: createSecretMask(),
        loopbackOrigins: [proxy.origin],
        onConnected: (tx, connectionId, chosen) => startReading(tx, jobs, connectionId, chosen),
        onRepaired: (tx, connectionId) => continueReading(tx, jobs, connectionId),
        onDataSwitched: (tx, connectionId, switched) => applySwitch(tx, jobs, connectionId, switched),
        loadListedTotal: findListedTotal,
        onDemoConnected: async () => {},
      }),
      ...ingestionRoutes(deps),
    ],
  });
  return api.signIn('administrator');
}
