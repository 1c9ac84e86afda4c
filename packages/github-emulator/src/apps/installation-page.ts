import type { Emulator } from '../emulator.ts';
import type { Outgoing } from '../http/message.ts';
import { withParameters } from '../oauth/authorise-request.ts';
import { isOwner } from '../oauth/organisation-access.ts';
import { html, type Markup, toMissingPage, toPage, toRedirect } from '../web/markup.ts';
import { getPathParam, type SignedWebRequest, type Visitor, type WebRoute } from '../web/web-route.ts';
import type { OrganisationRecord } from '../world/model.ts';
import type { GithubApp } from './github-app.ts';
import type { Installation } from './installations.ts';
import { readRepositoryChoice, showRepositoryChoice } from './repository-choice.ts';

const list = '/organizations/{org}/settings/installations';
const ofOrganisation = `${list}/{installation_id}`;
const own = '/settings/installations/{installation_id}';

/** Where owners see requests, accept new permissions, suspend and uninstall. */
export const installationPageRoutes: readonly WebRoute[] = [
  { method: 'GET', path: list, isOpen: false, handle: showInstallations },
  { method: 'GET', path: ofOrganisation, isOpen: false, handle: showInstallation },
  { method: 'POST', path: ofOrganisation, isOpen: false, handle: changeInstallation },
  { method: 'GET', path: own, isOpen: false, handle: showInstallation },
  { method: 'POST', path: own, isOpen: false, handle: changeInstallation },
  ...[ofOrganisation, own].flatMap((path): readonly WebRoute[] => [
    { method: 'GET', path: `${path}/permissions/update`, isOpen: false, handle: showUpdate },
    { method: 'POST', path: `${path}/permissions/update`, isOpen: false, handle: acceptUpdate },
  ]),
];

function showInstallations(request: SignedWebRequest): Outgoing {
  const { emulator, visitor } = request;
  const organisation = emulator.world.findOrganisation(getPathParam(request, 'org'));
  if (organisation === undefined || !isOwner(organisation, visitor)) return toMissingPage();
  const { login, id } = organisation.account;
  const installed = emulator.apps.list().flatMap((app): readonly Markup[] => {
    const one = emulator.installations.on(app.id, id);
    const path = `/organizations/${login}/settings/installations/${one?.id}`;
    return one === undefined ? [] : [html`<li><a href="${path}">${app.name}</a></li>`];
  });
  return toPage(
    `GitHub Apps of ${login}`,
    html`<ul>${installed}</ul>
<h2>Requests</h2><ul>${listRequests(emulator, organisation)}</ul>`,
  );
}

function listRequests(emulator: Emulator, { account }: OrganisationRecord): readonly Markup[] {
  return emulator.installations.requests(account.id).map(({ appId, requesterId }) => {
    const app = emulator.apps.find(appId);
    const requester = emulator.world.findAccount(requesterId);
    const path = `/apps/${app?.slug}/installations/new/permissions?target_id=${account.id}`;
    return html`<li>${requester?.login ?? 'ghost'} asks for <a href="${path}">${app?.name}</a></li>`;
  });
}

/** Undefined where it is not the visitor's to manage. */
function findManaged(request: SignedWebRequest): Installation | undefined {
  const { emulator, visitor } = request;
  const found = emulator.installations.find(Number(getPathParam(request, 'installation_id')));
  return found !== undefined && isManager(emulator, found, visitor) ? found : undefined;
}

function isManager({ world }: Emulator, { accountId }: Installation, visitor: Visitor): boolean {
  const organisation = world.organisations.find(({ account }) => account.id === accountId);
  return organisation === undefined ? accountId === visitor.account.id : isOwner(organisation, visitor);
}

function showInstallation(request: SignedWebRequest): Outgoing {
  const installation = findManaged(request);
  const app = installation && request.emulator.apps.find(installation.appId);
  if (installation === undefined || app === undefined) return toMissingPage();
  const isSuspended = installation.suspended !== undefined;
  const asked = listWaiting(app, installation);
  const accept = html`<h2>New permissions</h2><ul>${asked}</ul>
<button name="action" value="accept">Accept new permissions</button>`;
  const { emulator } = request;
  const choice = { accountId: installation.accountId, chosen: installation.repositoryIds };
  return toPage(
    app.name,
    html`<form method="post">
${asked.length === 0 ? undefined : accept}
<p>${isSuspended ? 'It is suspended.' : 'It is active.'}</p>
<button name="action" value="${isSuspended ? 'unsuspend' : 'suspend'}">${isSuspended ? 'Unsuspend' : 'Suspend'}</button>
<button name="action" value="uninstall">Uninstall</button>
</form>
<form method="post">
${showRepositoryChoice(emulator, choice)}
<button name="action" value="select">Save</button>
</form>`,
  );
}

/** What the app asks for by now and was not granted. */
const listWaiting = (app: GithubApp, installation: Installation): readonly Markup[] =>
  Object.entries(app.permissions)
    .filter(([name, level]) => installation.permissions[name] !== level)
    .map(([name, level]) => html`<li>${name}: ${level}</li>`);

/** Where GitHub's e-mail leads an owner whose app asks for more; there is nothing to see where nothing waits. */
function showUpdate(request: SignedWebRequest): Outgoing {
  const installation = findManaged(request);
  const app = installation && request.emulator.apps.find(installation.appId);
  if (installation === undefined || app === undefined) return toMissingPage();
  const asked = listWaiting(app, installation);
  if (asked.length === 0) return toMissingPage();
  return toPage(
    `${app.name} is requesting updated permissions`,
    html`<form method="post"><ul>${asked}</ul><button>Accept new permissions</button></form>`,
  );
}

function acceptUpdate(request: SignedWebRequest): Outgoing {
  const installation = findManaged(request);
  const app = installation && request.emulator.apps.find(installation.appId);
  if (installation === undefined || app === undefined) return toMissingPage();
  request.emulator.installations.acceptPermissions(installation.id, app);
  return toRedirect(request.incoming.path.replace(/\/permissions\/update$/, ''));
}

function changeInstallation(request: SignedWebRequest): Outgoing {
  const { emulator, form, incoming, visitor } = request;
  const installation = findManaged(request);
  const app = installation && emulator.apps.find(installation.appId);
  if (installation === undefined || app === undefined) return toMissingPage();
  const { id } = installation;
  const action = form.get('action');
  if (action === 'accept') emulator.installations.acceptPermissions(id, app);
  if (action === 'suspend') emulator.installations.suspend(id, visitor.account.id);
  if (action === 'unsuspend') emulator.installations.unsuspend(id);
  if (action === 'select') return selectRepositories(request, app, installation);
  if (action !== 'uninstall') return toRedirect(incoming.path);
  emulator.installations.remove(id);
  return toPage(app.name, html`<p role="status">It is uninstalled.</p>`);
}

/** Back to the app's site where it wants to be told. */
function selectRepositories(
  { emulator, form, incoming }: SignedWebRequest,
  app: GithubApp,
  { id, accountId }: Installation,
): Outgoing {
  const chosen = readRepositoryChoice(emulator, accountId, form);
  if (chosen === undefined)
    return toPage(app.name, html`<p role="alert">Select at least one repository.</p>`, 422);
  emulator.installations.select(id, chosen);
  if (!app.setsUpOnUpdate || app.setupUrl === undefined) return toRedirect(incoming.path);
  return toRedirect(withParameters(app.setupUrl, { installation_id: String(id), setup_action: 'update' }));
}
