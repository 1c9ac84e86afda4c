import { createPasswordHasher } from '../platform/passwords/index.ts';
import type { AccessDependencies } from './access-dependencies.ts';
import { auditRoutes } from './audit.routes.ts';
import type { RouteHandler } from './handle.ts';
import { invitationRoutes } from './invitations.routes.ts';
import { keyRoutes } from './keys.routes.ts';
import { sessionRoutes } from './session.routes.ts';
import { setupRoutes } from './setup.routes.ts';
import { userRoutes } from './users.routes.ts';
import { workspaceRoutes } from './workspace.routes.ts';

/** Everything about who signs in, how, and what they did. */
export function accessRoutes(given: Omit<AccessDependencies, 'passwords'>): RouteHandler[] {
  const deps = { ...given, passwords: createPasswordHasher() };
  return [
    sessionRoutes,
    keyRoutes,
    setupRoutes,
    userRoutes,
    invitationRoutes,
    workspaceRoutes,
    auditRoutes,
  ].flatMap((routes) => routes(deps));
}
