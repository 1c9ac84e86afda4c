import type { RouteInput, replaceCredential } from '@throughline/contract';
import { recordAudit, type Viewer } from '../../access/index.ts';
import { AppError, notFound } from '../../platform/errors/index.ts';
import type { Sql } from '../../platform/sql/index.ts';
import { findActing, forgetActing } from '../acting/acting.sql.ts';
import { releaseRoles } from '../acting/acting-roles.sql.ts';
import { isUnused, swapReadCredential, wipeUnused } from '../credentials/credential-uses.sql.ts';
import { findCredential } from '../credentials/credentials.sql.ts';
import { type Revoked, revokeCredential } from '../credentials/revoke-credential.client.ts';
import type { AccessDependencies } from '../dependencies.ts';
import { clearAttention } from './attention.sql.ts';
import { holdConnection } from './change-connection.sql.ts';
import { loadServedTogether, type ServedConnection } from './served-connections.sql.ts';
import { weighReplacements } from './weigh-replacement.client.ts';

interface Replacing {
  readonly connectionId: number;
  readonly wanted: RouteInput<typeof replaceCredential>['body'];
  readonly reader: Viewer;
}

/**
 * Puts a credential in the place of another, in this connection and in the others that were named, once it has been seen
 * to read each of their organisations: all of them or none. The old one is revoked where GitHub allows and wiped as soon
 * as no connection uses it; where the process dies before that, within a day.
 */
export async function replaceConnectionCredential(
  deps: AccessDependencies,
  { connectionId, wanted, reader }: Replacing,
): Promise<Revoked & { readonly isWiped: boolean }> {
  const targets = await findTargets(deps.database, connectionId, wanted);
  const weighed = await weighReplacements(deps, wanted.credentialId, targets);
  for (const { name, obstacle } of weighed) {
    if (obstacle !== undefined) throw toRefusal(name, obstacle);
  }
  const credential = await findCredential(deps.database, wanted.credentialId);
  if (credential === undefined) throw notFound();
  await deps.database.transaction(async (tx) => {
    for (const target of targets.toSorted((one, other) => one.connectionId - other.connectionId)) {
      await holdConnection(tx, target.connectionId);
      const isSwapped = await swapReadCredential(tx, target.connectionId, wanted);
      if (!isSwapped) throw replacedMeanwhile(target.name);
      await endUpgrade(tx, target.connectionId);
      await clearAttention(tx, target.connectionId);
      await recordAudit(tx, {
        actorUserId: reader.userId,
        action: 'connection.credential-replaced',
        subject: `connection:${target.connectionId}`,
        detail: { login: credential.login, kind: credential.kind },
      });
      await deps.onRepaired(tx, target.connectionId);
    }
  });
  return endOld(deps, wanted.replaces);
}

/** More permissions were asked of the App that is replaced: the new credential does not have them. An App of its own stays. */
async function endUpgrade(tx: Sql, connectionId: number): Promise<void> {
  const acting = await findActing(tx, connectionId);
  if (acting?.way !== 'upgrade') return;
  await releaseRoles(tx, connectionId);
  await forgetActing(tx, connectionId);
}

async function findTargets(
  sql: Sql,
  connectionId: number,
  { replaces, connectionIds }: Replacing['wanted'],
): Promise<readonly ServedConnection[]> {
  const together = await loadServedTogether(sql, connectionId);
  const own = together.find((one) => one.connectionId === connectionId);
  if (own === undefined) throw notFound();
  if (own.credentialId !== null && own.credentialId !== replaces) throw replacedMeanwhile(own.name);
  return together.filter((one) => one === own || connectionIds.includes(one.connectionId));
}

/** A credential that no connection uses any more is of no use to anybody. That GitHub does not answer keeps nothing here. */
async function endOld(
  deps: AccessDependencies,
  credentialId: number,
): Promise<Revoked & { readonly isWiped: boolean }> {
  if (!(await isUnused(deps.database, credentialId))) {
    return { isWiped: false, isRevoked: false, link: undefined };
  }
  const revoked = await revokeCredential(deps, credentialId).catch(() => ({
    isRevoked: false,
    link: undefined,
  }));
  await wipeUnused(deps.database, [credentialId]);
  return { ...revoked, isWiped: true };
}

const replacedMeanwhile = (name: string): AppError =>
  new AppError(
    'conflict',
    `Somebody else has replaced the credential of ${name} meanwhile. Look at the one it has now before you replace it.`,
  );

const toRefusal = (
  name: string,
  { text, link }: { readonly text: string; readonly link?: string | undefined },
): AppError =>
  new AppError(
    'input-invalid',
    `This credential cannot read ${name}: ${text} Nothing was changed.`,
    link === undefined ? {} : { link },
  );
