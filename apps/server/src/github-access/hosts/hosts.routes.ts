import { checkHost } from '@throughline/contract';
import { handle, type RouteHandler } from '../../access/index.ts';
import type { AccessDependencies } from '../dependencies.ts';
import { askHost } from './check-host.client.ts';
import { toNewHost } from './to-new-host.ts';

const checksPerMinute = 20;

/** Looking at a host before anything is given to it. */
export const hostRoutes = (deps: AccessDependencies): readonly RouteHandler[] => [
  handle(checkHost, async ({ body }) => askHost(deps, toNewHost(body.host, deps.loopbackOrigins)), {
    limit: { perMinute: checksPerMinute, key: (_, userId) => String(userId) },
  }),
];
