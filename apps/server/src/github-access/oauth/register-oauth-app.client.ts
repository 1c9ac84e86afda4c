import type { addOauthApp, OauthApp, RouteInput } from '@throughline/contract';
import { checkClient } from '@throughline/github';
import { recordAudit, type Viewer } from '../../access/index.ts';
import { AppError } from '../../platform/errors/index.ts';
import { loadRegistrations, storeRegistration } from '../credentials/registrations.sql.ts';
import type { AccessDependencies } from '../dependencies.ts';
import { asking } from '../github-error.ts';
import { type NewHost, upsertHost } from '../hosts/hosts.sql.ts';
import { toNewHost } from '../hosts/to-new-host.ts';
import { withMasked } from '../with-masked.ts';

type Given = RouteInput<typeof addOauthApp>['body'];

/** Tries an OAuth app's id and secret at its host, then seals and stores it. One that is wrong is not kept. */
export async function registerOauthApp(
  deps: AccessDependencies,
  { host: hostGiven, clientId, clientSecret }: Given,
  viewer: Pick<Viewer, 'userId'>,
): Promise<OauthApp> {
  const newHost = toNewHost(hostGiven, deps.loopbackOrigins);
  await withMasked(deps, [clientSecret], () => check(deps, newHost, { clientId, clientSecret }));
  return deps.database.transaction(async (tx) => {
    const { hostId, name: hostName } = await upsertHost(tx, newHost);
    const known = (await loadRegistrations(tx, hostId)).find((one) => one.clientId === clientId);
    if (known?.kind === 'github-app') throw ofGithubApp();
    const name = known?.name ?? `OAuth app ${clientId}`;
    const registrationId = await storeRegistration(tx, deps.secretBox, {
      hostId,
      kind: 'oauth-app',
      clientId,
      name,
      app: undefined,
      ownerLogin: undefined,
      madeHow: 'by-hand',
      secrets: { clientSecret, privateKey: undefined, webhookSecret: undefined },
      createdBy: viewer.userId,
    });
    await recordAudit(tx, {
      actorUserId: viewer.userId,
      action: 'oauth-app.registered',
      subject: `app-registration:${registrationId}`,
      detail: { host: hostName },
    });
    return { registrationId, clientId, name };
  });
}

async function check(
  { clients }: AccessDependencies,
  host: NewHost,
  client: { readonly clientId: string; readonly clientSecret: string },
): Promise<void> {
  const door = await clients.openDoor(host);
  if ((await asking(() => checkClient({ ...door, ...client }))) === 'wrong') throw wrongSecret(host.name);
}

const wrongSecret = (hostName: string): AppError =>
  new AppError(
    'github-sign-in-refused',
    `${hostName} does not know this client ID with this secret, so nothing was kept. Copy both again from the app’s page; if the secret is no longer shown there, generate a new one.`,
    { fields: { clientSecret: 'Not the secret of this client ID.' } },
  );

const ofGithubApp = (): AppError =>
  new AppError(
    'input-invalid',
    'This client ID is a GitHub App’s, which is registered here already. Connect by the GitHub App, or enter an OAuth app’s.',
    { fields: { clientId: 'A GitHub App’s, not an OAuth app’s.' } },
  );
