import {
  type AppRecord,
  GitHubFailure,
  type Installation,
  listInstallations,
  readApp,
} from '@throughline/github';
import { AppError } from '../../platform/errors/index.ts';
import { toMintFailure } from '../apps/app-failures.ts';
import { type AppDependencies, asApp, getApp } from '../apps/open-app.client.ts';
import { saveAppFacts } from '../apps/registered-apps.sql.ts';
import { holdConnection } from '../connection/change-connection.sql.ts';
import type { AccessDependencies } from '../dependencies.ts';
import { asking } from '../github-error.ts';
import { findActing, type HeldActing, saveSeen } from './acting.sql.ts';
import { settleRoles } from './acting-roles.sql.ts';

/** What an App says of itself, and its installation on an organisation; undefined where there is none. */
export interface ActingHeard {
  readonly app: AppRecord;
  readonly installation: Installation | undefined;
}

/**
 * Asks GitHub, in the App's name, what it asks for and what it was granted on the organisation, which is known by its id.
 * Rejects with a `GitHubFailure` that speaks of the App.
 */
export async function askActing(
  deps: AppDependencies,
  { registrationId, organisation, way }: Pick<HeldActing, 'registrationId' | 'organisation' | 'way'>,
): Promise<ActingHeard> {
  const opened = await getApp(deps, registrationId);
  try {
    return await asApp(deps, opened, async (client) => {
      const app = await readApp(client);
      const all = await listInstallations(client);
      return { app, installation: all.find(({ account }) => account.githubId === organisation.githubId) };
    });
  } catch (error) {
    const { name } = opened.registration;
    throw way === 'own-app'
      ? toOwnAppFailure(error, name)
      : toMintFailure(error, { app: name, organisation: organisation.login });
  }
}

/** An App that acts is not entered by hand: whose key is gone is made anew. */
function toOwnAppFailure(error: unknown, name: string): unknown {
  const isOfKey = error instanceof GitHubFailure && (error.kind === 'not-signed-in' || error.kind === 'gone');
  if (!isOfKey) return error;
  return new GitHubFailure(
    'not-signed-in',
    `GitHub does not accept the private key of the app ${name}: it was deleted there, or the app was. Take back what was asked for, and let GitHub make another app.`,
    { status: error.status, githubMessage: error.githubMessage, cause: error },
  );
}

/** Looks at GitHub for what was granted, remembers it, and lets the connection's credential do that and no more. */
export async function lookAtActing(
  deps: AccessDependencies,
  connectionId: number,
  viewer: { readonly userId: number },
): Promise<void> {
  const held = await findActing(deps.database, connectionId);
  if (held === undefined) {
    throw new AppError(
      'not-found',
      'Nothing was asked for here, or it was taken back. Choose what to ask for.',
    );
  }
  const { app, installation } = await asking(() => askActing(deps, held));
  await deps.database.transaction(async (tx) => {
    await holdConnection(tx, connectionId);
    await saveAppFacts(tx, held.registrationId, app);
    await saveSeen(tx, held, installation);
    const now = await findActing(tx, connectionId);
    // Somebody may have taken it back meanwhile, or asked another App.
    if (now?.registrationId === held.registrationId) await settleRoles(tx, now, viewer.userId);
  });
}
