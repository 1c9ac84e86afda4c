import {
  getConnection,
  recheckCredential,
  replaceCredential,
  switchData,
  updateConnection,
  weighReplacement,
} from '@throughline/contract';
import { handle, type RouteHandler, recordAudit } from '../../access/index.ts';
import { AppError, notFound } from '../../platform/errors/index.ts';
import { findViolatedConstraint, type Sql } from '../../platform/sql/index.ts';
import type { AccessDependencies } from '../dependencies.ts';
import { holdConnection, renameConnection } from './change-connection.sql.ts';
import { switchDataOf } from './data-switches.sql.ts';
import { getChangeable } from './get-changeable.sql.ts';
import { loadConnectionDetail } from './load-connection-detail.sql.ts';
import { recheckConnectionCredential } from './recheck-credential.client.ts';
import { replaceConnectionCredential } from './replace-credential.client.ts';
import { loadServedTogether } from './served-connections.sql.ts';
import { toNameTaken } from './to-name-taken.ts';
import { weighReplacements } from './weigh-replacement.client.ts';

/** One connection: what it is, its name, its data, and another credential in the place of its own. */
export const connectionRoutes = (deps: AccessDependencies): readonly RouteHandler[] => [
  ...changingRoutes(deps),
  ...replacingRoutes(deps),
];

function changingRoutes(deps: AccessDependencies): readonly RouteHandler[] {
  const { database } = deps;
  return [
    handle(getConnection, ({ params }) => loadConnectionDetail(database, params.connectionId)),
    handle(recheckCredential, async ({ params: { connectionId }, reader }) => {
      await getChangeable(database, connectionId);
      const reached = await recheckConnectionCredential(deps, connectionId);
      const subject = `connection:${connectionId}`;
      await recordAudit(database, { actorUserId: reader.userId, action: 'connection.checked', subject });
      return { ...(await loadConnectionDetail(database, connectionId)), ...reached };
    }),
    handle(updateConnection, async ({ params: { connectionId }, body, reader }) => {
      await database.transaction(async (tx) => {
        await holdConnection(tx, connectionId);
        const before = await getChangeable(tx, connectionId);
        if (before.name !== body.was) throw renamedMeanwhile(before.name, body);
        await rename(tx, connectionId, body.name);
        await recordAudit(tx, {
          actorUserId: reader.userId,
          action: 'connection.renamed',
          subject: `connection:${connectionId}`,
          detail: { from: before.name, name: body.name },
        });
      });
      return getChangeable(database, connectionId);
    }),
    handle(switchData, async ({ params: { connectionId }, body: { data, isOn }, reader }) => {
      await database.transaction(async (tx) => {
        await holdConnection(tx, connectionId);
        await getChangeable(tx, connectionId);
        if (!(await switchDataOf(tx, connectionId, { data, isOn }))) return;
        await recordAudit(tx, {
          actorUserId: reader.userId,
          action: isOn ? 'connection.data-switched-on' : 'connection.data-switched-off',
          subject: `connection:${connectionId}`,
          detail: { data },
        });
        await deps.onDataSwitched(tx, connectionId, { data, isOn });
      });
      return loadConnectionDetail(database, connectionId);
    }),
  ];
}

function replacingRoutes(deps: AccessDependencies): readonly RouteHandler[] {
  const { database } = deps;
  return [
    handle(weighReplacement, async ({ params: { connectionId }, body }) => {
      const served = await loadServedTogether(database, connectionId);
      if (served.length === 0) throw notFound();
      return { connections: [...(await weighReplacements(deps, body.credentialId, served))] };
    }),
    handle(replaceCredential, async ({ params: { connectionId }, body, reader }) => {
      const { isWiped, isRevoked, link } = await replaceConnectionCredential(deps, {
        connectionId,
        wanted: body,
        reader,
      });
      const detail = await loadConnectionDetail(database, connectionId);
      return { ...detail, old: { isWiped, isRevoked, ...(link === undefined ? {} : { link }) } };
    }),
  ];
}

async function rename(tx: Sql, connectionId: number, name: string): Promise<void> {
  try {
    await renameConnection(tx, connectionId, name);
  } catch (error) {
    throw findViolatedConstraint(error) === 'connection_name_key' ? toNameTaken(name, error) : error;
  }
}

const renamedMeanwhile = (
  now: string,
  { was, name }: { readonly was: string; readonly name: string },
): AppError =>
  new AppError(
    'conflict',
    `Somebody else renamed this connection from “${was}” to “${now}” meanwhile. Yours would be “${name}”. Nothing was changed: open it again and choose.`,
  );
