import { GitHubFailure, type Installation } from '@throughline/github';
import { AppError } from '../../platform/errors/index.ts';
import { asking } from '../github-error.ts';
import { toMintFailure } from './app-failures.ts';
import {
  findHeldInstallation,
  type HeldInstallation,
  saveInstallation,
} from './installation-credentials.sql.ts';
import { findNow } from './installation-tokens.client.ts';
import { type AppDependencies, asApp, getApp } from './open-app.client.ts';

/**
 * The installation behind a credential as GitHub has it now, remembered. Its organisation is known by its id, so that it
 * may have been renamed. Throws what is wrong with it: uninstalled, suspended, the app's key refused.
 */
export async function lookAtInstallation(
  deps: AppDependencies,
  credentialId: number,
): Promise<{ readonly held: HeldInstallation; readonly now: Installation }> {
  const held = await findHeldInstallation(deps.database, credentialId);
  if (held === undefined) {
    throw new AppError('not-found', 'This credential is no longer kept. Retrieve the organisations again.');
  }
  const now = await asking(() => askNow(deps, held));
  await saveInstallation(deps.database, credentialId, now);
  return { held, now };
}

async function askNow(deps: AppDependencies, held: HeldInstallation): Promise<Installation> {
  const opened = await getApp(deps, held.registrationId);
  const about = { app: opened.registration.name, organisation: held.organisation.login };
  try {
    const now = await asApp(deps, opened, (client) => findNow(client, held));
    if (now === undefined) throw new GitHubFailure('gone', '');
    if (now.suspendedAt !== undefined) throw new GitHubFailure('organisation-approval', '');
    return now;
  } catch (error) {
    throw toMintFailure(error, about);
  }
}
