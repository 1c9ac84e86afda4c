import { addOauthApp, beginOauth, finishOauth, listOauthApps } from '@throughline/contract';
import { handle, type RouteHandler } from '../../access/index.ts';
import { loadConnectedOrganisations } from '../connection/load-connections.sql.ts';
import { loadRegistrations } from '../credentials/registrations.sql.ts';
import type { AccessDependencies } from '../dependencies.ts';
import { findHostByAddress } from '../hosts/hosts.sql.ts';
import { toNewHost } from '../hosts/to-new-host.ts';
import { toReturnAddress } from '../return-page.ts';
import { toTokenAnswer } from '../tokens/token-answer.ts';
import { registerOauthApp } from './register-oauth-app.client.ts';
import { beginOauthSignIn, finishOauthSignIn } from './sign-in-by-oauth.client.ts';

const triesPerMinute = 10;

/** Connecting by an OAuth app: registering one's own, and signing in by it. */
export const oauthRoutes = (deps: AccessDependencies): readonly RouteHandler[] => [
  handle(listOauthApps, async ({ query, request }) => {
    const { baseUrl } = toNewHost({ address: query.address, isPrivateAllowed: false }, deps.loopbackOrigins);
    const host = await findHostByAddress(deps.database, baseUrl);
    const known = host === undefined ? [] : await loadRegistrations(deps.database, host.hostId);
    return {
      apps: known
        .filter(({ kind }) => kind === 'oauth-app')
        .map(({ registrationId, clientId, name }) => ({ registrationId, clientId, name })),
      place: {
        newAppUrl: `${baseUrl}/settings/applications/new`,
        homepageUrl: request.origin,
        callbackUrl: toReturnAddress(request.origin),
      },
    };
  }),

  handle(addOauthApp, ({ body, reader }) => registerOauthApp(deps, body, reader), {
    limit: { perMinute: triesPerMinute, key: (_, userId) => String(userId) },
  }),

  handle(beginOauth, ({ params, body, reader, request }) =>
    beginOauthSignIn(deps, {
      ...params,
      ...body,
      viewer: reader,
      browserId: request.browserId(),
      origin: request.origin,
    }),
  ),

  handle(finishOauth, async ({ body, reader, request }) => {
    const { tested, data } = await finishOauthSignIn(deps, {
      ...body,
      viewer: reader,
      browserId: request.browserId(),
    });
    const connectedAs = await loadConnectedOrganisations(deps.database, tested.host.hostId);
    return toTokenAnswer(tested, { data, connectedAs, now: deps.clock.now() });
  }),
];
