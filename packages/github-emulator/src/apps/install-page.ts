import type { Emulator } from '../emulator.ts';
import type { Outgoing } from '../http/message.ts';
import { withParameters } from '../oauth/authorise-request.ts';
import { makeCodeAddress } from '../oauth/make-code-address.ts';
import { findOauthClient, type OauthClient } from '../oauth/oauth-client.ts';
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
import { readRepositoryChoice, showRepositoryChoice } from './repository-choice.ts';

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
  const permissions = Object.entries(app.permissions).map(
    ([name, level]) => html`<li>${name}: ${level}</li>`,
  );
  const verb = nameAction(app, canInstall(emulator, account, visitor));
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
${showRepositoryChoice(emulator, { accountId: account.id, chosen: 'all' })}
<button>${verb}</button>
</form>`,
  );
}

function nameAction({ requestsOauthOnInstall }: GithubApp, canBeDone: boolean): string {
  if (!requestsOauthOnInstall) return canBeDone ? 'Install' : 'Request';
  return canBeDone ? 'Install & Authorize' : 'Authorize & Request';
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
  const repositoryIds = readRepositoryChoice(emulator, account.id, form);
  if (repositoryIds === undefined)
    return toPage(`Install ${app.name}`, html`<p role="alert">Select at least one repository.</p>`, 422);
  const state = form.get('state') || undefined;
  if (!canInstall(emulator, account, visitor)) {
    emulator.installations.request({ appId: app.id, accountId: account.id, requesterId: visitor.account.id });
    return goOn(request, app, { setup_action: 'request', state });
  }
  const { id } = emulator.installations.install(app, account, repositoryIds);
  return goOn(request, app, { installation_id: String(id), setup_action: 'install', state });
}

type Told = Readonly<Record<string, string | undefined>>;

/** To the app's callback with a code where it asks for users' leave at once, else to its set-up address. */
function goOn({ emulator, visitor }: SignedWebRequest, app: GithubApp, told: Told): Outgoing {
  const client = app.requestsOauthOnInstall ? findOauthClient(emulator, app.clientId) : undefined;
  return client === undefined
    ? leave(app, told)
    : toRedirect(authoriseAtOnce(emulator, client, { visitor, told }));
}

/** The first callback address with a code, as though the installing had been agreed to on the consent page. */
function authoriseAtOnce(
  emulator: Emulator,
  client: OauthClient,
  { visitor, told }: { readonly visitor: Visitor; readonly told: Told },
): string {
  const [redirectUri = ''] = client.callbackUrls;
  const ask = { app: client, redirectUri, scopes: [], state: undefined, codeChallenge: undefined };
  return withParameters(makeCodeAddress(emulator, { ...ask, mustChooseAccount: false }, visitor), told);
}

/** To the app's own site where it named a place, else to a page that says so. */
function leave(app: GithubApp, parameters: Told): Outgoing {
  if (app.setupUrl !== undefined) return toRedirect(withParameters(app.setupUrl, parameters));
  const isAsked = parameters['setup_action'] === 'request';
  const words = isAsked ? 'An owner has been asked to approve it.' : 'It is installed.';
  return toPage(app.name, html`<p role="status">${words}</p>`);
}
