import { lookAgain, testToken } from '@throughline/contract';
import { handle, type RouteHandler } from '../../access/index.ts';
import { loadConnectedOrganisations } from '../connection/load-connections.sql.ts';
import type { AccessDependencies } from '../dependencies.ts';
import { toNewHost } from '../hosts/to-new-host.ts';
import { keepTestedToken, lookAgainAt } from './tested-token.client.ts';
import { toTokenAnswer } from './token-answer.ts';

/** Trying a token: what it is, what it can do, and what each missing permission costs. */
export const tokenRoutes = (deps: AccessDependencies): readonly RouteHandler[] => [
  handle(testToken, async ({ body, reader }) => {
    const host = toNewHost(body.host, deps.loopbackOrigins);
    const tested = await keepTestedToken(deps, { host, token: body.token }, reader);
    const connectedAs = await loadConnectedOrganisations(deps.database, tested.host.hostId);
    return toTokenAnswer(tested, { data: body.data, connectedAs, now: deps.clock.now() });
  }),

  handle(lookAgain, async ({ params, body }) => {
    const tested = await lookAgainAt(deps, params.credentialId, body.organisations);
    const connectedAs = await loadConnectedOrganisations(deps.database, tested.host.hostId);
    return toTokenAnswer(tested, { data: body.data, connectedAs, now: deps.clock.now() });
  }),
];
