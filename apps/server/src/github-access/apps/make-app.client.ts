import type { Action, beginAppManifest, GithubApp, Leaving, RouteInput } from '@throughline/contract';
import { convertManifest } from '@throughline/github';
import { beginAttempt, loadAttempt, loadWorkspace, takeAttempt, type Viewer } from '../../access/index.ts';
import { AppError, notFound } from '../../platform/errors/index.ts';
import type { FormPage } from '../../platform/http/index.ts';
import { findActing } from '../acting/acting.sql.ts';
import { anotherApp, askFor } from '../acting/ask-for-actions.client.ts';
import { getChangeable } from '../connection/get-changeable.sql.ts';
import type { AccessDependencies } from '../dependencies.ts';
import { asking } from '../github-error.ts';
import { findHostByAddress } from '../hosts/hosts.sql.ts';
import { toNewHost } from '../hosts/to-new-host.ts';
import { type ManifestAttempt, manifestAttempt } from './app-attempt.ts';
import { keepApp } from './keep-app.sql.ts';
import { toManifestPage } from './to-app-manifest.ts';

/** Whoever leaves and comes back. */
export interface AppTraveller {
  readonly viewer: Pick<Viewer, 'userId'>;
  readonly browserId: string;
}

/** As long as GitHub keeps a manifest's code. */
const minutes = 60;
const purpose = 'app-manifest';

interface Begun extends AppTraveller {
  readonly wanted: RouteInput<typeof beginAppManifest>['body'];
  readonly origin: string;
}

/** Notes that somebody makes an App, and where they are led: to a page of ours that posts what it shall be. */
export async function beginManifest(
  deps: AccessDependencies,
  { wanted, origin, viewer, browserId }: Begun,
): Promise<Leaving> {
  const { host, owner, data } = wanted;
  const made = { host: toNewHost(host, deps.loopbackOrigins), ...toOwner(owner), data, origin };
  return leaveWith(deps, made, { viewer, browserId });
}

interface BegunToAct extends AppTraveller {
  readonly connectionId: number;
  readonly owner: RouteInput<typeof beginAppManifest>['body']['owner'];
  readonly actions: readonly Action[];
  readonly origin: string;
}

/** The same for an App that acts for a connection and reads nothing. */
export async function beginActingManifest(
  deps: AccessDependencies,
  { connectionId, owner, actions, origin, ...traveller }: BegunToAct,
): Promise<Leaving> {
  const { name, host } = await getChangeable(deps.database, connectionId);
  if (host.kind === 'demo') throw madeUp(name);
  if ((await findActing(deps.database, connectionId)) !== undefined) throw anotherApp(name);
  const stored = await findHostByAddress(deps.database, host.webUrl);
  if (stored === undefined) throw notFound();
  const made = {
    host: stored,
    ...toOwner(owner),
    data: [],
    acting: { connectionId, actions: [...actions] },
    origin,
  };
  return leaveWith(deps, made, traveller);
}

const madeUp = (name: string): AppError =>
  new AppError('input-invalid', `${name} is made up: there is nothing at GitHub that could be done.`);

const toOwner = (owner: BegunToAct['owner']): Pick<ManifestAttempt, 'organisation'> =>
  owner.kind === 'organisation' ? { organisation: owner.login } : {};

async function leaveWith(
  deps: AccessDependencies,
  payload: ManifestAttempt,
  { viewer: { userId }, browserId }: AppTraveller,
): Promise<Leaving> {
  const { origin } = payload;
  const { state } = await beginAttempt(deps.database, { purpose, browserId, userId, payload, minutes });
  return { url: `${origin}/api/github-apps/manifest/${state}`, state };
}

/** The page on the way. Throws `authorisation-invalid` for a state that is not this browser's, or too old. */
export async function loadManifestPage(
  { database }: Pick<AccessDependencies, 'database'>,
  { state, viewer: { userId }, browserId }: AppTraveller & { readonly state: string },
): Promise<FormPage> {
  const payload = await loadAttempt(database, { state, purpose, browserId, userId });
  const { name } = await loadWorkspace(database);
  return toManifestPage({ attempt: manifestAttempt.parse(payload), workspace: name, state });
}

interface Returned extends AppTraveller {
  readonly state: string;
  readonly code: string;
}

/** Takes the App that GitHub made, and seals its secrets. A code is good once, an attempt too. */
export async function finishManifest(
  deps: AccessDependencies,
  { state, code, viewer, browserId }: Returned,
): Promise<GithubApp> {
  const { userId } = viewer;
  const taken = await takeAttempt(deps.database, { state, purpose, browserId, userId });
  const { host, acting } = manifestAttempt.parse(taken.payload);
  const door = await deps.clients.openDoor(host);
  const converted = await asking(() => convertManifest(door, code));
  const app = await keepApp(deps, {
    host,
    converted,
    madeHow: 'manifest',
    purpose: acting === undefined ? 'read' : 'act',
    userId,
  });
  if (acting !== undefined) await askFor(deps, { ...acting, registrationId: app.registrationId, viewer });
  return app;
}
