import type { Emulator } from '../emulator.ts';
import type { Outgoing } from '../http/message.ts';
import { expandScope, scopeFacts } from '../tokens/scopes.data.ts';
import { toLogin } from '../web/login-page.ts';
import { hiddenFields, html, toMissingPage, toPage, toRedirect } from '../web/markup.ts';
import type { SignedWebRequest, Visitor, WebRequest, WebRoute } from '../web/web-route.ts';
import { type AuthoriseAsk, authoriseFields, readAuthorise, toErrorLocation } from './authorise-request.ts';
import { makeCodeAddress, toScopes } from './make-code-address.ts';
import { changeOrganisationAccess, showOrganisationAccess } from './organisation-access.ts';

/** The web flow's page: an app asks, the user agrees or not, the browser goes back with a code or an error. */
export const consentRoutes: readonly WebRoute[] = [
  { method: 'GET', path: '/login/oauth/authorize', isOpen: true, handle: openConsent },
  { method: 'POST', path: '/login/oauth/authorize', isOpen: false, handle: answerConsent },
];

function openConsent(request: WebRequest): Outgoing {
  const { emulator, incoming, visitor } = request;
  const reading = readAuthorise(emulator, incoming.query);
  if (reading.kind === 'unknown-app') return toMissingPage();
  if (reading.kind === 'refused') return toRedirect(reading.location);
  const { ask } = reading;
  if (visitor === undefined || ask.mustChooseAccount) return toLogin(toOwnAddress(incoming.query));
  return needsNoConsent(emulator, ask, visitor)
    ? toRedirect(makeCodeAddress(emulator, ask, visitor))
    : showConsent(emulator, ask, { visitor, query: incoming.query });
}

/** The same request, without what led to the log-in. */
function toOwnAddress(query: URLSearchParams): string {
  const kept = new URLSearchParams(query);
  kept.delete('prompt');
  return `/login/oauth/authorize?${kept.toString()}`;
}

/** Who agreed to all of it before is not asked again, unless tokens are made too often. */
function needsNoConsent(emulator: Emulator, ask: AuthoriseAsk, { account }: Visitor): boolean {
  const grant = emulator.oauth.grants.find(account.id, ask.app.clientId);
  if (grant === undefined || emulator.oauth.grants.isExhausted(grant)) return false;
  const held = grant.scopes.flatMap(expandScope);
  return (ask.scopes ?? []).every((scope) => held.includes(scope));
}

function showConsent(
  emulator: Emulator,
  ask: AuthoriseAsk,
  { visitor, query }: { readonly visitor: Visitor; readonly query: URLSearchParams },
): Outgoing {
  const { app } = ask;
  const scopes = toScopes(emulator, ask, visitor);
  const carried = authoriseFields.flatMap((name) => {
    const value = query.get(name);
    return value === null ? [] : [[name, value] as const];
  });
  const reach = scopes.map((scope) => html`<li><code>${scope}</code>: ${scopeFacts[scope]?.says}</li>`);
  const none =
    app.kind === 'github-app'
      ? html`<li>Verify your identity, and act for you where it is installed</li>`
      : html`<li>Public data only</li>`;
  return toPage(
    `Authorize ${app.name}`,
    html`
<p>${app.name} by ${app.owner ?? 'somebody'} wants to access the account of ${visitor.account.login}.</p>
<form method="post" action="/login/oauth/authorize">
${hiddenFields(carried)}
<h2>It asks for</h2>
<ul>${reach.length === 0 ? none : reach}</ul>
${app.kind === 'github-app' ? undefined : showOrganisationAccess(emulator, visitor, app.clientId)}
<p>Authorizing will redirect to ${new URL(ask.redirectUri).origin}</p>
<button name="authorize" value="0">Cancel</button>
<button name="authorize" value="1">Authorize ${app.name}</button>
</form>`,
  );
}

function answerConsent(request: SignedWebRequest): Outgoing {
  const { emulator, form, visitor } = request;
  const reading = readAuthorise(emulator, form);
  if (reading.kind === 'unknown-app') return toMissingPage();
  if (reading.kind === 'refused') return toRedirect(reading.location);
  const { ask } = reading;
  const action = form.get('organisation_action');
  if (action !== null) {
    changeOrganisationAccess(emulator, visitor, { action, clientId: ask.app.clientId });
    return showConsent(emulator, ask, { visitor, query: form });
  }
  if (form.get('authorize') !== '1') return toRedirect(toErrorLocation(ask, 'access_denied'));
  return toRedirect(makeCodeAddress(emulator, ask, visitor));
}
