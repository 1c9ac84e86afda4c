import type { Sql } from '../../platform/sql/index.ts';

/** A pull request whose files were left for later. */
export interface WaitingFiles {
  readonly number: number;
  readonly nodeId: string;
  readonly updatedAt: Date;
  /** As GitHub states it; 0 may mean that it does not know. */
  readonly changedFiles: number;
}

interface WaitingWanted {
  readonly atMost: number;
  /** Numbers that were asked for in vain. */
  readonly butNot: readonly number[];
}

/** Those of a repository whose files have not been asked for under their newest version, newest first. */
export async function loadWaitingFiles(
  sql: Sql,
  repositoryId: number,
  { atMost, butNot }: WaitingWanted,
): Promise<readonly WaitingFiles[]> {
  return sql.query<WaitingFiles & Record<string, unknown>>(
    `select
       v_pull_request.number,
       v_pull_request.node_id as "nodeId",
       v_pull_request.updated_at as "updatedAt",
       coalesce(v_pull_request.changed_files, 0) as "changedFiles"
     from v_pull_request_part
     join v_pull_request
       on v_pull_request.repository_id = v_pull_request_part.repository_id
       and v_pull_request.number = v_pull_request_part.number
     where v_pull_request_part.repository_id = $1::bigint
       and v_pull_request_part.part = 'files'
       and v_pull_request_part.reason_code = 'not-read'
       and v_pull_request_part.number <> all($3::integer[])
     order by v_pull_request_part.number desc
     limit $2::integer`,
    [repositoryId, atMost, butNot],
  );
}

/** Remembers how many pull requests one question about files may ask for. */
export async function saveFilesSize(tx: Sql, repositoryId: number, size: number): Promise<void> {
  await tx.query(
    `update repository_sync
     set files_size = $2::integer
     where repository_id = $1::bigint
       and data = 'pull-requests'
       and files_size <> $2::integer`,
    [repositoryId, size],
  );
}
