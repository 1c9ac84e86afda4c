import type { Viewer } from '../access/index.ts';
import type { Sql } from '../platform/sql/index.ts';
import { toVisibleRepositories, type VisibleRepositories } from './visible-repositories.ts';

/**
 * What a reader may see, apart by whether their pull requests are switched off: an administrator everything that is read here, anybody else what was granted to them.
 * GitHub's own permissions are not mirrored yet; until they are, a grant is the only other way.
 */
export async function loadVisibleRepositories(sql: Sql, viewer: Viewer): Promise<VisibleRepositories> {
  const rows = await sql.query<VisibleRow>(
    `select
       v_repository.repository_id,
       v_switched_off.organisation_login,
       v_switched_off.switched_off_at
     from v_repository
     left join v_switched_off
       on v_switched_off.organisation_id = v_repository.organisation_id
       and v_switched_off.data = 'pull-requests'
     where $1::boolean
        or exists (
          select from repository_grant
          where repository_grant.user_id = $2::bigint
            and repository_grant.repository_id = v_repository.repository_id)`,
    [viewer.role === 'administrator', viewer.userId],
  );
  const off = rows.filter((row) => row.switched_off_at !== null);
  const since = new Map(off.map((row) => [row.organisation_login, row.switched_off_at]));
  return toVisibleRepositories({
    ids: rows.filter((row) => row.switched_off_at === null).map((row) => row.repository_id),
    idsSwitchedOff: off.map((row) => row.repository_id),
    switchedOff: [...since].flatMap(([organisation, sinceAt]) =>
      organisation === null || sinceAt === null ? [] : [{ organisation, sinceAt }],
    ),
  });
}

interface VisibleRow {
  readonly repository_id: number;
  readonly organisation_login: string | null;
  readonly switched_off_at: Date | null;
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
    [[...visible.ids, ...visible.idsSwitchedOff]],
  );
  return rows.map((row) => ({
    repositoryId: row.repository_id,
    fullName: row.full_name,
    visibility: row.visibility,
    isDemo: row.host_kind === 'demo',
    ...(row.host_kind === 'demo' ? {} : { url: `${row.base_url}/${row.full_name}` }),
  }));
}
