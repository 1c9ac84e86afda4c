import type { beginAppManifest, GithubApp, Leaving, RouteInput } from '@throughline/contract';
import { type ConvertedApp, convertManifest } from '@throughline/github';
import {
  beginAttempt,
  loadAttempt,
  loadWorkspace,
  recordAudit,
  takeAttempt,
  type Viewer,
} from '../../access/index.ts';
import type { FormPage } from '../../platform/http/index.ts';
import type { AccessDependencies } from '../dependencies.ts';
import { asking } from '../github-error.ts';
import { toNewHost } from '../host-input.ts';
import { type NewHost, upsertHost } from '../hosts.sql.ts';
import { storeRegistration } from '../registrations.sql.ts';
import { type ManifestAttempt, manifestAttempt } from './app-attempt.ts';
import { saveAppPage } from './registered-apps.sql.ts';
import { toManifestPage } from './to-app-manifest.ts';
import { toInstallUrl } from './to-install-url.ts';

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
  const payload: ManifestAttempt = {
    host: toNewHost(host, deps.loopbackOrigins),
    ...(owner.kind === 'organisation' ? { organisation: owner.login } : {}),
    data,
    origin,
  };
  const { userId } = viewer;
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
  const { host } = manifestAttempt.parse(taken.payload);
  const given: NewHost = { ...host, caCertificate: host.caCertificate };
  const door = await deps.clients.openDoor(given);
  const converted = await asking(() => convertManifest(door, code));
  return keepApp(deps, { host: given, converted, madeHow: 'manifest', userId });
}

interface Kept {
  readonly host: NewHost;
  readonly converted: ConvertedApp;
  readonly madeHow: 'manifest' | 'by-hand';
  readonly userId: number;
}

/** Stores an App with its host and its secrets, which from here on are ciphertext. */
export function keepApp(
  deps: Pick<AccessDependencies, 'database' | 'secretBox'>,
  { host, converted: { app, clientId, secrets }, madeHow, userId }: Kept,
): Promise<GithubApp> {
  const { githubAppId, slug, name, permissions, ownerLogin, pageUrl } = app;
  return deps.database.transaction(async (tx) => {
    const { hostId, name: hostName } = await upsertHost(tx, host);
    const registrationId = await storeRegistration(tx, deps.secretBox, {
      hostId,
      kind: 'github-app',
      clientId,
      name,
      app: { githubAppId, slug, permissions },
      ownerLogin,
      madeHow,
      secrets,
      createdBy: userId,
    });
    await saveAppPage(tx, registrationId, pageUrl);
    await recordAudit(tx, {
      actorUserId: userId,
      action: 'github-app.registered',
      subject: `app-registration:${registrationId}`,
      detail: { host: hostName, name, permissions },
    });
    return {
      registrationId,
      name,
      githubAppId,
      clientId,
      madeHow,
      installUrl: toInstallUrl(pageUrl),
      ...(ownerLogin === undefined ? {} : { ownerLogin }),
    };
  });
}
