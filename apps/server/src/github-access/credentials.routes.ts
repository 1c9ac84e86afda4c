import { testToken } from '@throughline/contract';
import { handle, type RouteHandler } from '../access/index.ts';
import { loadConnectedOrganisations } from './connections.sql.ts';
import type { AccessDependencies } from './dependencies.ts';
import { toNewHost } from './host-input.ts';
import { keepTestedToken } from './tested-token.client.ts';
import { toTokenAnswer } from './token-answer.ts';

/** Trying a token: what it is, what it can do, and what each missing permission costs. */
export const credentialRoutes = (deps: AccessDependencies): readonly RouteHandler[] => [
  handle(testToken, async ({ body, reader }) => {
    const tested = await keepTestedToken(
      deps,
      toNewHost(body.host, deps.loopbackOrigins),
      body.token,
      reader,
    );
    const connectedAs = await loadConnectedOrganisations(deps.database, tested.host.hostId);
    return toTokenAnswer(tested, connectedAs, deps.clock.now());
  }),
];
