import type { quotaHour } from '@throughline/contract';
import type * as z from 'zod';
import type { Sql } from '../../platform/sql/index.ts';
import { spentByLane } from './spent-by-lane.data.ts';

export type QuotaHour = z.output<typeof quotaHour>;

interface HourRow {
  readonly hourAt: Date;
  readonly resource: QuotaHour['resource'];
  readonly person: number;
  readonly lookup: number;
  readonly incremental: number;
  readonly backfill: number;
}

/** What a connection's reading credential spent in each of the last 24 hours, oldest first, also where that is nothing. */
export async function loadQuotaHours(sql: Sql, connectionId: number): Promise<readonly QuotaHour[]> {
  const rows = await sql.query<HourRow & Record<string, unknown>>(selectHours, [connectionId]);
  return rows.map(({ hourAt, resource, ...spent }) => ({ hourAt: hourAt.toISOString(), resource, spent }));
}

const selectHours = `
  with hours as (
    select generate_series(
      date_trunc('hour', app_now()) - interval '23 hours', date_trunc('hour', app_now()), interval '1 hour') as hour_at)
  select
    hours.hour_at as "hourAt",
    resources.resource,
    ${spentByLane}
  from connection_credential
  join credential on credential.credential_id = connection_credential.credential_id
  cross join hours
  cross join unnest(array['graphql', 'core']) as resources (resource)
  left join quota_spend as spend
    on spend.host_id = credential.host_id
    and spend.bucket_owner = credential.bucket_owner
    and spend.resource = resources.resource
    and spend.hour_at = hours.hour_at
  where connection_credential.connection_id = $1::bigint
    and connection_credential.role = 'read'
  group by hours.hour_at, resources.resource
  order by hours.hour_at, resources.resource desc`;
