import type { Action } from '@throughline/contract';
import { recordAudit } from '../../access/index.ts';
import { AppError } from '../../platform/errors/index.ts';
import { holdConnection } from '../connection/change-connection.sql.ts';
import { getChangeable } from '../connection/get-changeable.sql.ts';
import type { AccessDependencies } from '../dependencies.ts';
import { findActing, saveAsked } from './acting.sql.ts';
import { settleRoles } from './acting-roles.sql.ts';
import { loadEligibleApps } from './eligible-apps.sql.ts';
import { lookAtActing } from './look-at-acting.client.ts';

interface Asking {
  readonly connectionId: number;
  readonly registrationId: number;
  readonly actions: readonly Action[];
  readonly viewer: { readonly userId: number };
}

/**
 * Asks for actions by an App, in the place of what was asked for of it before, and looks at GitHub for what is granted.
 * That GitHub does not answer keeps nobody from asking: it is looked at again later.
 */
export async function askFor(deps: AccessDependencies, asking: Asking): Promise<void> {
  const { connectionId, registrationId, actions, viewer } = asking;
  await deps.database.transaction(async (tx) => {
    await holdConnection(tx, connectionId);
    const connection = await getChangeable(tx, connectionId);
    const app = (await loadEligibleApps(tx, connectionId)).find(
      (one) => one.registrationId === registrationId,
    );
    if (connection.host.kind === 'demo' || app === undefined) throw notEligible();
    const isAsked = await saveAsked(tx, connectionId, { registrationId, actions, askedBy: viewer.userId });
    if (!isAsked) throw anotherApp(connection.name);
    const acting = await findActing(tx, connectionId);
    if (acting !== undefined) await settleRoles(tx, acting, viewer.userId);
    await recordAudit(tx, {
      actorUserId: viewer.userId,
      action: 'connection.actions-asked',
      subject: `connection:${connectionId}`,
      detail: { app: app.name, actions: [...actions] },
    });
  });
  try {
    await lookAtActing(deps, connectionId, viewer);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
  }
}

const notEligible = (): AppError =>
  new AppError(
    'not-found',
    'This app cannot act for this connection: it is registered here no longer, belongs to another organisation, or is not the one it reads by. Choose another.',
  );

/** A connection acts by one App. */
export const anotherApp = (name: string): AppError =>
  new AppError(
    'conflict',
    `${name} has an app to act by already. Take back what was asked for of that one first, then ask again.`,
  );
