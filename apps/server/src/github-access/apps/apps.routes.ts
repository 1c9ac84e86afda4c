import {
  addGithubApp,
  allReadData,
  beginAppManifest,
  beginAppOrganisations,
  checkGithubApp,
  finishAppManifest,
  finishAppOrganisations,
  type GithubApp,
  listGithubApps,
  refreshAppOrganisations,
  showAppManifest,
} from '@throughline/contract';
import { appPermissions, toAuthoriseUrl } from '@throughline/github';
import { beginAttempt, handle, handlePage, type RouteHandler, takeAttempt } from '../../access/index.ts';
import { toAppData } from '../credentials/permissions-held.ts';
import type { AccessDependencies } from '../dependencies.ts';
import { asking } from '../github-error.ts';
import { toNewHost } from '../hosts/to-new-host.ts';
import { withVisit } from '../oauth/with-visit.client.ts';
import { returnPage, toReturnAddress } from '../return-page.ts';
import { addApp } from './add-app.client.ts';
import { organisationsAttempt } from './app-attempt.ts';
import { checkApp, listMissing } from './check-app.client.ts';
import { listAfterSignIn, listAnew, lookAround } from './list-app-organisations.client.ts';
import { beginManifest, finishManifest, loadManifestPage } from './make-app.client.ts';
import { getReadingApp } from './open-app.client.ts';
import { loadAppsOf } from './registered-apps.sql.ts';

/** GitHub Apps: made by GitHub from a manifest or entered by hand, and the organisations they are installed on. */
export const appRoutes = (deps: AccessDependencies): readonly RouteHandler[] => [
  handle(listGithubApps, async ({ query }) => {
    const { baseUrl } = toNewHost({ address: query.address, isPrivateAllowed: true }, deps.loopbackOrigins);
    return { apps: [...(await loadAppsOf(deps.database, baseUrl))], asked: allReadData.map(toAsked) };
  }),
  ...makingRoutes(deps),
  ...organisationRoutes(deps),
];

const toAsked = (data: (typeof allReadData)[number]) => ({
  data,
  permissions: toAppData([data]).map((each) => {
    const { permission, why } = appPermissions[each];
    return { permission, why };
  }),
});

const makingRoutes = (deps: AccessDependencies): readonly RouteHandler[] => [
  handle(beginAppManifest, ({ body, reader, request }) =>
    beginManifest(deps, {
      wanted: body,
      origin: request.origin,
      viewer: reader,
      browserId: request.browserId(),
    }),
  ),
  handlePage(showAppManifest, returnPage, ({ params, reader, request }) =>
    loadManifestPage(deps, { state: params.state, viewer: reader, browserId: request.browserId() }),
  ),
  handle(
    finishAppManifest,
    ({ body, reader, request }): Promise<GithubApp> =>
      finishManifest(deps, { ...body, viewer: reader, browserId: request.browserId() }),
  ),
  handle(
    checkGithubApp,
    async ({ body }) => {
      const host = toNewHost(body.host, deps.loopbackOrigins);
      const { fields, app } = await checkApp(deps, host, body.app);
      return {
        fields: [...fields],
        missing: app === undefined ? [] : [...listMissing(app, body.data)],
        ...(app === undefined ? {} : { name: app.name }),
      };
    },
    { limit: { perMinute: 60, key: (_, userId) => String(userId) } },
  ),
  handle(addGithubApp, ({ body, reader }) => addApp(deps, body, reader)),
];

/** As long as GitHub keeps a code. */
const minutes = 10;
const purpose = 'app-organisations';

const organisationRoutes = (deps: AccessDependencies): readonly RouteHandler[] => [
  handle(beginAppOrganisations, async ({ params: { registrationId }, body: { data }, reader, request }) => {
    const { host, registration } = await getReadingApp(deps, registrationId);
    const redirectUri = toReturnAddress(request.origin);
    const { state, codeVerifier } = await beginAttempt(deps.database, {
      purpose,
      browserId: request.browserId(),
      userId: reader.userId,
      payload: { registrationId, data, redirectUri },
      minutes,
    });
    const { clientId } = registration;
    return {
      url: toAuthoriseUrl({ webUrl: host.baseUrl }, { clientId, redirectUri, state, codeVerifier }),
      state,
    };
  }),
  handle(finishAppOrganisations, async ({ body: { state, code }, reader, request }) => {
    const taken = await takeAttempt(deps.database, {
      state,
      purpose,
      browserId: request.browserId(),
      userId: reader.userId,
    });
    const { registrationId, data, redirectUri } = organisationsAttempt.parse(taken.payload);
    const { host, registration } = await getReadingApp(deps, registrationId);
    const visit = { host, registration, code, redirectUri, codeVerifier: taken.codeVerifier };
    // The person's token is ended as soon as it has shown what they may see.
    const sighting = await withVisit(deps, visit, async ({ token }) => {
      const client = await deps.clients.forToken(host, token.token);
      return { isKept: false, answer: await asking(() => lookAround(client)) };
    });
    return listAfterSignIn(deps, { registrationId, data, viewer: reader }, sighting);
  }),
  handle(refreshAppOrganisations, ({ params, body, reader }) =>
    listAnew(deps, { registrationId: params.registrationId, data: body.data, viewer: reader }),
  ),
];
