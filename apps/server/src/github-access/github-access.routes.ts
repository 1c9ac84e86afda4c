import type { RouteHandler } from '../access/index.ts';
import { actingRoutes } from './acting/acting.routes.ts';
import { appRoutes } from './apps/apps.routes.ts';
import { connectionsRoutes } from './connecting/connections.routes.ts';
import { connectionRoutes } from './connection/connection.routes.ts';
import { demoRoutes } from './demo/demo.routes.ts';
import type { AccessDependencies } from './dependencies.ts';
import { hostRoutes } from './hosts/hosts.routes.ts';
import { oauthRoutes } from './oauth/oauth.routes.ts';
import { tokenRoutes } from './tokens/tokens.routes.ts';

/** All operations of this slice. */
export const githubAccessRoutes = (deps: AccessDependencies): readonly RouteHandler[] => [
  ...tokenRoutes(deps),
  ...appRoutes(deps),
  ...hostRoutes(deps),
  ...oauthRoutes(deps),
  ...connectionsRoutes(deps),
  ...connectionRoutes(deps),
  ...actingRoutes(deps),
  ...demoRoutes(deps),
];
