import type { Outgoing } from '../http/message.ts';
import { isOwner } from '../oauth/organisation-access.ts';
import { isSameLogin } from '../tokens/owner-policies.ts';
import type { FineGrainedToken } from '../tokens/token.ts';
import { html, type Markup, toMissingPage, toPage, toRedirect } from '../web/markup.ts';
import { getPathParam, type SignedWebRequest, type WebRoute } from '../web/web-route.ts';
import type { OrganisationRecord } from '../world/model.ts';
import { describeToken } from './show-new-token.ts';

const waitingPath = '/organizations/{org}/settings/personal-access-token-requests';
const activePath = '/organizations/{org}/settings/personal-access-tokens';

/** Where an organisation's owner approves or denies fine-grained tokens that wait, and takes back what was approved. */
export const tokenRequestRoutes: readonly WebRoute[] = [
  { method: 'GET', path: waitingPath, isOpen: false, handle: showWaiting },
  { method: 'GET', path: `${waitingPath}/{token_id}`, isOpen: false, handle: showRequest },
  { method: 'POST', path: `${waitingPath}/{token_id}`, isOpen: false, handle: decide },
  { method: 'GET', path: activePath, isOpen: false, handle: showActive },
  { method: 'POST', path: activePath, isOpen: false, handle: revoke },
];

function findOwnOrganisation(request: SignedWebRequest): OrganisationRecord | undefined {
  const organisation = request.emulator.world.findOrganisation(getPathParam(request, 'org'));
  return organisation !== undefined && isOwner(organisation, request.visitor) ? organisation : undefined;
}

function listTokens(
  { emulator }: SignedWebRequest,
  { account }: OrganisationRecord,
  approval: FineGrainedToken['approval'],
): readonly FineGrainedToken[] {
  return emulator.tokens
    .list()
    .filter((token) => token.kind === 'fine-grained')
    .filter((token) => token.approval === approval && isSameLogin(token.resourceOwner, account.login))
    .filter(({ isRevoked }) => !isRevoked);
}

function showWaiting(request: SignedWebRequest): Outgoing {
  const organisation = findOwnOrganisation(request);
  if (organisation === undefined) return toMissingPage();
  const { login } = organisation.account;
  const rows = listTokens(request, organisation, 'pending').map(
    (token): Markup =>
      html`<li><a href="/organizations/${login}/settings/personal-access-token-requests/${token.id}">${nameOf(token)}</a></li>`,
  );
  const none = html`<p>No requests wait.</p>`;
  return toPage(`Pending token requests of ${login}`, rows.length === 0 ? none : html`<ul>${rows}</ul>`);
}

function nameOf({ name, login }: FineGrainedToken): string {
  return `${name === '' ? 'A token' : name} by ${login}`;
}

function findWaiting(request: SignedWebRequest): FineGrainedToken | undefined {
  const organisation = findOwnOrganisation(request);
  if (organisation === undefined) return undefined;
  const id = getPathParam(request, 'token_id');
  return listTokens(request, organisation, 'pending').find((token) => String(token.id) === id);
}

function showRequest(request: SignedWebRequest): Outgoing {
  const token = findWaiting(request);
  if (token === undefined) return toMissingPage();
  const permissions = Object.entries(token.permissions).map(
    ([name, level]) => html`<li>${name}: ${level}</li>`,
  );
  const { repositories } = token;
  return toPage(
    nameOf(token),
    html`<p>${token.login} asks to reach ${token.resourceOwner}; the token ${describeToken(token, request.emulator.clock.nowMs())}.</p>
<p>Repositories: ${typeof repositories === 'string' ? repositories : repositories.join(', ')}</p>
<ul>${permissions}</ul>
<form method="post">
<button name="action" value="approve">Approve</button>
<button name="action" value="deny">Deny</button>
</form>`,
  );
}

function decide(request: SignedWebRequest): Outgoing {
  const token = findWaiting(request);
  if (token === undefined) return toMissingPage();
  const action = request.form.get('action');
  const { value } = token;
  if (action === 'approve') request.emulator.tokens.change({ value, approval: 'approved' });
  if (action === 'deny') request.emulator.tokens.change({ value, approval: 'denied' });
  const login = getPathParam(request, 'org');
  return toRedirect(`/organizations/${login}/settings/personal-access-token-requests`);
}

function showActive(request: SignedWebRequest): Outgoing {
  const organisation = findOwnOrganisation(request);
  if (organisation === undefined) return toMissingPage();
  const rows = listTokens(request, organisation, 'approved').map(
    (token): Markup =>
      html`<li>${nameOf(token)} <button name="revoke" value="${token.id}">Revoke ${nameOf(token)}</button></li>`,
  );
  return toPage(
    `Active tokens of ${organisation.account.login}`,
    html`<form method="post"><ul>${rows}</ul></form>`,
  );
}

function revoke(request: SignedWebRequest): Outgoing {
  const organisation = findOwnOrganisation(request);
  if (organisation === undefined) return toMissingPage();
  const { emulator, form, incoming } = request;
  const found = listTokens(request, organisation, 'approved').find(
    ({ id }) => String(id) === form.get('revoke'),
  );
  if (found !== undefined) emulator.tokens.change({ value: found.value, approval: 'denied' });
  return toRedirect(incoming.path);
}
