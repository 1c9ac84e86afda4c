import { accessRoutes, type RouteHandler } from '../access/index.ts';
import type { Database } from '../platform/sql/index.ts';
import { healthRoutes } from './health.routes.ts';
import { openApiRoutes } from './open-api.routes.ts';

export interface RouteDependencies {
  readonly database: Database;
}

/** Everything the API answers: a line for each slice, lower floors first. */
export const composeRoutes = (deps: RouteDependencies): RouteHandler[] => [
  ...healthRoutes(deps),
  ...openApiRoutes(),
  ...accessRoutes({ ...deps, personOf: () => Promise.resolve(new Map()) }),
];
