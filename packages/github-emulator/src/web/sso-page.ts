import type { Outgoing } from '../http/message.ts';
import { findRequestedToken } from '../tokens/sso-request.ts';
import type { ScopedToken } from '../tokens/token.ts';
import type { OrganisationRecord } from '../world/model.ts';
import { hiddenFields, html, toMissingPage, toPage } from './markup.ts';
import { getPathParam, type SignedWebRequest, type WebRoute } from './web-route.ts';

const path = '/orgs/{org}/sso';

/** Where `X-GitHub-SSO` leads: a user authorises their own token for an organisation with single sign-on. */
export const ssoRoutes: readonly WebRoute[] = [
  { method: 'GET', path, isOpen: false, handle: showSso },
  { method: 'POST', path, isOpen: false, handle: authorise },
];

type Asked = { readonly organisation: OrganisationRecord; readonly token: ScopedToken };

/** Undefined where the token is another's, or its user no member. */
function findAsked(request: SignedWebRequest, id: string | null): Asked | undefined {
  const { emulator, visitor } = request;
  const organisation = emulator.world
    .organisationsOf(visitor.account.id)
    .find(({ account }) => account.login.toLowerCase() === getPathParam(request, 'org').toLowerCase());
  const token = findRequestedToken(id ?? '', emulator.tokens, emulator.clock.nowMs());
  if (organisation === undefined || token?.accountId !== visitor.account.id) return undefined;
  return { organisation, token };
}

function showSso(request: SignedWebRequest): Outgoing {
  const id = request.incoming.query.get('authorization_request');
  const asked = findAsked(request, id);
  if (asked === undefined) return toMissingPage();
  const { login } = asked.organisation.account;
  return toPage(
    `Single sign-on to ${login}`,
    html`
<form method="post" action="/orgs/${login}/sso">
${hiddenFields([['authorization_request', id ?? '']])}
<p>The token that ends in ${asked.token.value.slice(-4)} will reach ${login}.</p>
<button>Authorize for ${login}</button>
</form>`,
  );
}

function authorise(request: SignedWebRequest): Outgoing {
  const { emulator, form } = request;
  const asked = findAsked(request, form.get('authorization_request'));
  if (asked === undefined) return toMissingPage();
  const { login } = asked.organisation.account;
  const { value, ssoOrganisations } = asked.token;
  emulator.tokens.change({ value, ssoOrganisations: [...ssoOrganisations, login] });
  return toPage(`Single sign-on to ${login}`, html`<p role="status">The token is authorized.</p>`);
}
