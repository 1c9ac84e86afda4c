import { randomBytes } from 'node:crypto';
import { accessRoutes, type RouteHandler } from '../../access/index.ts';
import { systemClock } from '../../platform/clock/index.ts';
import { createEgress, type Egress } from '../../platform/egress/index.ts';
import { createSecretMask } from '../../platform/logging/index.ts';
import { createSecretBox, parseKeyRing } from '../../platform/secrets/index.ts';
import type { Database } from '../../platform/sql/index.ts';
import { createClientPool } from '../client-pool.client.ts';
import { createDemoProcess } from '../demo/demo-process.client.ts';
import type { AccessDependencies } from '../dependencies.ts';
import { githubAccessRoutes } from '../github-access.routes.ts';

interface Opened {
  /** Emulators that may be connected to. */
  readonly loopbackOrigins: readonly string[];
  /** What names lead to; default: what the system says. */
  readonly resolve?: NonNullable<Parameters<typeof createEgress>[0]>['resolve'];
  readonly callbacks?: Partial<
    Pick<
      AccessDependencies,
      'onConnected' | 'onRepaired' | 'onDataSwitched' | 'loadListedTotal' | 'onDemoConnected'
    >
  >;
}

/** Everything this slice needs, real but for what higher floors would do when a connection is made. */
export function openAccessDependencies(
  database: Database,
  { loopbackOrigins, resolve, callbacks = {} }: Opened,
): AccessDependencies & { readonly egress: Egress; readonly close: () => Promise<void> } {
  const secretBox = createTestSecretBox();
  const secretMask = createSecretMask();
  const egress = createEgress({ ...(resolve !== undefined && { resolve }), allow: { loopbackOrigins } });
  const demo = createDemoProcess();
  return {
    database,
    egress,
    clock: systemClock,
    secretBox,
    secretMask,
    clients: createClientPool({
      database,
      secretBox,
      secretMask,
      egress,
      clock: systemClock,
      demo,
      loadChosen: () => Promise.resolve([]),
    }),
    loopbackOrigins,
    onConnected: async () => {},
    onRepaired: async () => {},
    onDataSwitched: async () => {},
    loadListedTotal: async () => undefined,
    onDemoConnected: async () => {},
    ...callbacks,
    close: async () => {
      demo.close();
      await egress.close();
    },
  };
}

/** A box with a key of its own. */
function createTestSecretBox() {
  const key = { id: 'test', key: randomBytes(32).toString('base64url'), createdAt: new Date().toISOString() };
  const ring = parseKeyRing(JSON.stringify({ version: 1, keys: [key] }));
  if (ring === undefined) throw new Error('The test key ring is not one.');
  return createSecretBox(ring);
}

/** This slice's routes and those by which one signs in. */
export const listTestRoutes = (deps: AccessDependencies): readonly RouteHandler[] => [
  ...accessRoutes({ database: deps.database, personOf: () => Promise.resolve(new Map()) }),
  ...githubAccessRoutes(deps),
];
