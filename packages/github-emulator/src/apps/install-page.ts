import type { Emulator } from '../emulator.ts';
import type { Outgoing } from '../http/message.ts';
import { withParameters } from '../oauth/authorise-request.ts';
import { isOwner } from '../oauth/organisation-access.ts';
import { hiddenFields, html, type Markup, toMissingPage, toPage, toRedirect } from '../web/markup.ts';
import {
  getPathParam,
  type SignedWebRequest,
  type Visitor,
  type WebRequest,
  type WebRoute,
} from '../web/web-route.ts';
import type { AccountRecord } from '../world/model.ts';
import type { GithubApp } from './github-app.ts';

/** An app's page, and installing it: choose an account, then its repositories. A member's choice is a request. */
export const installRoutes: readonly WebRoute[] = [
  { method: 'GET', path: '/apps/{slug}', isOpen: true, isAlsoRest: true, handle: showApp },
  { method: 'GET', path: '/apps/{slug}/installations/new', isOpen: false, handle: chooseAccount },
  {
    method: 'GET',
    path: '/apps/{slug}/installations/new/permissions',
    isOpen: false,
    handle: chooseRepositories,
  },
  { method: 'POST', path: '/apps/{slug}/installations', isOpen: false, handle: install },
];

function showApp(request: WebRequest): Outgoing {
  const app = request.emulator.apps.findBySlug(getPathParam(request, 'slug'));
  if (app === undefined) return toMissingPage();
  return toPage(
    app.name,
    html`<p>${app.description ?? ''}</p>
<p>Developed by ${app.owner}</p>
<p><a href="/apps/${app.slug}/installations/new">Install ${app.name}</a></p>`,
  );
}

function chooseAccount(request: SignedWebRequest): Outgoing {
  const app = findApp(request);
  if (app === undefined) return toMissingPage();
  const state = request.incoming.query.get('state') ?? '';
  const rows = listTargets(request.emulator, app, request.visitor).map((account): Markup => {
    const query = new URLSearchParams({ target_id: String(account.id), state }).toString();
    return html`<li><a href="/apps/${app.slug}/installations/new/permissions?${query}">${account.login}</a></li>`;
  });
  return toPage(
    `Install ${app.name}`,
    html`<p>Where do you want to install ${app.name}?</p><ul>${rows}</ul>`,
  );
}

/** A private app is installed on its owner's account only. */
function listTargets({ world }: Emulator, app: GithubApp, { account }: Visitor): readonly AccountRecord[] {
  const targets = [account, ...world.organisationsOf(account.id).map((one) => one.account)];
  return targets.filter(({ login }) => app.isPublic || login.toLowerCase() === app.owner.toLowerCase());
}

function findApp(request: WebRequest): GithubApp | undefined {
  return request.emulator.apps.findBySlug(getPathParam(request, 'slug'));
}

function findTarget(request: SignedWebRequest, fields: URLSearchParams) {
  const app = findApp(request);
  if (app === undefined) return undefined;
  const targets = listTargets(request.emulator, app, request.visitor);
  const account = targets.find(({ id }) => String(id) === fields.get('target_id'));
  return account === undefined ? undefined : { app, account };
}

function chooseRepositories(request: SignedWebRequest): Outgoing {
  const { emulator, incoming, visitor } = request;
  const target = findTarget(request, incoming.query);
  if (target === undefined) return toMissingPage();
  const { app, account } = target;
  const boxes = emulator.world
    .repositoriesOf(account.id)
    .map(
      ({ record }) =>
        html`<li><label><input type="checkbox" name="repository_ids[]" value="${record.id}"> ${record.name}</label></li>`,
    );
  const permissions = Object.entries(app.permissions).map(
    ([name, level]) => html`<li>${name}: ${level}</li>`,
  );
  const verb = canInstall(emulator, account, visitor) ? 'Install' : 'Request';
  return toPage(
    `${verb} ${app.name}`,
    html`
<form method="post" action="/apps/${app.slug}/installations">
${hiddenFields([
  ['target_id', String(account.id)],
  ['state', incoming.query.get('state') ?? ''],
])}
<p>On ${account.login}, with these permissions:</p>
<ul>${permissions}</ul>
<fieldset><legend>Repositories</legend>
<label><input type="radio" name="repository_selection" value="all" checked> All repositories</label>
<label><input type="radio" name="repository_selection" value="selected"> Only select repositories</label>
<ul>${boxes}</ul></fieldset>
<button>${verb}</button>
</form>`,
  );
}

function canInstall({ world }: Emulator, account: AccountRecord, visitor: Visitor): boolean {
  const organisation = world.findOrganisation(account.login);
  return organisation === undefined ? account.id === visitor.account.id : isOwner(organisation, visitor);
}

function install(request: SignedWebRequest): Outgoing {
  const { emulator, form, visitor } = request;
  const target = findTarget(request, form);
  if (target === undefined) return toMissingPage();
  const { app, account } = target;
  const repositoryIds = readRepositoryIds(emulator, account, form);
  if (repositoryIds === undefined)
    return toPage(`Install ${app.name}`, html`<p role="alert">Select at least one repository.</p>`, 422);
  const state = form.get('state') || undefined;
  if (!canInstall(emulator, account, visitor)) {
    emulator.installations.request({ appId: app.id, accountId: account.id, requesterId: visitor.account.id });
    return leave(app, { setup_action: 'request', state });
  }
  const { id } = emulator.installations.install(app, account, repositoryIds);
  return leave(app, { installation_id: String(id), setup_action: 'install', state });
}

/** Undefined when none of the account's own is chosen. */
function readRepositoryIds(
  { world }: Emulator,
  account: AccountRecord,
  form: URLSearchParams,
): 'all' | readonly number[] | undefined {
  if (form.get('repository_selection') === 'all') return 'all';
  const asked = form.getAll('repository_ids[]').map(Number);
  const owned = world.repositoriesOf(account.id).map(({ record }) => record.id);
  const chosen = asked.filter((id) => owned.includes(id));
  return chosen.length === 0 ? undefined : chosen;
}

/** To the app's own site where it named a place, else to a page that says so. */
function leave(app: GithubApp, parameters: Readonly<Record<string, string | undefined>>): Outgoing {
  if (app.setupUrl !== undefined) return toRedirect(withParameters(app.setupUrl, parameters));
  const isAsked = parameters['setup_action'] === 'request';
  const words = isAsked ? 'An owner has been asked to approve it.' : 'It is installed.';
  return toPage(app.name, html`<p role="status">${words}</p>`);
}
