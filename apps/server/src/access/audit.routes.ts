import {
  type AuditEntry,
  type AuditFilter,
  exportAuditCsv,
  exportAuditJson,
  listAudit,
} from '@throughline/contract';
import { type CsvColumn, writeCsv, writeJsonRows } from '../platform/csv/index.ts';
import type { Sql } from '../platform/sql/index.ts';
import type { AccessDependencies } from './access-dependencies.ts';
import { type AuditRow, loadAudit } from './audit.sql.ts';
import { handle, handleFile, type RouteHandler } from './handle.ts';

const entriesPerPage = 100;
const entriesPerBatch = 500;

/** What was changed by whom: read, filtered and exported. No route changes or removes an entry. */
export const auditRoutes = ({ database }: AccessDependencies): RouteHandler[] => [
  handle(listAudit, async ({ query: { before, ...filter } }) => {
    const rows = await loadAudit(database, filter, { before, limit: entriesPerPage });
    const last = rows.length === entriesPerPage ? rows.at(-1) : undefined;
    return {
      entries: rows.map(toEntry),
      ...(last === undefined ? {} : { nextBefore: last.audit_id }),
    };
  }),
  handleFile(exportAuditCsv, ({ query, request }) =>
    Promise.resolve({
      name: 'audit.csv',
      texts: writeCsv(csvColumns, readBatches(database, query, request.signal)),
    }),
  ),
  handleFile(exportAuditJson, ({ query, request }) =>
    Promise.resolve({
      name: 'audit.json',
      texts: writeJsonRows(readBatches(database, query, request.signal)),
    }),
  ),
];

/** All entries of a filter, batch by batch, newest first. */
async function* readBatches(
  sql: Sql,
  filter: AuditFilter,
  signal: AbortSignal,
): AsyncGenerator<readonly AuditEntry[], void, undefined> {
  let before: number | undefined;
  while (!signal.aborted) {
    const rows = await loadAudit(sql, filter, { before, limit: entriesPerBatch });
    yield rows.map(toEntry);
    if (rows.length < entriesPerBatch) return;
    before = rows.at(-1)?.audit_id;
  }
}

const toEntry = (row: AuditRow): AuditEntry => ({
  auditId: row.audit_id,
  at: row.at.toISOString(),
  ...(row.actor === null ? {} : { actor: row.actor }),
  action: row.action,
  subject: row.subject,
  detail: { ...row.detail },
});

const csvColumns: readonly CsvColumn<AuditEntry>[] = [
  { name: 'number', cell: ({ auditId }) => auditId },
  { name: 'at', cell: ({ at }) => at },
  { name: 'actor', cell: ({ actor }) => actor ?? 'throughline' },
  { name: 'action', cell: ({ action }) => action },
  { name: 'subject', cell: ({ subject }) => subject },
  { name: 'detail', cell: ({ detail }) => JSON.stringify(detail) },
];
