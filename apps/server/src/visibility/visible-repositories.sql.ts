import type { Viewer } from '../access/index.ts';
import type { Sql } from '../platform/sql/index.ts';
import { toVisibleRepositories, type VisibleRepositories } from './visible-repositories.ts';

/**
 * What a reader may see: an administrator everything that is read here, anybody else what was granted to them.
 * GitHub's own permissions are not mirrored yet; until they are, a grant is the only other way.
 */
export async function loadVisibleRepositories(sql: Sql, viewer: Viewer): Promise<VisibleRepositories> {
  const rows = await sql.query<{ repository_id: number }>(
    `select v_repository.repository_id
     from v_repository
     where $1::boolean
        or exists (
          select from repository_grant
          where repository_grant.user_id = $2::bigint
            and repository_grant.repository_id = v_repository.repository_id)`,
    [viewer.role === 'administrator', viewer.userId],
  );
  return toVisibleRepositories(rows.map((row) => row.repository_id));
}

export interface RepositoryListing {
  readonly repositoryId: number;
  readonly fullName: string;
  readonly url?: string;
  readonly visibility: 'public' | 'private' | 'internal';
  readonly isDemo: boolean;
}

interface RepositoryRow {
  readonly repository_id: number;
  readonly full_name: string;
  readonly visibility: 'public' | 'private' | 'internal';
  readonly base_url: string;
  readonly host_kind: string;
}

/** The repositories a reader may see, by name. */
export async function loadRepositoryListing(
  sql: Sql,
  visible: VisibleRepositories,
): Promise<readonly RepositoryListing[]> {
  const rows = await sql.query<RepositoryRow>(
    `select
       v_repository.repository_id,
       v_repository.owner_login || '/' || v_repository.name as full_name,
       v_repository.visibility,
       v_host.base_url,
       v_host.kind as host_kind
     from v_repository
     join v_host on v_host.host_id = v_repository.host_id
     where v_repository.repository_id = any($1::bigint[])
     order by lower(v_repository.owner_login), lower(v_repository.name)`,
    [visible.ids],
  );
  return rows.map((row) => ({
    repositoryId: row.repository_id,
    fullName: row.full_name,
    visibility: row.visibility,
    isDemo: row.host_kind === 'demo',
    ...(row.host_kind === 'demo' ? {} : { url: `${row.base_url}/${row.full_name}` }),
  }));
}
