import { completeSetup as completeSetupRoute, getSetup } from '@throughline/contract';
import { notFound } from '../platform/errors/index.ts';
import type { Sql } from '../platform/sql/index.ts';
import type { AccessDependencies } from './access-dependencies.ts';
import { recordAudit } from './audit.sql.ts';
import { handleAnyone, type RouteHandler } from './handle.ts';
import { refuseWeakPassword } from './judge-password.ts';
import { loadSessionAnswer } from './session-answer.sql.ts';
import { createSession } from './sessions.sql.ts';
import { findSetupLink, setupLinkInvalid, takeSetupLink } from './setup-links.sql.ts';
import { createUser, type NewUser } from './users.sql.ts';
import { completeSetup, loadWorkspace } from './workspace.sql.ts';

/** The first administrator's way in. Once there has been one, there is nothing at these addresses. */
export const setupRoutes = (deps: AccessDependencies): RouteHandler[] => [
  handleAnyone(getSetup, async ({ params }) => {
    const expiresAt = await getOpenLink(deps.database, params.token);
    return { expiresAt: expiresAt.toISOString() };
  }),

  handleAnyone(completeSetupRoute, async ({ params, body, request }) => {
    await getOpenLink(deps.database, params.token);
    refuseWeakPassword(body.password, body);
    const passwordHash = await deps.passwords.hash(body.password);
    const { email, name, zone } = body;
    const user: NewUser = { email, name, role: 'administrator', passwordHash };
    const { userId, token } = await deps.database.transaction((tx) => setUp(tx, params.token, user, zone));
    return loadSessionAnswer(deps, { ...user, userId }, request.startSession(token));
  }),
];

/** Of two that try at once the second finds the set-up done, whichever links they hold. */
async function setUp(
  tx: Sql,
  link: string,
  user: NewUser,
  zone: string | undefined,
): Promise<{ readonly userId: number; readonly token: string }> {
  if (!(await completeSetup(tx, zone))) throw notFound();
  if (!(await takeSetupLink(tx, link))) throw setupLinkInvalid();
  const userId = await createUser(tx, user);
  await recordAudit(tx, { actorUserId: userId, action: 'workspace.set-up', subject: 'workspace' });
  return { userId, token: await createSession(tx, userId) };
}

async function getOpenLink(sql: Sql, token: string): Promise<Date> {
  const { isSetUp } = await loadWorkspace(sql);
  if (isSetUp) throw notFound();
  const expiresAt = await findSetupLink(sql, token);
  if (expiresAt === undefined) throw setupLinkInvalid();
  return expiresAt;
}
