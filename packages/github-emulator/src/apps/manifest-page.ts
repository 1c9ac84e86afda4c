import type { Emulator } from '../emulator.ts';
import type { Outgoing } from '../http/message.ts';
import { withParameters } from '../oauth/authorise-request.ts';
import { makeHex } from '../oauth/oauth-app.ts';
import { isOwner } from '../oauth/organisation-access.ts';
import { hiddenFields, html, toMissingPage, toPage, toRedirect } from '../web/markup.ts';
import type { SignedWebRequest, WebRequest, WebRoute } from '../web/web-route.ts';
import type { GithubApp } from './github-app.ts';
import { readManifest } from './manifest.ts';
import type { PendingManifest } from './manifests.ts';

const own = '/settings/apps/new';
const ofOrganisation = '/organizations/{org}/settings/apps/new';

/** Registering an app from a manifest: another site's form brings it, its user confirms it and goes back with a code. */
export const manifestRoutes: readonly WebRoute[] = [
  { method: 'POST', path: own, isOpen: true, handle: receiveManifest },
  { method: 'POST', path: ofOrganisation, isOpen: true, handle: receiveManifest },
  { method: 'GET', path: own, isOpen: false, handle: showManifest },
  { method: 'GET', path: ofOrganisation, isOpen: false, handle: showManifest },
  { method: 'POST', path: '/settings/apps', isOpen: false, handle: confirmManifest },
];

function receiveManifest({ emulator, form, incoming, params }: WebRequest): Outgoing {
  const reading = readManifest(form.get('manifest') ?? '');
  if (reading.kind === 'invalid') {
    const problems = reading.problems.map((problem) => html`<li>${problem}</li>`);
    return toPage('Invalid GitHub App configuration', html`<ul role="alert">${problems}</ul>`, 422);
  }
  const state = form.get('state') ?? incoming.query.get('state') ?? undefined;
  const pending = { manifest: reading.manifest, organisation: params['org'], state };
  const id = emulator.manifests.post(pending);
  return toRedirect(`${incoming.path}?pending=${id}`);
}

function showManifest(request: SignedWebRequest): Outgoing {
  const id = request.incoming.query.get('pending') ?? '';
  const pending = findPending(request, id);
  return pending === undefined
    ? toMissingPage()
    : showConfirm(pending, { id, owner: ownerOf(request, pending) });
}

/** Undefined too where the visitor may not make apps of the organisation. */
function findPending({ emulator, visitor }: SignedWebRequest, id: string): PendingManifest | undefined {
  const pending = emulator.manifests.find(id);
  if (pending?.organisation === undefined) return pending;
  const organisation = emulator.world.findOrganisation(pending.organisation);
  return organisation !== undefined && isOwner(organisation, visitor) ? pending : undefined;
}

function ownerOf({ visitor }: SignedWebRequest, { organisation }: PendingManifest): string {
  return organisation ?? visitor.account.login;
}

function showConfirm(
  { manifest }: PendingManifest,
  { id, owner, problem }: { readonly id: string; readonly owner: string; readonly problem?: string },
): Outgoing {
  const permissions = Object.entries(manifest.default_permissions).map(
    ([name, level]) => html`<li>${name}: ${level}</li>`,
  );
  const alert = problem === undefined ? undefined : html`<p role="alert">${problem}</p>`;
  const content = html`${alert}
<form method="post" action="/settings/apps">
${hiddenFields([['pending', id]])}
<p>It will belong to ${owner} and may ask for:</p>
<ul>${permissions}</ul>
<label>GitHub App name <input name="name" value="${manifest.name}" maxlength="34" required></label>
<button>Create GitHub App for ${owner}</button>
</form>`;
  return toPage('Create GitHub App', content, problem === undefined ? 200 : 422);
}

function confirmManifest(request: SignedWebRequest): Outgoing {
  const { emulator, form } = request;
  const id = form.get('pending') ?? '';
  const pending = findPending(request, id);
  if (pending === undefined) return toMissingPage();
  const owner = ownerOf(request, pending);
  const name = form.get('name')?.trim() || (pending.manifest.name ?? '');
  const problem = findNameProblem(emulator, name);
  if (problem !== undefined) return showConfirm(pending, { id, owner, problem });
  const app = register(emulator, pending, { name, owner });
  const code = emulator.manifests.confirm(id, app.id);
  return toRedirect(withParameters(pending.manifest.redirect_url, { code, state: pending.state }));
}

function findNameProblem(emulator: Emulator, name: string): string | undefined {
  if (name === '' || name.length > 34) return 'The name must be 1 to 34 characters long.';
  const isTaken = emulator.apps.list().some((app) => app.name.toLowerCase() === name.toLowerCase());
  return isTaken ? 'Name is already taken' : undefined;
}

function register(
  { apps, random }: Emulator,
  { manifest }: PendingManifest,
  about: { readonly name: string; readonly owner: string },
): GithubApp {
  return apps.add({
    ...about,
    permissions: manifest.default_permissions,
    events: manifest.default_events,
    callbackUrls: manifest.callback_urls,
    setupUrl: manifest.setup_url,
    requestsOauthOnInstall: manifest.request_oauth_on_install,
    setsUpOnUpdate: manifest.setup_on_update,
    homepageUrl: manifest.url,
    description: manifest.description,
    isPublic: manifest.public,
    webhookSecret: manifest.hook_attributes === undefined ? undefined : makeHex(40, random),
  });
}
