import { getWorkspace, listAudit, updateWorkspace as updateWorkspaceRoute } from '@throughline/contract';
import type { AccessDependencies } from './access-dependencies.ts';
import { loadAudit, recordAudit } from './audit.sql.ts';
import { handle, type RouteHandler } from './handle.ts';
import { loadWorkspace, updateWorkspace } from './workspace.sql.ts';

const entriesPerPage = 100;

/** What holds for all, and what was changed by whom. */
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

  handle(listAudit, async ({ query }) => {
    const rows = await loadAudit(database, query.before, entriesPerPage);
    const last = rows.length === entriesPerPage ? rows.at(-1) : undefined;
    return {
      entries: rows.map((row) => ({
        auditId: row.audit_id,
        at: row.at.toISOString(),
        ...(row.actor === null ? {} : { actor: row.actor }),
        action: row.action,
        subject: row.subject,
        detail: { ...row.detail },
      })),
      ...(last === undefined ? {} : { nextBefore: last.audit_id }),
    };
  }),
];
