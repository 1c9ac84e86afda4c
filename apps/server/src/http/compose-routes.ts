import { accessRoutes, type RouteHandler } from '../access/index.ts';
import { briefRoutes } from '../briefs/index.ts';
import type { ClientPool } from '../github-access/index.ts';
import { accountLinkRoutes, loadPersonsOfUsers, personRoutes } from '../people/index.ts';
import type { Clock } from '../platform/clock/index.ts';
import type { Database } from '../platform/sql/index.ts';
import { reportRoutes } from '../reports/index.ts';
import { visibilityRoutes } from '../visibility/index.ts';
import { healthRoutes } from './health.routes.ts';
import { openApiRoutes } from './open-api.routes.ts';

export interface RouteDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly clients: ClientPool;
}

/** Everything the API answers: a line for each slice, lower floors first. */
export const composeRoutes = (deps: RouteDependencies): RouteHandler[] => [
  ...healthRoutes(deps),
  ...openApiRoutes(),
  ...accessRoutes({ ...deps, personOf: loadPersonsOfUsers }),
  ...personRoutes(deps),
  ...accountLinkRoutes(deps),
  ...visibilityRoutes(deps),
  ...reportRoutes(deps),
  ...briefRoutes(deps),
];
