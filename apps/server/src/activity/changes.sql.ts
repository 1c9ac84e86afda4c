import { type Sql, toJsonb } from '../platform/sql/index.ts';

export interface ChangedEntity {
  readonly repositoryId: number;
  readonly entity: 'repository' | 'pull-request';
  /** The pull request's number or the repository's id at GitHub. */
  readonly key: string;
}

/** Tells the change feed what the running transaction changed. */
export async function recordChanges(sql: Sql, changed: readonly ChangedEntity[]): Promise<void> {
  if (changed.length === 0) return;
  await sql.query(
    `insert into change (repository_id, entity, key)
     select given."repositoryId", given.entity, given.key
     from jsonb_to_recordset($1::jsonb) as given ("repositoryId" bigint, entity text, key text)`,
    [toJsonb(changed)],
  );
}

/** Forgets what changed longer ago than the feed promises: 30 days. */
export async function forgetOldChanges(sql: Sql): Promise<void> {
  await sql.query(`delete from change where changed_at < app_now() - interval '30 days'`);
}
