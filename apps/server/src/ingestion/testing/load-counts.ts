import type { Sql } from '../../platform/sql/index.ts';

export interface Counts {
  readonly pullRequests: number;
  readonly reviews: number;
  readonly comments: number;
  readonly files: number;
}

/** What readers see of a repository. */
export async function loadCounts(sql: Sql, repositoryId: number): Promise<Counts> {
  const [row] = await sql.query<Counts>(
    `select
       (select count(*)::integer from v_pull_request where repository_id = $1::bigint) as "pullRequests",
       (select count(*)::integer from v_pull_request_review where repository_id = $1::bigint) as reviews,
       (select count(*)::integer from v_pull_request_comment where repository_id = $1::bigint) as comments,
       (select count(*)::integer from v_pull_request_file where repository_id = $1::bigint) as files`,
    [repositoryId],
  );
  return row!;
}

export interface SyncColumns {
  readonly phase: string;
  readonly page_size: number;
  readonly held_count: number;
  readonly total: number | null;
  readonly wait_reason: string | null;
  readonly failure_code: string | null;
  readonly failure_count: number;
  readonly is_complete: boolean;
}

/** Where reading of a repository stands. */
export async function loadSync(sql: Sql, repositoryId: number): Promise<SyncColumns> {
  const [row] = await sql.query<SyncColumns>(
    `select
       phase, page_size, held_count, total, wait_reason, failure_code, failure_count,
       completed_at is not null as is_complete
     from repository_sync
     where repository_id = $1::bigint`,
    [repositoryId],
  );
  return row!;
}
