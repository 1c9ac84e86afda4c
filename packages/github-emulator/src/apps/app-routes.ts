import { notFound } from '../http/github-error.ts';
import { pageOf } from '../rest/page-links.ts';
import { readSinceMs } from '../rest/read-parameter.ts';
import { getParam, type RestAnswer, type RestRequest, type Route } from '../rest/route.ts';
import type { GithubApp } from './github-app.ts';
import type { Installation } from './installations.ts';
import { mintToken } from './mint-token.ts';
import { toInstallation, toIntegration } from './present-app.ts';

const docs = 'rest/apps/apps';
const common = { scope: 'none', needs: [], credential: 'app' } as const;
const done: RestAnswer = { status: 204, body: undefined, items: 0 };

/** What a GitHub App asks with a JWT: itself, its installations, and tokens of them. */
export const appRoutes: readonly Route[] = [
  {
    ...common,
    path: '/app',
    docs: `${docs}#get-the-authenticated-app`,
    handle(request: RestRequest) {
      const app = getOwnApp(request);
      const count = request.emulator.installations.ofApp(app.id).length;
      return { body: { ...toIntegration(request.emulator, app), installations_count: count }, items: 1 };
    },
  },
  {
    ...common,
    path: '/app/installations',
    docs: `${docs}#list-installations-for-the-authenticated-app`,
    handle: listInstallations,
  },
  {
    ...common,
    path: '/app/installations/{installation_id}',
    docs: `${docs}#get-an-installation-for-the-authenticated-app`,
    handle: (request: RestRequest) => toAnswer(request, getOwnInstallation(request)),
  },
  {
    ...common,
    method: 'DELETE',
    path: '/app/installations/{installation_id}',
    docs: `${docs}#delete-an-installation-for-the-authenticated-app`,
    handle(request: RestRequest) {
      request.emulator.installations.remove(getOwnInstallation(request).id);
      return request.apiVersion === '2022-11-28' ? done : { ...done, status: 202 };
    },
  },
  {
    ...common,
    method: 'PUT',
    path: '/app/installations/{installation_id}/suspended',
    docs: `${docs}#suspend-an-app-installation`,
    handle(request: RestRequest) {
      request.emulator.installations.suspend(getOwnInstallation(request).id, undefined);
      return done;
    },
  },
  {
    ...common,
    method: 'DELETE',
    path: '/app/installations/{installation_id}/suspended',
    docs: `${docs}#unsuspend-an-app-installation`,
    handle(request: RestRequest) {
      request.emulator.installations.unsuspend(getOwnInstallation(request).id);
      return done;
    },
  },
  {
    ...common,
    method: 'POST',
    path: '/app/installations/{installation_id}/access_tokens',
    docs: `${docs}#create-an-installation-access-token-for-an-app`,
    handle: (request: RestRequest) => mintToken(request, getOwnApp(request), getOwnInstallation(request)),
  },
  {
    ...common,
    path: '/orgs/{org}/installation',
    docs: `${docs}#get-an-organization-installation-for-the-authenticated-app`,
    handle(request: RestRequest) {
      const organisation = request.emulator.world.findOrganisation(getParam(request, 'org'));
      return toAnswer(request, findOn(request, organisation?.account.id));
    },
  },
  {
    scope: 'repository',
    needs: [],
    credential: 'app',
    path: '/installation',
    docs: `${docs}#get-a-repository-installation-for-the-authenticated-app`,
    handle: (request, { record }) => toAnswer(request, findOn(request, record.owner.id)),
  },
  {
    ...common,
    path: '/users/{username}/installation',
    docs: `${docs}#get-a-user-installation-for-the-authenticated-app`,
    handle(request: RestRequest) {
      const account = request.emulator.world.findAccountByLogin(getParam(request, 'username'));
      return toAnswer(request, findOn(request, account?.id));
    },
  },
];

function listInstallations(request: RestRequest): RestAnswer {
  const { emulator, query } = request;
  const app = getOwnApp(request);
  const sinceMs = readSinceMs(query) ?? 0;
  const listed = emulator.installations.ofApp(app.id).filter((one) => one.updatedAtMs >= sinceMs);
  const wanted = query.has('outdated') ? listed.filter((one) => isOutdated(app, one)) : listed;
  const { items, headers } = pageOf(request, wanted);
  const body = items.map((one) => toInstallation(emulator, app, one));
  return { body, items: body.length, headers };
}

/** Whether the app asks for more, or other, than the owner has accepted. */
function isOutdated({ permissions }: GithubApp, installation: Installation): boolean {
  return Object.entries(permissions).some(([name, level]) => installation.permissions[name] !== level);
}

function getOwnApp({ emulator, viewer }: RestRequest): GithubApp {
  const app = viewer.kind === 'app' ? emulator.apps.find(viewer.appId) : undefined;
  if (app === undefined) throw notFound();
  return app;
}

/** Another app's installation is not there. */
function getOwnInstallation(request: RestRequest): Installation {
  const found = request.emulator.installations.find(Number(getParam(request, 'installation_id')));
  if (found?.appId !== getOwnApp(request).id) throw notFound();
  return found;
}

function findOn(request: RestRequest, accountId: number | undefined): Installation {
  const { installations } = request.emulator;
  const found = accountId === undefined ? undefined : installations.on(getOwnApp(request).id, accountId);
  if (found === undefined) throw notFound();
  return found;
}

function toAnswer(request: RestRequest, installation: Installation): RestAnswer {
  return { body: toInstallation(request.emulator, getOwnApp(request), installation), items: 1 };
}
