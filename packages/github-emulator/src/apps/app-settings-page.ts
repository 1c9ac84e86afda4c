import type { Emulator } from '../emulator.ts';
import type { Outgoing } from '../http/message.ts';
import { makeHex } from '../oauth/oauth-app.ts';
import { isOwner } from '../oauth/organisation-access.ts';
import { html, type Markup, select, toMissingPage, toPage, toRedirect } from '../web/markup.ts';
import { getPathParam, type SignedWebRequest, type Visitor, type WebRoute } from '../web/web-route.ts';
import { deleteApp } from './edit-app.ts';
import type { AppPermissions, GithubApp } from './github-app.ts';
import { permissionLevels } from './permissions.data.ts';

const places = ['/settings/apps/{slug}', '/organizations/{org}/settings/apps/{slug}'] as const;

/** Where whoever owns an app makes its secrets, asks for other permissions, and deletes it. */
export const appSettingsRoutes: readonly WebRoute[] = places.flatMap((path): readonly WebRoute[] => [
  { method: 'GET', path, isOpen: false, handle: showSettings },
  { method: 'POST', path, isOpen: false, handle: changeSettings },
  { method: 'GET', path: `${path}/permissions`, isOpen: false, handle: showPermissions },
  { method: 'POST', path: `${path}/permissions`, isOpen: false, handle: savePermissions },
]);

/** Undefined where it is not the visitor's, or not under this address. */
function findOwn(request: SignedWebRequest): GithubApp | undefined {
  const { emulator, visitor, params } = request;
  const app = emulator.apps.findBySlug(getPathParam(request, 'slug'));
  const owner = (params['org'] ?? visitor.account.login).toLowerCase();
  if (app?.owner.toLowerCase() !== owner) return undefined;
  return params['org'] === undefined || isOwned(emulator, owner, visitor) ? app : undefined;
}

function isOwned({ world }: Emulator, login: string, visitor: Visitor): boolean {
  const organisation = world.findOrganisation(login);
  return organisation !== undefined && isOwner(organisation, visitor);
}

function showSettings(request: SignedWebRequest): Outgoing {
  const app = findOwn(request);
  return app === undefined ? toMissingPage() : toSettingsPage(request, app);
}

function toSettingsPage({ incoming }: SignedWebRequest, app: GithubApp, made?: Markup): Outgoing {
  return toPage(
    app.name,
    html`${made}
<dl><dt>App ID</dt><dd>${app.id}</dd><dt>Client ID</dt><dd>${app.clientId}</dd></dl>
<form method="post">
<button name="action" value="secret">Generate a new client secret</button>
<button name="action" value="key">Generate a private key</button>
<button name="action" value="delete">Delete GitHub App</button>
</form>
<ul><li><a href="${incoming.path}/permissions">Permissions &amp; events</a></li>
<li><a href="/apps/${app.slug}/installations/new">Install App</a></li></ul>`,
  );
}

function changeSettings(request: SignedWebRequest): Outgoing {
  const { emulator, form } = request;
  const app = findOwn(request);
  if (app === undefined) return toMissingPage();
  const action = form.get('action');
  if (action === 'secret') return showSecret(request, app);
  if (action === 'key') return showKey(request, app);
  if (action !== 'delete') return toRedirect(request.incoming.path);
  deleteApp(emulator, app.id);
  return toPage(app.name, html`<p role="status">It is deleted.</p>`);
}

/** The new one alone is good: on GitHub the old ones are until they are deleted. */
function showSecret(request: SignedWebRequest, { id }: GithubApp): Outgoing {
  const { apps, random } = request.emulator;
  const app = apps.change(id, { clientSecret: makeHex(40, random) });
  return toSettingsPage(
    request,
    app,
    html`<label>Client secret <input readonly size="50" value="${app.clientSecret}"></label>`,
  );
}

/** The ones before stay good, as on GitHub. */
function showKey(request: SignedWebRequest, { id }: GithubApp): Outgoing {
  const app = request.emulator.apps.addKey(id);
  return toSettingsPage(
    request,
    app,
    html`<label>Private key <textarea readonly rows="8">${app.privateKeyPem}</textarea></label>`,
  );
}

function showPermissions(request: SignedWebRequest): Outgoing {
  const app = findOwn(request);
  if (app === undefined) return toMissingPage();
  const rows = Object.entries(permissionLevels).map(([name, levels]) =>
    select({ label: toLabel(name), name, value: app.permissions[name] ?? '' }, [
      ['', 'No access'],
      ...levels.map((level) => [level, words[level] ?? level] as const),
    ]),
  );
  return toPage(
    `Permissions of ${app.name}`,
    html`<form method="post">${rows}<button>Save changes</button></form>`,
  );
}

const words: Readonly<Record<string, string>> = {
  read: 'Read-only',
  write: 'Read and write',
  admin: 'Admin',
};

function toLabel(name: string): string {
  return `${name.charAt(0).toUpperCase()}${name.slice(1).replaceAll('_', ' ')}`;
}

/** Installations keep theirs until their owners accept the new ones. */
function savePermissions(request: SignedWebRequest): Outgoing {
  const { emulator, form, incoming } = request;
  const app = findOwn(request);
  if (app === undefined) return toMissingPage();
  emulator.apps.setPermissions(app.id, readPermissions(form));
  return toRedirect(incoming.path);
}

function readPermissions(form: URLSearchParams): AppPermissions {
  const held = Object.entries(permissionLevels).flatMap(([name, levels]) => {
    const level = form.get(name);
    if (level !== 'read' && level !== 'write' && level !== 'admin') return [];
    return levels.includes(level) ? [[name, level] as const] : [];
  });
  return Object.fromEntries(held);
}
