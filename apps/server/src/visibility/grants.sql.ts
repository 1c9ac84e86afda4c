import type { Sql } from '../platform/sql/index.ts';

export interface Grant {
  readonly repositoryId: number;
  readonly fullName: string;
  readonly grantedAt: Date;
}

/** The repositories granted to a user by hand, by name. */
export async function loadGrants(sql: Sql, userId: number): Promise<readonly Grant[]> {
  return sql.query<Grant>(
    `select
       repository_grant.repository_id as "repositoryId",
       v_repository.owner_login || '/' || v_repository.name as "fullName",
       repository_grant.granted_at as "grantedAt"
     from repository_grant
     join v_repository on v_repository.repository_id = repository_grant.repository_id
     where repository_grant.user_id = $1::bigint
     order by 2`,
    [userId],
  );
}

/** Grants exactly these repositories; those that are there keep their date, unknown ids are left out. */
export async function replaceGrants(
  sql: Sql,
  given: { userId: number; repositoryIds: readonly number[]; grantedBy: number },
): Promise<void> {
  await sql.query(
    `delete from repository_grant
     where user_id = $1::bigint
       and not repository_id = any($2::bigint[])`,
    [given.userId, given.repositoryIds],
  );
  await sql.query(
    `insert into repository_grant (user_id, repository_id, granted_by)
     select $1::bigint, v_repository.repository_id, $3::bigint
     from v_repository
     where v_repository.repository_id = any($2::bigint[])
     on conflict (user_id, repository_id) do nothing`,
    [given.userId, given.repositoryIds, given.grantedBy],
  );
}
