import { getWorkspace, updateWorkspace as updateWorkspaceRoute } from '@throughline/contract';
import type { AccessDependencies } from './access-dependencies.ts';
import { recordAudit } from './audit.sql.ts';
import { handle, type RouteHandler } from './handle.ts';
import { loadWorkspace, updateWorkspace } from './workspace.sql.ts';

/** What holds for all. */
export const workspaceRoutes = ({ database }: AccessDependencies): RouteHandler[] => [
  handle(getWorkspace, async () => {
    const { name, zone, personPages, workingDays } = await loadWorkspace(database);
    return { name, zone, personPages, ...(workingDays !== undefined && { workingDays: [...workingDays] }) };
  }),
  handle(updateWorkspaceRoute, async ({ body, reader }) => {
    await database.transaction(async (tx) => {
      await updateWorkspace(tx, body);
      await recordAudit(tx, {
        actorUserId: reader.userId,
        action: 'workspace.changed',
        subject: 'workspace',
        detail: body,
      });
    });
    return {};
  }),
];
