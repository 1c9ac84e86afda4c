import type { syncLogEntry } from '@throughline/contract';
import type * as z from 'zod';
import type { Sql } from '../platform/sql/index.ts';

export type LogEntry = z.output<typeof syncLogEntry>;

export interface NewLogEntry {
  readonly connectionId: number;
  readonly repositoryId?: number | undefined;
  readonly kind: LogEntry['kind'];
  readonly text: string;
}

/** Notes what reading did. The same line about the same thing is not repeated within ten minutes. */
export async function writeLog(tx: Sql, entry: NewLogEntry): Promise<void> {
  await tx.query(
    `insert into sync_log (connection_id, repository_id, kind, text)
     select $1::bigint, $2::bigint, $3::text, $4::text
     where not exists (
       select from sync_log
       where connection_id = $1::bigint
         and repository_id is not distinct from $2::bigint
         and kind = $3::text
         and text = $4::text
         and at > app_now() - interval '10 minutes')`,
    [entry.connectionId, entry.repositoryId, entry.kind, entry.text],
  );
}

const loadWith =
  (column: 'connection_id' | 'repository_id', most: number) =>
  async (sql: Sql, id: number): Promise<readonly LogEntry[]> => {
    const rows = await sql.query<LogRow & Record<string, unknown>>(
      `${selectLog}
       where sync_log.${column} = $1::bigint
       order by sync_log.at desc, sync_log.sync_log_id desc
       limit $2::integer`,
      [id, most],
    );
    return rows.map(toEntry);
  };

interface LogRow {
  readonly at: Date;
  readonly kind: LogEntry['kind'];
  readonly fullName: string | null;
  readonly text: string;
}

const selectLog = `
  select
    sync_log.at,
    sync_log.kind,
    v_repository.owner_login || '/' || v_repository.name as "fullName",
    sync_log.text
  from sync_log
  left join v_repository on v_repository.repository_id = sync_log.repository_id`;

const toEntry = ({ at, kind, fullName, text }: LogRow): LogEntry => ({
  at: at.toISOString(),
  kind,
  text,
  ...(fullName !== null && { repository: fullName }),
});

/** What reading a connection did lately, newest first. */
export const loadLog = loadWith('connection_id', 200);

/** What reading a repository did lately, newest first. */
export const loadRepositoryLog = loadWith('repository_id', 50);
