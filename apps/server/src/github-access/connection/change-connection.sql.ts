import type { Sql } from '../../platform/sql/index.ts';

/** Holds a connection until the transaction ends, so that two who change it take turns. */
export async function holdConnection(tx: Sql, connectionId: number): Promise<void> {
  await tx.query('select from connection where connection_id = $1::bigint for update', [connectionId]);
}

/** Calls a connection otherwise; returns false when there is none. A taken name violates a constraint. */
export async function renameConnection(sql: Sql, connectionId: number, name: string): Promise<boolean> {
  const rows = await sql.query(
    `update connection
     set name = $2::text
     where connection_id = $1::bigint
     returning connection_id`,
    [connectionId, name],
  );
  return rows.length > 0;
}

/** Pauses or resumes a connection; returns false when there is none. */
export async function setPaused(sql: Sql, connectionId: number, isPaused: boolean): Promise<boolean> {
  const rows = await sql.query(
    `update connection
     set paused_at = case when $2::boolean then coalesce(paused_at, app_now()) end
     where connection_id = $1::bigint
       and state in ('active', 'needs-attention')
     returning connection_id`,
    [connectionId, isPaused],
  );
  return rows.length > 0;
}

interface Rules {
  readonly repositoryChoice: 'all' | 'some';
  readonly includesArchived: boolean;
  readonly includesForks: boolean;
  /** Which choice is known to whoever changes it. */
  readonly revision: number;
}

/** Changes which repositories a connection reads. Returns false, and changes nothing, where the choice is a newer one. */
export async function saveRepositoryRules(tx: Sql, connectionId: number, rules: Rules): Promise<boolean> {
  const rows = await tx.query(
    `update connection
     set repository_choice = $2::text,
         includes_archived = $3::boolean,
         includes_forks = $4::boolean,
         choice_revision = choice_revision + 1
     where connection_id = $1::bigint
       and choice_revision = $5::integer
       and state in ('active', 'needs-attention')
     returning connection_id`,
    [connectionId, rules.repositoryChoice, rules.includesArchived, rules.includesForks, rules.revision],
  );
  return rows.length > 0;
}
