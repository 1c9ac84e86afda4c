import type { Outgoing } from '../http/message.ts';
import { toCredentialId } from '../tokens/sso-request.ts';
import { isPersonal, type PersonalToken } from '../tokens/token.ts';
import { html, type Markup, toMissingPage, toPage, toRedirect } from '../web/markup.ts';
import { getPathParam, type SignedWebRequest, type WebRoute } from '../web/web-route.ts';
import { describeToken, showNewToken } from './show-new-token.ts';
import { chooseLifetime, readLifetime, toExpiry } from './token-lifetime.ts';

const lists = { classic: '/settings/tokens', 'fine-grained': '/settings/personal-access-tokens' } as const;
const kinds = ['classic', 'fine-grained'] as const;

/** A person's tokens, and each one's page: another value with another end, or no token any more. */
export const tokenSettingsRoutes: readonly WebRoute[] = kinds.flatMap((kind): readonly WebRoute[] => [
  { method: 'GET', path: lists[kind], isOpen: false, handle: (request) => showList(request, kind) },
  {
    method: 'GET',
    path: `${lists[kind]}/{token_id}`,
    isOpen: false,
    handle: (request) => showSettings(request, kind),
  },
  {
    method: 'POST',
    path: `${lists[kind]}/{token_id}`,
    isOpen: false,
    handle: (request) => change(request, kind),
  },
]);

function listOwn(
  { emulator, visitor }: SignedWebRequest,
  kind: PersonalToken['kind'],
): readonly PersonalToken[] {
  return emulator.tokens
    .list()
    .filter(isPersonal)
    .filter((token) => token.kind === kind && token.accountId === visitor.account.id && !token.isRevoked);
}

function showList(request: SignedWebRequest, kind: PersonalToken['kind']): Outgoing {
  const nowMs = request.emulator.clock.nowMs();
  const rows = listOwn(request, kind).map(
    (token): Markup =>
      html`<li><a href="${lists[kind]}/${token.id}">${nameOf(token)}</a>: ${describeToken(token, nowMs)}</li>`,
  );
  return toPage(
    kind === 'classic' ? 'Personal access tokens (classic)' : 'Fine-grained personal access tokens',
    html`<p><a href="${lists[kind]}/new">Generate new token</a></p><ul>${rows}</ul>`,
  );
}

function nameOf({ name, value }: PersonalToken): string {
  return name === '' ? `Token that ends in ${value.slice(-4)}` : name;
}

function findOwn(request: SignedWebRequest, kind: PersonalToken['kind']): PersonalToken | undefined {
  return listOwn(request, kind).find(({ id }) => String(id) === getPathParam(request, 'token_id'));
}

function showSettings(request: SignedWebRequest, kind: PersonalToken['kind']): Outgoing {
  const token = findOwn(request, kind);
  if (token === undefined) return toMissingPage();
  return toPage(
    nameOf(token),
    html`<p>${describeToken(token, request.emulator.clock.nowMs())}</p>
<form method="post">
${chooseLifetime(new URLSearchParams())}
<button name="action" value="regenerate">Regenerate token</button>
</form>
<form method="post"><button name="action" value="delete">Delete</button></form>
${kind === 'classic' ? listSignOns(request, token) : undefined}`,
  );
}

/** Where a token of one's own is authorised for organisations with single sign-on. */
function listSignOns({ emulator, visitor }: SignedWebRequest, token: PersonalToken): Markup | undefined {
  const logins = emulator.world
    .organisationsOf(visitor.account.id)
    .map(({ account }) => account.login)
    .filter((login) => emulator.policies.policyOf(login).hasSingleSignOn);
  if (logins.length === 0) return undefined;
  const rows = logins.map((login) => {
    const credentialId = toCredentialId(token.value);
    const address = emulator.urls.ssoUrl({ organisation: login, credentialId });
    return html`<li><a href="${address}">Configure SSO for ${login}</a></li>`;
  });
  return html`<h2>Single sign-on</h2><ul>${rows}</ul>`;
}

function change(request: SignedWebRequest, kind: PersonalToken['kind']): Outgoing {
  const { emulator, form } = request;
  const token = findOwn(request, kind);
  const lifetime = readLifetime(form);
  if (token === undefined || lifetime === undefined) return toMissingPage();
  const { tokens, clock } = emulator;
  tokens.change({ value: token.value, isRevoked: true });
  if (form.get('action') !== 'regenerate') return toRedirect(lists[kind]);
  const { login } = request.visitor.account;
  return showNewToken(tokens.add({ ...toSpec(token), login, expiresAt: toExpiry(lifetime, clock.nowMs()) }));
}

/** What stays of a token that gets another value; single sign-on is to be done again. */
function toSpec(token: PersonalToken): object {
  const { kind, name } = token;
  if (token.kind === 'classic') return { kind, name, scopes: token.scopes };
  const { resourceOwner, repositories, permissions, approval } = token;
  return { kind, name, resourceOwner, repositories, permissions, approval };
}
