import type { Sql } from '../platform/sql/index.ts';
import { recordChanges } from './changes.sql.ts';

/**
 * Deletes the files of at most so many pull requests of an organisation, which count as not read from then on. Returns how
 * many pull requests had some; fewer than asked for: there are no more.
 */
export async function deleteFilesOf(tx: Sql, organisationId: number, atMost: number): Promise<number> {
  const rows = await tx.query<{ repository_id: number; number: number }>(
    `with chosen as (
       select part.repository_id, part.number
       from pull_request_part as part
       join repository on repository.repository_id = part.repository_id
       where repository.organisation_id = $1::bigint
         and part.part = 'files'
         and part.state <> 'unavailable'
         and (part.held > 0 or part.state = 'complete')
       limit $2::integer),
     forgotten as (
       delete from pull_request_file
       using chosen
       where pull_request_file.repository_id = chosen.repository_id
         and pull_request_file.number = chosen.number)
     update pull_request_part as part
     set state = 'partial',
         held = 0,
         reason = 'not-read',
         complete_version = null
     from chosen
     where part.repository_id = chosen.repository_id
       and part.number = chosen.number
       and part.part = 'files'
     returning part.repository_id, part.number`,
    [organisationId, atMost],
  );
  await recordDeleted(tx, rows);
  return rows.length;
}

/**
 * Deletes at most so many pull requests of an organisation with everything that hangs on them, or, once none is left, as
 * many commits. Returns how many rows; none: there is nothing more.
 */
export async function deletePullRequestsOf(tx: Sql, organisationId: number, atMost: number): Promise<number> {
  const rows = await tx.query<{ repository_id: number; number: number }>(
    `delete from pull_request
     where (repository_id, number) in (
       select pull_request.repository_id, pull_request.number
       from repository
       join pull_request on pull_request.repository_id = repository.repository_id
       where repository.organisation_id = $1::bigint
       limit $2::integer)
     returning repository_id, number`,
    [organisationId, atMost],
  );
  await recordDeleted(tx, rows);
  return rows.length > 0 ? rows.length : deleteCommitsOf(tx, organisationId, atMost);
}

async function deleteCommitsOf(tx: Sql, organisationId: number, atMost: number): Promise<number> {
  const rows = await tx.query(
    `delete from git_commit
     where (repository_id, oid) in (
       select git_commit.repository_id, git_commit.oid
       from repository
       join git_commit on git_commit.repository_id = repository.repository_id
       where repository.organisation_id = $1::bigint
       limit $2::integer)
     returning oid`,
    [organisationId, atMost],
  );
  return rows.length;
}

/** Deletes at most so many repositories of an organisation, gone ones too. Call it once their pull requests are deleted. */
export async function deleteRepositoriesOf(tx: Sql, organisationId: number, atMost: number): Promise<number> {
  const rows = await tx.query(
    `delete from repository
     where repository_id in (
       select repository_id
       from repository
       where organisation_id = $1::bigint
       order by repository_id
       limit $2::integer)
     returning repository_id`,
    [organisationId, atMost],
  );
  return rows.length;
}

const recordDeleted = (
  tx: Sql,
  rows: readonly { readonly repository_id: number; readonly number: number }[],
): Promise<void> =>
  recordChanges(
    tx,
    rows.map((row) => ({
      repositoryId: row.repository_id,
      entity: 'pull-request',
      key: String(row.number),
    })),
  );
