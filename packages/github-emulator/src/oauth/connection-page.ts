import type { Outgoing } from '../http/message.ts';
import { html, toMissingPage, toPage, toRedirect } from '../web/markup.ts';
import { getPathParam, type SignedWebRequest, type WebRoute } from '../web/web-route.ts';
import { findOauthClient, type OauthClient } from './oauth-client.ts';
import type { OauthGrant } from './oauth-grants.ts';
import { changeOrganisationAccess, showOrganisationAccess } from './organisation-access.ts';

const path = '/settings/connections/applications/{client_id}';

/** Where a user reviews what an app may do, asks organisations for it, and takes it back. */
export const connectionRoutes: readonly WebRoute[] = [
  { method: 'GET', path, isOpen: false, handle: showConnection },
  { method: 'POST', path, isOpen: false, handle: changeConnection },
];

function showConnection(request: SignedWebRequest): Outgoing {
  const { emulator, visitor } = request;
  const clientId = getPathParam(request, 'client_id');
  const app = findOauthClient(emulator, clientId);
  const grant = emulator.oauth.grants.find(visitor.account.id, clientId);
  if (app === undefined || grant === undefined) return toMissingPage();
  return toPage(
    app.name,
    html`
<p>${visitor.account.login} lets this app use: ${describeGrant(app, grant)}.</p>
<form method="post">
${app.kind === 'github-app' ? undefined : showOrganisationAccess(emulator, visitor, clientId)}
<button name="revoke" value="1">Revoke access</button>
</form>`,
  );
}

function describeGrant({ kind }: OauthClient, { scopes }: OauthGrant): string {
  if (kind === 'github-app') return 'what it may where it is installed';
  return scopes.join(', ') || 'public data only';
}

function changeConnection(request: SignedWebRequest): Outgoing {
  const { emulator, form, visitor } = request;
  const clientId = getPathParam(request, 'client_id');
  if (emulator.oauth.grants.find(visitor.account.id, clientId) === undefined) return toMissingPage();
  const action = form.get('organisation_action');
  if (action !== null) changeOrganisationAccess(emulator, visitor, { action, clientId });
  if (form.get('revoke') !== '1') return toRedirect(`/settings/connections/applications/${clientId}`);
  emulator.oauth.grants.revoke(visitor.account.id, clientId);
  return toPage('Access revoked', html`<p>The app's tokens no longer work.</p>`);
}
