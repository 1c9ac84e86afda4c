import type { Role } from '@throughline/contract';
import type { Sql } from '../../platform/sql/index.ts';
import { recordAudit } from '../audit.sql.ts';
import { endSessionsOf } from '../sessions.sql.ts';
import { lockAdministrators, lockLocalAdministrators, lockUser, setRole } from '../users.sql.ts';

/**
 * Gives a user the role that their groups say now; sessions of the former role end. The last administrator stays one,
 * and so does the last who has a password: they get in when the provider does not.
 */
export async function followGroups(tx: Sql, userId: number, role: Role, issuer: string): Promise<void> {
  const administrators = await lockAdministrators(tx);
  const local = await lockLocalAdministrators(tx);
  const current = await lockUser(tx, userId);
  if (current === undefined || current.role === role) return;
  const isLast = [administrators, local].some((kept) => kept.length === 1 && kept[0] === userId);
  if (current.role === 'administrator' && isLast) return;
  await setRole(tx, userId, role);
  await endSessionsOf(tx, userId);
  await recordAudit(tx, {
    actorUserId: userId,
    action: 'user.role-changed',
    subject: `user:${userId}`,
    detail: { role, by: issuer },
  });
}
