import type { Outgoing } from '../http/message.ts';
import { normaliseScopes, scopeFacts } from '../tokens/scopes.data.ts';
import { alert, checkboxes, html, toPage } from '../web/markup.ts';
import type { SignedWebRequest, WebRoute } from '../web/web-route.ts';
import { showNewToken } from './show-new-token.ts';
import { chooseLifetime, readLifetime, toExpiry } from './token-lifetime.ts';

/** Where a person makes a classic token; `scopes` and `description` of the address are filled in. */
export const classicTokenRoutes: readonly WebRoute[] = [
  {
    method: 'GET',
    path: '/settings/tokens/new',
    isOpen: false,
    handle: ({ incoming }) => showForm(incoming.query),
  },
  { method: 'POST', path: '/settings/tokens', isOpen: false, handle: generate },
];

/** Of the address, parted by commas, or of the form's boxes. */
function readScopes(fields: URLSearchParams): readonly string[] {
  const named = [...(fields.get('scopes') ?? '').split(/[\s,]+/), ...fields.getAll('scopes[]')];
  return named.filter((scope) => scopeFacts[scope] !== undefined);
}

function showForm(fields: URLSearchParams, problem?: string): Outgoing {
  const chosen = readScopes(fields);
  const boxes = Object.keys(scopeFacts).map((scope) => ({
    value: scope,
    label: scope,
    isChecked: chosen.includes(scope),
  }));
  return toPage(
    'New personal access token (classic)',
    html`${alert(problem)}
<form method="post" action="/settings/tokens">
<label>Note <input name="description" value="${fields.get('description') ?? ''}" required></label>
${chooseLifetime(fields)}
<fieldset><legend>Select scopes</legend>
${checkboxes('scopes[]', boxes)}</fieldset>
<button>Generate token</button>
</form>`,
    problem === undefined ? 200 : 422,
  );
}

function generate({ emulator, form, visitor }: SignedWebRequest): Outgoing {
  const name = form.get('description')?.trim() ?? '';
  const lifetime = readLifetime(form);
  if (name === '') return showForm(form, 'Note can’t be blank');
  if (lifetime === undefined) return showForm(form, 'Expiration is invalid');
  const token = emulator.tokens.add({
    kind: 'classic',
    login: visitor.account.login,
    name,
    scopes: normaliseScopes(readScopes(form)),
    expiresAt: toExpiry(lifetime, emulator.clock.nowMs()),
  });
  return showNewToken(token);
}
