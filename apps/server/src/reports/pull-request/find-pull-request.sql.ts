import { notFound } from '../../platform/errors/index.ts';
import type { Sql } from '../../platform/sql/index.ts';
import type { VisibleRepositories } from '../../visibility/index.ts';

/** An address of a pull request, as GitHub has it. */
export interface PullAddress {
  readonly host: string;
  readonly owner: string;
  readonly name: string;
  readonly number: number;
}

export interface PullKey {
  readonly repositoryId: number;
  readonly number: number;
}

/** The pull request at an address. Throws `not-found` for one that is not there and for one the reader may not see. */
export async function findPullRequest(
  sql: Sql,
  visible: VisibleRepositories,
  { host, owner, name, number }: PullAddress,
): Promise<PullKey> {
  const [found] = await sql.query<PullKey>(
    `select v_repository.repository_id as "repositoryId", $5::integer as number
     from v_repository
     join v_host on v_host.host_id = v_repository.host_id
     where v_repository.repository_id = any($1::bigint[])
       and lower(v_host.name) = lower($2::text)
       and lower(v_repository.owner_login) = lower($3::text)
       and lower(v_repository.name) = lower($4::text)
       and (exists (
           select from v_pull_request
           where v_pull_request.repository_id = v_repository.repository_id
             and v_pull_request.number = $5::integer)
         or exists (
           select from v_pull_request_gone
           where v_pull_request_gone.repository_id = v_repository.repository_id
             and v_pull_request_gone.number = $5::integer))`,
    [visible.ids, host, owner, name, number],
  );
  if (found === undefined) throw notFound();
  return found;
}
