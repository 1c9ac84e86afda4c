import {
  type QuotaDecision,
  type QuotaGate,
  type QuotaObservation,
  type QuotaRequest,
  type QuotaResource,
  QuotaWait,
  type WaitReason,
} from '@throughline/github';
import { type Database, findViolatedConstraint, type Sql } from '../../platform/sql/index.ts';
import { toFloor } from './lane-share.ts';

/** Whose budget: tokens of one user on one host share it. */
export interface BucketKey {
  readonly hostId: number;
  readonly bucketOwner: string;
}

interface BucketRow {
  readonly quota_limit: number | null;
  readonly remaining: number | null;
  readonly reserved: number;
  readonly reset_at: Date | null;
  readonly blocked_until: Date | null;
  readonly blocked_reason: WaitReason | null;
  readonly now: Date;
}

/**
 * The quota of one bucket owner as state in the database, so that any number of workers spend one budget. The first
 * request of a bucket is let through to learn its limit.
 */
export const createQuotaGate = (database: Database, key: BucketKey): QuotaGate => ({
  admit: (request) => database.transaction((tx) => admit(tx, key, request)),
  settle: async (observation) => {
    try {
      await settle(database, key, observation);
    } catch (error) {
      // Removed with its host while it was asked: nobody counts on it any more.
      if (!goneWithHost.has(findViolatedConstraint(error) ?? '')) throw error;
    }
  },
});

const goneWithHost: ReadonlySet<string> = new Set(['quota_bucket_host_fk', 'quota_spend_host_fk']);

async function admit(tx: Sql, key: BucketKey, request: QuotaRequest): Promise<QuotaDecision> {
  const blocked = await findBlock(tx, key);
  if (blocked !== undefined) return blocked;
  const [bucket] = await tx.query<BucketRow>(
    `select quota_limit, remaining, reserved, reset_at, blocked_until, blocked_reason, app_now() as now
     from quota_bucket
     where host_id = $1::bigint
       and bucket_owner = $2::text
       and resource = $3::text
     for update`,
    [key.hostId, key.bucketOwner, request.resource],
  );
  const decision = bucket === undefined ? go : decide(bucket, request);
  if (bucket !== undefined && decision.kind === 'go') {
    await tx.query(
      `update quota_bucket
       set reserved = reserved + $4::integer
       where host_id = $1::bigint
         and bucket_owner = $2::text
         and resource = $3::text`,
      [key.hostId, key.bucketOwner, request.resource, request.points],
    );
  }
  return decision;
}

const go: QuotaDecision = { kind: 'go' };

function decide(bucket: BucketRow, request: QuotaRequest): QuotaDecision {
  if (bucket.blocked_until !== null && bucket.blocked_until > bucket.now) {
    return { kind: 'wait', untilAt: bucket.blocked_until, reason: bucket.blocked_reason ?? 'primary-limit' };
  }
  if (bucket.quota_limit === null || bucket.remaining === null || bucket.reset_at === null) return go;
  if (bucket.reset_at <= bucket.now) return go;
  const left = bucket.remaining - bucket.reserved - request.points;
  if (left >= toFloor(request.lane, bucket.quota_limit)) return go;
  return { kind: 'wait', untilAt: bucket.reset_at, reason: left < 0 ? 'primary-limit' : 'lane-share' };
}

/** A secondary limit holds for the whole credential, whichever bucket met it. */
async function findBlock(tx: Sql, key: BucketKey): Promise<QuotaDecision | undefined> {
  const [row] = await tx.query<{ until_at: Date | null }>(
    `select max(blocked_until) as until_at
     from quota_bucket
     where host_id = $1::bigint
       and bucket_owner = $2::text
       and blocked_reason = 'secondary-limit'
       and blocked_until > app_now()`,
    [key.hostId, key.bucketOwner],
  );
  const untilAt = row?.until_at ?? undefined;
  return untilAt === undefined ? undefined : { kind: 'wait', untilAt, reason: 'secondary-limit' };
}

