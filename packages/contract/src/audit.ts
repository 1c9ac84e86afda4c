import * as z from 'zod';
import { email, id, idParam, instant } from './fields.ts';
import { defineRoute } from './route.ts';

export const auditEntry = z.object({
  auditId: id,
  at: instant,
  /** The e-mail address of who did it; absent for what Throughline did by itself. */
  actor: z.string().optional(),
  action: z.string(),
  subject: z.string(),
  detail: z.record(z.string(), z.unknown()),
});
export type AuditEntry = z.output<typeof auditEntry>;

/** Whose changes: somebody's e-mail address, or what Throughline did by itself. */
export const throughlineItself = 'throughline';

const actionText = z
  .string()
  .regex(
    /^[a-z-]+(\.[a-z-]+)?$/,
    'An action is written like connection.created, a kind of them like connection.',
  );
const subjectText = z
  .string()
  .max(80)
  .regex(/^[a-z-]+(:\d+)?$/, 'A subject is written like connection:7 or workspace.');
const days = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}\.\.\d{4}-\d{2}-\d{2}$/, 'A period is written like 2026-11-01..2026-11-15.')
  .refine(
    (text) => text.split('..').every((day) => z.iso.date().safeParse(day).success),
    'There is no such date.',
  );

/** Which changes. Each of them narrows; what is malformed is refused. */
export const auditFilter = z.strictObject({
  action: actionText.optional(),
  actor: z.union([z.literal(throughlineItself), email]).optional(),
  subject: subjectText.optional(),
  /** Whole days in the workspace's zone, the last one included. */
  period: days.optional(),
});
export type AuditFilter = z.output<typeof auditFilter>;

const narrows =
  'action: connection.created, or connection for all of its kind; actor: an e-mail address, or throughline; subject: connection:7; period: 2026-11-01..2026-11-15.';

export const listAudit = defineRoute({
  id: 'listAudit',
  method: 'GET',
  path: '/api/audit',
  policy: 'administrator',
  summary: `What was changed here, by whom, newest first. ${narrows}`,
  query: auditFilter.extend({ before: idParam.optional() }),
  answer: z.object({ entries: z.array(auditEntry), nextBefore: id.optional() }),
});

export const exportAuditCsv = defineRoute({
  id: 'exportAuditCsv',
  method: 'GET',
  path: '/api/audit.csv',
  policy: 'administrator',
  summary:
    "All changes that the same filter lists, as a file. A text that a spreadsheet would take for a formula begins with '.",
  query: auditFilter,
  media: 'text/csv',
  answer: z.string(),
});

export const exportAuditJson = defineRoute({
  id: 'exportAuditJson',
  method: 'GET',
  path: '/api/audit.json',
  policy: 'administrator',
  summary: 'All changes that the same filter lists, as a file.',
  query: auditFilter,
  media: 'application/json',
  answer: z.array(auditEntry),
});
