import type { Outgoing } from '../http/message.ts';
import { html, type Markup, toMissingPage, toPage, toRedirect } from '../web/markup.ts';
import { getPathParam, type SignedWebRequest, type WebRoute } from '../web/web-route.ts';
import type { OrganisationRecord } from '../world/model.ts';
import { isOwner } from './organisation-access.ts';

const path = '/organizations/{org}/settings/oauth_application_policy';

/** Where an organisation's owner decides on the OAuth apps its members asked for. */
export const approvalRoutes: readonly WebRoute[] = [
  { method: 'GET', path, isOpen: false, handle: showApprovals },
  { method: 'POST', path, isOpen: false, handle: decide },
];

function findOwnOrganisation(request: SignedWebRequest): OrganisationRecord | undefined {
  const organisation = request.emulator.world.findOrganisation(getPathParam(request, 'org'));
  return organisation !== undefined && isOwner(organisation, request.visitor) ? organisation : undefined;
}

function showApprovals(request: SignedWebRequest): Outgoing {
  const organisation = findOwnOrganisation(request);
  if (organisation === undefined) return toMissingPage();
  const { emulator } = request;
  const { login } = organisation.account;
  const rows = emulator.oauth.approvals.list(login).map(([clientId, state]): Markup => {
    const name = emulator.oauth.apps.find(clientId)?.name ?? clientId;
    return html`<li><strong>${name}</strong>: ${state}
<button name="grant" value="${clientId}">Grant ${name}</button>
<button name="deny" value="${clientId}">Deny ${name}</button></li>`;
  });
  const isRestricted = emulator.policies.policyOf(login).restrictsOauthApps;
  return toPage(
    `Third-party access of ${login}`,
    html`
<p>${isRestricted ? 'OAuth apps are restricted.' : 'OAuth apps are not restricted.'}</p>
<form method="post"><ul>${rows}</ul></form>`,
  );
}

function decide(request: SignedWebRequest): Outgoing {
  const organisation = findOwnOrganisation(request);
  if (organisation === undefined) return toMissingPage();
  const { emulator, form } = request;
  const { login } = organisation.account;
  const granted = form.get('grant');
  const denied = form.get('deny');
  if (granted !== null) emulator.oauth.approvals.set(login, granted, 'granted');
  if (denied !== null) emulator.oauth.approvals.set(login, denied, 'denied');
  return toRedirect(`/organizations/${login}/settings/oauth_application_policy`);
}
