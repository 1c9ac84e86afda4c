import type { UnreadableEntry } from '@throughline/github';
import type { SecretBox } from '../../platform/secrets/index.ts';
import type { Sql } from '../../platform/sql/index.ts';

/** Something of a repository that could not be read, and why. */
export interface Unreadable {
  /** The pull request's number, or where in the list it stood. */
  readonly key: string;
  readonly nodeId: string | undefined;
  readonly reason: UnreadableEntry['reason'];
  readonly detail: string;
  readonly sample: unknown;
}

/** What is kept of a sample: enough to see what is wrong with it. */
const mostSampleLength = 64_000;

/** Keeps apart what could not be read; what GitHub sent of it is sealed, for it is not known what it holds. */
export async function quarantine(
  tx: Sql,
  box: SecretBox,
  repositoryId: number,
  records: readonly Unreadable[],
): Promise<void> {
  if (records.length === 0) return;
  const rows = records.map(({ key, nodeId, reason, detail, sample }) => ({
    key,
    nodeId,
    reason,
    detail: detail.slice(0, 500),
    sampleSealed: sample == null ? undefined : sealSample(box, repositoryId, key, sample),
  }));
  await tx.query(
    `insert into quarantined_record as held (
       repository_id, data, key, node_id, reason, detail, sample_sealed)
     select
       $1::bigint, 'pull-requests', given.key, given."nodeId", given.reason, given.detail, given."sampleSealed"
     from jsonb_to_recordset($2::jsonb) as given (
       key text, "nodeId" text, reason text, detail text, "sampleSealed" text)
     on conflict (repository_id, data, key) do update
     set node_id = coalesce(excluded.node_id, held.node_id),
         reason = excluded.reason,
         detail = excluded.detail,
         sample_sealed = excluded.sample_sealed,
         tried_at = app_now(),
         resolved_at = null`,
    [repositoryId, JSON.stringify(rows)],
  );
}

const sealSample = (box: SecretBox, repositoryId: number, key: string, sample: unknown): string =>
  box.seal(JSON.stringify(sample).slice(0, mostSampleLength), {
    table: 'quarantined_record',
    column: 'sample_sealed',
    row: `${repositoryId}/pull-requests/${key}`,
  });

/** What is read, or known to be gone, is quarantined no longer: by the key it was set aside under, or by its node id. */
export async function resolveQuarantined(
  tx: Sql,
  repositoryId: number,
  resolved: { readonly keys: readonly string[]; readonly nodeIds: readonly string[] },
): Promise<void> {
  await tx.query(
    `update quarantined_record
     set resolved_at = app_now(),
         sample_sealed = null
     where repository_id = $1::bigint
       and data = 'pull-requests'
       and (key = any($2::text[]) or node_id = any($3::text[]))
       and resolved_at is null`,
    [repositoryId, resolved.keys, resolved.nodeIds],
  );
}

/**
 * What is known by its place in a list alone is quarantined no longer once as many pull requests are here as GitHub counts:
 * it has come since, in another place.
 */
export async function resolvePlaced(tx: Sql, repositoryId: number): Promise<void> {
  await tx.query(
    `update quarantined_record
     set resolved_at = app_now(),
         sample_sealed = null
     from repository_sync
     where quarantined_record.repository_id = $1::bigint
       and quarantined_record.data = 'pull-requests'
       and quarantined_record.key like 'after:%'
       and quarantined_record.resolved_at is null
       and repository_sync.repository_id = quarantined_record.repository_id
       and repository_sync.data = quarantined_record.data
       and repository_sync.held_count >= repository_sync.total`,
    [repositoryId],
  );
}

/** Has everything of a connection that could not be read be tried again at the next look. */
export async function retryQuarantined(tx: Sql, connectionId: number): Promise<void> {
  await tx.query(
    `update quarantined_record
     set tried_at = least(tried_at, app_now() - interval '1 day')
     from repository_sync
     where repository_sync.connection_id = $1::bigint
       and repository_sync.repository_id = quarantined_record.repository_id
       and quarantined_record.resolved_at is null`,
    [connectionId],
  );
}
