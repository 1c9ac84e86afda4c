import { listGrants, listRepositories, setGrants } from '@throughline/contract';
import { handle, loadUsers, type RouteHandler, recordAudit } from '../access/index.ts';
import { notFound } from '../platform/errors/index.ts';
import type { Database, Sql } from '../platform/sql/index.ts';
import { loadGrants, replaceGrants } from './grants.sql.ts';
import { loadRepositoryListing, loadVisibleRepositories } from './visible-repositories.sql.ts';

/** Which repositories a reader sees, and the grants by which an administrator widens that. */
export const visibilityRoutes = ({ database }: { readonly database: Database }): readonly RouteHandler[] => [
  handle(listRepositories, async ({ reader }) => {
    const visible = await loadVisibleRepositories(database, reader);
    return { repositories: [...(await loadRepositoryListing(database, visible))] };
  }),
  handle(listGrants, async ({ params }) => {
    await refuseUnknownUser(database, params.userId);
    const grants = await loadGrants(database, params.userId);
    return { grants: grants.map((grant) => ({ ...grant, grantedAt: grant.grantedAt.toISOString() })) };
  }),
  handle(setGrants, async ({ params, body, reader }) => {
    await database.transaction(async (tx) => {
      await refuseUnknownUser(tx, params.userId);
      await replaceGrants(tx, { ...params, repositoryIds: body.repositoryIds, grantedBy: reader.userId });
      await recordAudit(tx, {
        actorUserId: reader.userId,
        action: 'repository-grants.changed',
        subject: `user:${params.userId}`,
        detail: { repositories: body.repositoryIds.length },
      });
    });
    return {};
  }),
];

async function refuseUnknownUser(sql: Sql, userId: number): Promise<void> {
  const users = await loadUsers(sql, [userId]);
  if (users.length === 0) throw notFound();
}
