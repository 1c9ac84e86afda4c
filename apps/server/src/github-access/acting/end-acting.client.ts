import { recordAudit } from '../../access/index.ts';
import { AppError } from '../../platform/errors/index.ts';
import { holdConnection } from '../connection/change-connection.sql.ts';
import { getChangeable } from '../connection/get-changeable.sql.ts';
import type { AccessDependencies } from '../dependencies.ts';
import { asking } from '../github-error.ts';
import { findActing, forgetActing } from './acting.sql.ts';
import { dropRoles } from './acting-roles.sql.ts';
import { toActionNames } from './judge-actions.ts';

interface Ending {
  readonly connectionId: number;
  readonly isUninstalled: boolean;
  readonly viewer: { readonly userId: number };
}

/**
 * Takes back all that a connection may do: its roles, the credential that has no other use, and what was asked for. Where
 * the App is to be uninstalled and GitHub does not answer, nothing is changed.
 */
export async function endActing(
  deps: AccessDependencies,
  { connectionId, isUninstalled, viewer }: Ending,
): Promise<void> {
  const held = await findActing(deps.database, connectionId);
  if (held === undefined) return;
  if (isUninstalled && held.way === 'upgrade') throw stillReads(held.app.name);
  if (isUninstalled) await asking(() => deps.clients.uninstallActing(connectionId));
  await deps.database.transaction(async (tx) => {
    await holdConnection(tx, connectionId);
    await getChangeable(tx, connectionId);
    await dropRoles(tx, connectionId);
    await forgetActing(tx, connectionId);
    await recordAudit(tx, {
      actorUserId: viewer.userId,
      action: 'connection.actions-ended',
      subject: `connection:${connectionId}`,
      detail: {
        app: held.app.name,
        actions: toActionNames(held.asked.map(({ action }) => action)),
        isUninstalled,
      },
    });
  });
}

const stillReads = (name: string): AppError =>
  new AppError(
    'input-invalid',
    `${name} is the app this connection reads by, so that it stays installed. Take back what it may do without uninstalling it.`,
  );
