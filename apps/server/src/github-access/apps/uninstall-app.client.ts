import { endInstallation } from '@throughline/github';
import { toMintFailure } from './app-failures.ts';
import { findHeldInstallation } from './installation-credentials.sql.ts';
import { type AppDependencies, asApp, getApp } from './open-app.client.ts';

/**
 * Uninstalls an App at GitHub, by the credential that is its installation. False where that credential is gone, or none of
 * an App. Rejects with what GitHub says while it does not answer.
 */
export async function uninstallApp(deps: AppDependencies, credentialId: number): Promise<boolean> {
  const held = await findHeldInstallation(deps.database, credentialId);
  if (held === undefined) return false;
  const opened = await getApp(deps, held.registrationId);
  try {
    await asApp(deps, opened, (client) => endInstallation(client, held.installationId));
  } catch (error) {
    throw toMintFailure(error, {
      app: opened.registration.name,
      organisation: held.organisation.login,
    });
  }
  return true;
}
