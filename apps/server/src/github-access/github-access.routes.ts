import type { RouteHandler } from '../access/index.ts';
import { connectionRoutes } from './connections.routes.ts';
import { credentialRoutes } from './credentials.routes.ts';
import { demoRoutes } from './demo.routes.ts';
import type { AccessDependencies } from './dependencies.ts';

/** All operations of this slice. */
export const githubAccessRoutes = (deps: AccessDependencies): readonly RouteHandler[] => [
  ...credentialRoutes(deps),
  ...connectionRoutes(deps),
  ...demoRoutes(deps),
];
