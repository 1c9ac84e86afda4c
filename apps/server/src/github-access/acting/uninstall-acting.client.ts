import { endInstallation } from '@throughline/github';
import { toMintFailure } from '../apps/app-failures.ts';
import { type AppDependencies, asApp, getApp } from '../apps/open-app.client.ts';
import { findActing } from './acting.sql.ts';

/**
 * Uninstalls at GitHub the App of its own by which a connection acts. False where there is none, or it is installed no more.
 * Rejects with what GitHub says while it does not answer.
 */
export async function uninstallActing(deps: AppDependencies, connectionId: number): Promise<boolean> {
  const held = await findActing(deps.database, connectionId);
  if (held?.way !== 'own-app' || held.installation === undefined) return false;
  const { installationId } = held.installation;
  const opened = await getApp(deps, held.registrationId);
  try {
    await asApp(deps, opened, (client) => endInstallation(client, installationId));
  } catch (error) {
    throw toMintFailure(error, { app: held.app.name, organisation: held.organisation.login });
  }
  return true;
}
