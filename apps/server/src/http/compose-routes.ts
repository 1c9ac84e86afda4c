import { accessRoutes, type RouteHandler, signInRoutes } from '../access/index.ts';
import { briefRoutes } from '../briefs/index.ts';
import { doctorRoutes } from '../doctor/index.ts';
import { type ClientPool, githubAccessRoutes, ownAccountRoutes } from '../github-access/index.ts';
import { identityRoutes } from '../identity/index.ts';
import {
  applySwitch,
  continueReading,
  findListedTotal,
  ingestionRoutes,
  startReading,
} from '../ingestion/index.ts';
import {
  accountLinkRoutes,
  addDemoPeople,
  addDemoTeams,
  claimAccount,
  correctionRoutes,
  githubTeamRoutes,
  importRoutes,
  loadPersonsOfUsers,
  ownPersonRoutes,
  peopleExportRoutes,
  personActRoutes,
  personRoutes,
  robotRoutes,
  stepSoon,
  teamImportRoutes,
  teamMemberRoutes,
  teamRoutes,
} from '../people/index.ts';
import type { Clock } from '../platform/clock/index.ts';
import type { Configuration } from '../platform/configuration/index.ts';
import type { Egress } from '../platform/egress/index.ts';
import type { Jobs } from '../platform/jobs/index.ts';
import type { SecretMask } from '../platform/logging/index.ts';
import type { SecretBox } from '../platform/secrets/index.ts';
import type { Database } from '../platform/sql/index.ts';
import {
  attentionPageRoutes,
  metricRoutes,
  newsRoutes,
  reportRoutes,
  repositoryRoutes,
  searchRoutes,
} from '../reports/index.ts';
import { loadVisibleRepositories, visibilityRoutes } from '../visibility/index.ts';
import { healthRoutes } from './health.routes.ts';
import { openApiRoutes } from './open-api.routes.ts';

export interface RouteDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly secretBox: SecretBox;
  readonly secretMask: SecretMask;
  readonly clients: ClientPool;
  readonly egress: Egress;
  readonly configuration: Configuration;
  readonly jobs: Jobs;
  /** Loopback origins the operator opened, accepted as hosts. */
  readonly loopbackOrigins: readonly string[];
}

/** Everything the API answers: a line for each slice, lower floors first. */
export const composeRoutes = (deps: RouteDependencies): RouteHandler[] => [
  ...healthRoutes(deps),
  ...openApiRoutes(),
  ...accessRoutes({ ...deps, personOf: loadPersonsOfUsers }),
  ...signInRoutes(deps),
  ...githubAccessRoutes({
    ...deps,
    onConnected: async (tx, connectionId, chosen) => {
      await startReading(tx, deps.jobs, connectionId, chosen);
      await stepSoon(tx, deps.jobs, connectionId);
    },
    onRepaired: async (tx, connectionId) => {
      await continueReading(tx, deps.jobs, connectionId);
      await stepSoon(tx, deps.jobs, connectionId);
    },
    onDataSwitched: async (tx, connectionId, switched) => {
      await applySwitch(tx, deps.jobs, connectionId, switched);
      if (switched.isOn && switched.data === 'members') await stepSoon(tx, deps.jobs, connectionId);
    },
    loadListedTotal: findListedTotal,
    onDemoConnected: async (connectionId, hostId) => {
      await addDemoPeople(deps, connectionId, hostId);
      await addDemoTeams(deps, connectionId, hostId);
    },
  }),
  ...ownAccountRoutes({ ...deps, claimAccount }),
  ...composePeople(deps),
  ...visibilityRoutes(deps),
  ...identityRoutes({
    ...deps,
    loadVisibleIds: async (reader) => (await loadVisibleRepositories(deps.database, reader)).ids,
  }),
  ...ingestionRoutes(deps),
  ...reportRoutes(deps),
  ...newsRoutes(deps),
  ...metricRoutes(deps),
  ...attentionPageRoutes(deps),
  ...repositoryRoutes(deps),
  ...searchRoutes(deps),
  ...briefRoutes(deps),
  ...doctorRoutes(deps),
];

const composePeople = (deps: RouteDependencies): RouteHandler[] => [
  ...personRoutes(deps),
  ...ownPersonRoutes(deps),
  ...correctionRoutes(deps),
  ...accountLinkRoutes(deps),
  ...personActRoutes(deps),
  ...robotRoutes(deps),
  ...importRoutes(deps),
  ...peopleExportRoutes(deps),
  ...teamRoutes(deps),
  ...teamMemberRoutes(deps),
  ...githubTeamRoutes(deps),
  ...teamImportRoutes(deps),
];
