import type { Emulator } from '../emulator.ts';
import { applyFault } from '../faults/apply-fault.ts';
import { closeExchange, openExchange, uncharged } from '../http/exchange.ts';
import type { Incoming, Outgoing } from '../http/message.ts';
import { showLogin } from './login-page.ts';
import { toMissingPage } from './markup.ts';
import type { Visitor, WebRequest, WebRoute } from './web-route.ts';
import { webRoutes } from './web-routes.data.ts';

type Match = { readonly route: WebRoute; readonly params: Readonly<Record<string, string>> };

/** The answer of the web host; undefined where it has no such page. Costs nothing of any limit. */
export async function answerWeb(emulator: Emulator, incoming: Incoming): Promise<Outgoing | undefined> {
  const match = findWebRoute(incoming.method, incoming.path);
  if (match === undefined) return undefined;
  if (match.route.isAlsoRest === true && !acceptsHtml(incoming)) return undefined;
  const operation = `${incoming.method} ${match.route.path}`;
  const exchange = { ...openExchange(emulator, incoming, 'rest'), operation };
  const answer = runRoute(emulator, incoming, match);
  const fault = emulator.faults.takeAnswer(operation);
  if (fault?.kind === 'late') await emulator.clock.wait(fault.waitMs);
  const outcome = fault === undefined ? (answer.status >= 400 ? 'refused' : 'served') : 'fault';
  const outgoing = fault === undefined ? answer : applyFault(fault, answer);
  return closeExchange(exchange, uncharged(outgoing, outcome));
}

function acceptsHtml({ header }: Incoming): boolean {
  return (header('accept') ?? '').includes('text/html');
}

function runRoute(emulator: Emulator, incoming: Incoming, { route, params }: Match): Outgoing {
  const request: WebRequest = {
    emulator,
    incoming,
    params,
    form: new URLSearchParams(incoming.body),
    visitor: findVisitor(emulator, incoming),
  };
  if (route.isOpen) return route.handle(request);
  if (request.visitor === undefined) return askToSignIn(emulator, incoming);
  if (route.method === 'POST' && !isOwnForm(emulator, incoming)) return toMissingPage();
  return route.handle({ ...request, visitor: request.visitor });
}

/** What was posted is lost with the log-in, as on GitHub: the page that posted it opens again. */
function askToSignIn(emulator: Emulator, incoming: Incoming): Outgoing {
  const target = incoming.method === 'GET' ? incoming.target : incoming.path;
  const query = new URLSearchParams({ return_to: target });
  return showLogin({ emulator, incoming: { ...incoming, query } });
}

/** A form of another site changes nothing here: browsers say where a post comes from. */
function isOwnForm({ urls }: Emulator, { header }: Incoming): boolean {
  const origin = header('origin');
  return origin === undefined || origin === urls.origin;
}

function findVisitor(emulator: Emulator, { header }: Incoming): Visitor | undefined {
  const session = emulator.sessions.find(header('cookie'));
  const account = session && emulator.world.findAccount(session.accountId);
  return session === undefined || account === undefined ? undefined : { session, account };
}

function findWebRoute(method: string, path: string): Match | undefined {
  for (const route of webRoutes) {
    const params = route.method === method ? fitPath(route.path, path) : undefined;
    if (params !== undefined) return { route, params };
  }
  return undefined;
}

function fitPath(template: string, path: string): Readonly<Record<string, string>> | undefined {
  const [wanted, given] = [template.split('/'), path.split('/')];
  if (wanted.length !== given.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, segment] of wanted.entries()) {
    const value = given[index] ?? '';
    if (!segment.startsWith('{')) {
      if (segment !== value) return undefined;
    } else if (value === '') return undefined;
    else params[segment.slice(1, -1)] = value;
  }
  return params;
}
