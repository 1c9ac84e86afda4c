import type { QuotaLane } from '@throughline/github';
import type { Sql } from '../../platform/sql/index.ts';
import { spentByLane } from './spent-by-lane.data.ts';

/** What one bucket of a connection's credential holds, and what we spent of it in its current hour. */
export interface BucketUse {
  readonly connectionId: number;
  readonly resource: 'core' | 'graphql';
  /** Undefined where the host sets no limit. */
  readonly limit: number | undefined;
  readonly remaining: number | undefined;
  readonly resetAt: Date | undefined;
  readonly spent: Readonly<Record<QuotaLane, number>>;
}

interface UseRow {
  readonly connection_id: number;
  readonly resource: 'core' | 'graphql';
  readonly quota_limit: number | null;
  readonly remaining: number | null;
  readonly reset_at: Date | null;
  readonly person: number;
  readonly lookup: number;
  readonly incremental: number;
  readonly backfill: number;
}

/** The REST and GraphQL buckets behind each connection's reading credential. Spent are points since an hour before the reset. */
export async function loadBucketUse(sql: Sql): Promise<readonly BucketUse[]> {
  const rows = await sql.query<UseRow>(`
    select
      connection_credential.connection_id,
      bucket.resource,
      bucket.quota_limit,
      bucket.remaining,
      bucket.reset_at,
      ${spentByLane}
    from connection_credential
    join credential on credential.credential_id = connection_credential.credential_id
    join quota_bucket as bucket
      on bucket.host_id = credential.host_id
      and bucket.bucket_owner = credential.bucket_owner
      and bucket.resource in ('core', 'graphql')
    left join quota_spend as spend
      on spend.host_id = bucket.host_id
      and spend.bucket_owner = bucket.bucket_owner
      and spend.resource = bucket.resource
      and spend.hour_at >= date_trunc('hour', coalesce(bucket.reset_at, app_now()) - interval '1 hour')
    where connection_credential.role = 'read'
    group by
      connection_credential.connection_id, bucket.resource, bucket.quota_limit, bucket.remaining, bucket.reset_at
    order by connection_credential.connection_id, bucket.resource desc`);
  return rows.map(toUse);
}

const toUse = (row: UseRow): BucketUse => ({
  connectionId: row.connection_id,
  resource: row.resource,
  limit: row.quota_limit ?? undefined,
  remaining: row.remaining ?? undefined,
  resetAt: row.reset_at ?? undefined,
  spent: {
    person: row.person,
    lookup: row.lookup,
    incremental: row.incremental,
    backfill: row.backfill,
  },
});
