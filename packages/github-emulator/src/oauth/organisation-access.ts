import type { Emulator } from '../emulator.ts';
import type { OauthApproval } from '../tokens/oauth-approvals.ts';
import { html, type Markup } from '../web/markup.ts';
import type { Visitor } from '../web/web-route.ts';
import type { OrganisationRecord } from '../world/model.ts';

const words: Readonly<Record<OauthApproval, string>> = {
  none: 'Access not requested',
  requested: 'Access requested, waiting for an owner',
  granted: 'Access granted',
  denied: 'Access denied by an owner',
};

/** The list of a user's organisations beside a consent: how each stands to the app, and what the user can do about it. */
export function showOrganisationAccess(emulator: Emulator, visitor: Visitor, clientId: string): Markup {
  const organisations = emulator.world.organisationsOf(visitor.account.id);
  if (organisations.length === 0) return html`<p>You belong to no organization.</p>`;
  const rows = organisations.map((organisation) => toRow(emulator, visitor, { organisation, clientId }));
  return html`<fieldset><legend>Organization access</legend><ul>${rows}</ul></fieldset>`;
}

type Standing = { readonly organisation: OrganisationRecord; readonly clientId: string };

function toRow(emulator: Emulator, visitor: Visitor, { organisation, clientId }: Standing): Markup {
  const { login } = organisation.account;
  const state = emulator.oauth.approvals.stateOf(login, clientId);
  const isLetIn = visitor.session.ssoOrganisations.has(login.toLowerCase());
  const needsSignOn = emulator.policies.policyOf(login).hasSingleSignOn && !isLetIn;
  const canGrant = state !== 'granted' && isOwner(organisation, visitor);
  const canRequest = state === 'none' && !canGrant;
  return html`<li><strong>${login}</strong>: ${words[state]}
${canGrant ? toButton('grant', login, `Grant ${login}`) : undefined}
${canRequest ? toButton('request', login, `Request ${login}`) : undefined}
${needsSignOn ? toButton('sso', login, `Single sign-on to ${login}`) : undefined}</li>`;
}

function toButton(action: string, login: string, label: string): Markup {
  return html`<button name="organisation_action" value="${action} ${login}">${label}</button>`;
}

/** Does what one of the list's buttons asks; what the user may not do is left undone. */
export function changeOrganisationAccess(
  emulator: Emulator,
  visitor: Visitor,
  { action, clientId }: { readonly action: string; readonly clientId: string },
): void {
  const [verb, login = ''] = action.split(' ');
  const organisation = emulator.world
    .organisationsOf(visitor.account.id)
    .find(({ account }) => account.login === login);
  if (organisation === undefined) return;
  const { approvals } = emulator.oauth;
  if (verb === 'sso') visitor.session.ssoOrganisations.add(login.toLowerCase());
  if (verb === 'grant' && isOwner(organisation, visitor)) approvals.set(login, clientId, 'granted');
  if (verb === 'request' && approvals.stateOf(login, clientId) === 'none')
    approvals.set(login, clientId, 'requested');
}

/** Whether the visitor owns the organisation. */
export function isOwner(organisation: OrganisationRecord, { account }: Visitor): boolean {
  return organisation.members.some((one) => one.account.id === account.id && one.role === 'ADMIN');
}
