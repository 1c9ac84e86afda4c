import type { Emulator } from '../emulator.ts';
import type { Outgoing } from '../http/message.ts';
import type { AccountRecord } from '../world/model.ts';
import { hiddenFields, html, type Markup, toMissingPage, toPage, toRedirect } from './markup.ts';
import { toSessionCookie } from './sessions.ts';
import type { WebRequest, WebRoute } from './web-route.ts';

/** So many accounts have a button; the others are typed. */
const buttonsShown = 100;

export const loginRoutes: readonly WebRoute[] = [
  { method: 'GET', path: '/login', isOpen: true, handle: showLogin },
  { method: 'POST', path: '/session', isOpen: true, handle: startSession },
  { method: 'POST', path: '/logout', isOpen: true, handle: endSession },
];

/** Where somebody must sign in to go on. */
export function toLogin(returnTo: string): Outgoing {
  return toRedirect(`/login?${new URLSearchParams({ return_to: returnTo }).toString()}`);
}

/** Signing in is choosing an account: owners of organisations first. */
export function showLogin({ emulator, incoming }: Pick<WebRequest, 'emulator' | 'incoming'>): Outgoing {
  const returnTo = incoming.query.get('return_to') ?? '/';
  const suggested = incoming.query.get('login') ?? '';
  return toPage(
    'Sign in to GitHub',
    html`
<p>This GitHub is emulated: choose whom to be. There are no passwords.</p>
<form method="post" action="/session">
${hiddenFields([['return_to', returnTo]])}
<ul>${listMembers(emulator).map(toButton)}</ul>
</form>
<form method="post" action="/session">
${hiddenFields([['return_to', returnTo]])}
<label>Another account <input name="login" value="${suggested}" required></label>
<button>Sign in</button>
</form>`,
  );
}

function toButton({ login, role }: { readonly login: string; readonly role: string }): Markup {
  return html`<li><button name="login" value="${login}">Sign in as ${login}</button> ${role}</li>`;
}

function listMembers({ world }: Emulator) {
  const members = world.organisations.flatMap((organisation) =>
    organisation.members.map(({ account, role }) => ({
      login: account.login,
      role: `${role === 'ADMIN' ? 'owner' : 'member'} of ${organisation.account.login}`,
      rank: role === 'ADMIN' ? 0 : 1,
    })),
  );
  const byLogin = new Map(members.toReversed().map((member) => [member.login, member]));
  const sorted = [...byLogin.values()].toSorted(
    (left, right) => left.rank - right.rank || (left.login < right.login ? -1 : 1),
  );
  return sorted.slice(0, buttonsShown);
}

function startSession({ emulator, form }: WebRequest): Outgoing {
  const account = findUser(emulator, form.get('login') ?? '');
  if (account === undefined)
    return toPage(
      'Sign in to GitHub',
      html`<p role="alert">No such account.</p><p><a href="/login">Back</a></p>`,
      422,
    );
  const session = emulator.sessions.start(account.id);
  return toRedirect(toOwnPath(form.get('return_to')), { 'set-cookie': toSessionCookie(session) });
}

function endSession({ emulator, visitor }: WebRequest): Outgoing {
  if (visitor === undefined) return toMissingPage();
  emulator.sessions.end(visitor.session);
  return toRedirect('/login', { 'set-cookie': toSessionCookie(undefined) });
}

function findUser({ world }: Emulator, login: string): AccountRecord | undefined {
  const account = world.findAccountByLogin(login);
  return account?.kind === 'User' ? account : undefined;
}

/** A path of this host, never another's address. */
function toOwnPath(path: string | null): string {
  return path !== null && /^\/(?![/\\])/.test(path) ? path : '/login';
}