/**
 * Rejects with `QuotaWait` while GitHub refuses a bucket owner for a limit: a new token of somebody whose quota is used is
 * not asked further, for GitHub counts such tries.
 */
export async function checkNotBlocked(sql: Sql, baseUrl: string, bucketOwner: string): Promise<void> {
  const [row] = await sql.query<{ resource: QuotaResource; until_at: Date; reason: WaitReason }>(
    `select
       quota_bucket.resource,
       quota_bucket.blocked_until as until_at,
       coalesce(quota_bucket.blocked_reason, 'primary-limit') as reason
     from quota_bucket
     join host on host.host_id = quota_bucket.host_id
     where host.base_url = $1::text
       and quota_bucket.bucket_owner = $2::text
       and quota_bucket.blocked_until > app_now()
     order by quota_bucket.blocked_until desc
     limit 1`,
    [baseUrl, bucketOwner],
  );
  if (row !== undefined) throw new QuotaWait(row.resource, row.reason, row.until_at);
}

// Of two blocks the longer one stands; a secondary one takes the place of a primary one, which an empty bucket tells too.
const heldBlockStandsSql = `
  (excluded.blocked_until is null
    or (held.blocked_until > excluded.blocked_until
      and (held.blocked_reason = 'secondary-limit' or excluded.blocked_reason = 'primary-limit')))`;

// Within one window the lowest `remaining` is the newest; a later `reset_at` begins a new window with nothing reserved.
// Later is by more than half a minute: what a host whose clock is off tells of one window differs by a second from answer
// to answer, and an answer from before a refusal would open it again.
const settleBucket = `
  insert into quota_bucket as held (
    host_id, bucket_owner, resource, quota_limit, remaining, reset_at, blocked_until, blocked_reason, observed_at)
  values (
    $1::bigint, $2::text, $3::text, $4::integer, $5::integer, $6::timestamptz, $7::timestamptz, $8::text,
    $9::timestamptz)
  on conflict (host_id, bucket_owner, resource) do update
  set quota_limit = coalesce(excluded.quota_limit, held.quota_limit),
      remaining = case
        when excluded.remaining is null then held.remaining
        when held.reset_at is null or excluded.reset_at > held.reset_at + interval '30 seconds' then excluded.remaining
        else least(held.remaining, excluded.remaining)
      end,
      reserved = case
        when excluded.reset_at > held.reset_at + interval '30 seconds' then 0
        else greatest(0, held.reserved - $10::integer)
      end,
      reset_at = greatest(held.reset_at, excluded.reset_at),
      blocked_until = case
        when ${heldBlockStandsSql} then held.blocked_until
        else excluded.blocked_until
      end,
      blocked_reason = case
        when ${heldBlockStandsSql} then held.blocked_reason
        else excluded.blocked_reason
      end,
      observed_at = greatest(held.observed_at, excluded.observed_at)`;

async function settle(sql: Sql, key: BucketKey, seen: QuotaObservation): Promise<void> {
  const { request, snapshot, blocked } = seen;
  await sql.query(settleBucket, [
    key.hostId,
    key.bucketOwner,
    request.resource,
    snapshot?.limit,
    snapshot?.remaining,
    snapshot?.resetAt,
    blocked?.untilAt,
    blocked?.reason,
    seen.observedAt,
    request.points,
  ]);
  await sql.query(
    `insert into quota_spend as held (host_id, bucket_owner, resource, lane, hour_at, requests, points)
     values ($1::bigint, $2::text, $3::text, $4::text, date_trunc('hour', app_now()), 1, $5::integer)
     on conflict (host_id, bucket_owner, resource, lane, hour_at) do update
     set requests = held.requests + 1,
         points = held.points + excluded.points`,
    [key.hostId, key.bucketOwner, request.resource, request.lane, seen.points],
  );
}
