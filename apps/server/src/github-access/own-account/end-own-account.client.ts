import { revokeUserGrant, revokeUserToken } from '@throughline/github';
import { recordAudit, removeIdentity } from '../../access/index.ts';
import { AppError } from '../../platform/errors/index.ts';
import type { Sql } from '../../platform/sql/index.ts';
import { asking, toAppError } from '../github-error.ts';
import {
  deleteOwnAccount,
  isAppOfCredential,
  markEnding,
  type OwnAccountRecord,
} from './own-accounts.sql.ts';
import { loadPlace, type OwnAccountDependencies, withOwnToken } from './own-token.client.ts';
import { toIdentity } from './to-identity.ts';

/**
 * Takes an account out of use: it signs nobody in, and its token serves for nothing but its own end. In the transaction
 * that says so in the audit.
 */
export async function beginEnd(tx: Sql, account: OwnAccountRecord): Promise<void> {
  const { host } = await loadPlace(tx, account);
  await markEnding(tx, account.ownAccountId);
  await removeIdentity(tx, { ...toIdentity(host, account.githubId), userId: account.userId });
  await recordAudit(tx, {
    actorUserId: account.userId,
    action: 'own-account.removed',
    subject: `user:${account.userId}`,
    detail: { host: host.name, accountNumber: account.githubId },
  });
}

/**
 * Revokes an account's token at GitHub and wipes it here, in this order: a token that is forgotten first would stay good
 * where nobody sees it. False when GitHub could not be told now; then the account stays listed, and it is tried again.
 */
export async function finishEnd(deps: OwnAccountDependencies, account: OwnAccountRecord): Promise<boolean> {
  try {
    await withOwnToken(deps, account, async ({ client, token }) => {
      const isShared = await isAppOfCredential(deps.database, account);
      await (isShared ? revokeUserToken(client, token) : revokeUserGrant(client, token));
    });
  } catch (error) {
    if (!isOver(error)) return false;
  }
  await deps.database.transaction(async (tx) => {
    if (!(await deleteOwnAccount(tx, account.ownAccountId))) return;
    await recordAudit(tx, {
      actorUserId: account.userId,
      action: 'own-account.wiped',
      subject: `user:${account.userId}`,
    });
  });
  return true;
}

/** Ends an account's token at GitHub, by the app it came by; one that is over is fine. Throws where GitHub cannot be told. */
export async function endToken(deps: OwnAccountDependencies, account: OwnAccountRecord): Promise<void> {
  try {
    await withOwnToken(deps, account, ({ client, token }) => asking(() => revokeUserToken(client, token)));
  } catch (error) {
    if (!isOver(error)) throw error;
  }
}

/** Nothing to end: GitHub takes the token no more, or the app it came by is gone from here, and its secret with it. */
const isOver = (error: unknown): boolean => {
  const known = toAppError(error);
  return known instanceof AppError && (known.code === 'conflict' || known.code === 'not-found');
};
