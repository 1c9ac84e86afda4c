import { isInstalledOn } from '../apps/installations.ts';
import type { Emulator } from '../emulator.ts';
import { assertAllowed } from '../http/access-error.ts';
import type { SignedExchange } from '../http/exchange.ts';
import { GitHubError, notFound } from '../http/github-error.ts';
import { readPaging } from '../http/paging.ts';
import type {
  FoundRepository,
  OrganisationRecord,
  RepositoryRecord,
  RepositorySource,
} from '../world/model.ts';
import type { RestAnswer, RestRequest, Route } from './route.ts';
import type { RouteMatch } from './router.ts';

/** Finds what the path names, checks that the viewer may read it, and runs the route. Throws GitHub's errors. */
export function resolveRoute(
  exchange: SignedExchange,
  { route, params }: RouteMatch,
  about: { readonly path: string; readonly apiVersion: string },
): RestAnswer {
  const { emulator, viewer, incoming } = exchange;
  const request: RestRequest = {
    emulator,
    viewer,
    params,
    query: incoming.query,
    paging: readPaging(incoming.query),
    canonicalPath: about.path,
    apiVersion: about.apiVersion,
    body: readBody(incoming.body),
    header: incoming.header,
  };
  if (route.scope === 'organisation') return resolveOrganisation(request, route);
  if (route.scope === 'repository') return resolveRepository(request, route);
  return route.handle(request);
}

/** Throws on what is no JSON. */
function readBody(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw new GitHubError(400, 'Problems parsing JSON');
  }
}

function resolveOrganisation(
  request: RestRequest,
  route: Extract<Route, { scope: 'organisation' }>,
): RestAnswer {
  const { emulator, viewer, params } = request;
  const organisation = findOrganisation(emulator, params);
  if (organisation === undefined) throw notFound();
  assertAllowed(emulator.access.ofOrganisation(viewer, organisation, []), emulator.urls);
  const canonicalPath = `/organizations/${organisation.account.id}${route.path}`;
  return route.handle({ ...request, canonicalPath }, organisation);
}

function resolveRepository(request: RestRequest, route: Extract<Route, { scope: 'repository' }>): RestAnswer {
  const { emulator, viewer, params } = request;
  const found = findRepository(emulator, params);
  if (found === undefined) throw notFound();
  const { source, isRedirected } = found;
  if (route.credential === 'app') assertInstalled(request, source.record);
  else assertAllowed(emulator.access.ofRepository(viewer, source.record, route.needs), emulator.urls);
  const canonicalPath = `/repositories/${source.record.id}${fillPath(route.path, params)}`;
  const canonical = { ...request, canonicalPath };
  return isRedirected ? toRedirect(canonical) : route.handle(canonical, source);
}

/** An app is told of repositories that it is installed on. */
function assertInstalled({ emulator, viewer }: RestRequest, record: RepositoryRecord): void {
  const appId = viewer.kind === 'app' ? viewer.appId : 0;
  const installation = emulator.installations.on(appId, record.owner.id);
  if (installation === undefined || !isInstalledOn(installation, record)) throw notFound();
}

function findOrganisation(emulator: Emulator, params: RestRequest['params']): OrganisationRecord | undefined {
  const id = params['organization_id'];
  if (id === undefined) return emulator.world.findOrganisation(params['org'] ?? '');
  return emulator.world.organisations.find(({ account }) => String(account.id) === id);
}

function findRepository(emulator: Emulator, params: RestRequest['params']): FoundRepository | undefined {
  const id = params['repository_id'];
  if (id === undefined) {
    return emulator.world.findRepositoryByName(params['owner'] ?? '', params['repo'] ?? '');
  }
  const source: RepositorySource | undefined = emulator.world.findRepository(Number(id));
  return source === undefined ? undefined : { source, isRedirected: false };
}

function toRedirect({ emulator, canonicalPath, query }: RestRequest): RestAnswer {
  const search = query.size === 0 ? '' : `?${query.toString()}`;
  const url = `${emulator.urls.rest}${canonicalPath}${search}`;
  const documentation_url =
    'https://docs.github.com/rest/guides/best-practices-for-using-the-rest-api#follow-redirects';
  return {
    status: 301,
    headers: { location: url },
    body: { message: 'Moved Permanently', url, documentation_url },
    items: 0,
  };
}

function fillPath(path: string, params: RestRequest['params']): string {
  return path.replaceAll(/\{(\w+)\}/g, (_match, name: string) => encodeURIComponent(params[name] ?? ''));
}
