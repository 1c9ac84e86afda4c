import { allReadData, type DataSwitch, type ReadData } from '@throughline/contract';
import type { Sql } from '../../platform/sql/index.ts';

/** The data of a `connection` that are read, as an array; what has no switch is on. */
export const switchedOn = `
  array(
    select switch.data
    from unnest(array['pull-requests', 'files', 'members']) as switch (data)
    where not exists (
      select from connection_data
      where connection_data.connection_id = connection.connection_id
        and connection_data.data = switch.data
        and connection_data.switched_off_at is not null))`;

/** What was read of data is deleted so long after it was switched off. */
const purgeAfterDays = 30;

interface SwitchRow {
  readonly data: ReadData;
  readonly switched_off_at: Date;
  readonly purged_after: Date;
  readonly purged_at: Date | null;
}

/** Every kind of data of a connection with its switch, in the order shown. */
export async function loadSwitches(sql: Sql, connectionId: number): Promise<readonly DataSwitch[]> {
  const rows = await sql.query<SwitchRow>(
    `select
       data,
       switched_off_at,
       switched_off_at + $2::integer * interval '1 day' as purged_after,
       purged_at
     from connection_data
     where connection_id = $1::bigint
       and switched_off_at is not null`,
    [connectionId, purgeAfterDays],
  );
  return allReadData.map((data) => {
    const off = rows.find((row) => row.data === data);
    if (off === undefined) return { data, isOn: true };
    return {
      data,
      isOn: false,
      switchedOffAt: off.switched_off_at.toISOString(),
      purgedAfter: off.purged_after.toISOString(),
      ...(off.purged_at === null ? {} : { purgedAt: off.purged_at.toISOString() }),
    };
  });
}

/** Remembers which data a new connection reads: the others are off from the start. */
export async function insertSwitches(
  tx: Sql,
  connectionId: number,
  chosen: readonly ReadData[],
): Promise<void> {
  await tx.query(
    `insert into connection_data (connection_id, data, switched_off_at)
     select
       $1::bigint,
       switch.data,
       case when switch.data = any($3::text[]) then null else app_now() end
     from unnest($2::text[]) as switch (data)
     on conflict (connection_id, data) do update
     set switched_off_at = case
           when excluded.switched_off_at is null then null
           else coalesce(connection_data.switched_off_at, excluded.switched_off_at)
         end,
         purged_at = case when excluded.switched_off_at is null then null else connection_data.purged_at end`,
    [connectionId, allReadData, chosen],
  );
}

/** Switches a kind of data. Returns false where it stood like that already. */
export async function switchDataOf(
  tx: Sql,
  connectionId: number,
  { data, isOn }: { readonly data: ReadData; readonly isOn: boolean },
): Promise<boolean> {
  const rows = await tx.query(
    `insert into connection_data as held (connection_id, data, switched_off_at)
     select $1::bigint, $2::text, case when $3::boolean then null else app_now() end
     where not $3::boolean
        or exists (
          select from connection_data
          where connection_id = $1::bigint
            and data = $2::text)
     on conflict (connection_id, data) do update
     set switched_off_at = excluded.switched_off_at,
         purged_at = null
     where (held.switched_off_at is null) <> $3::boolean
     returning connection_id`,
    [connectionId, data, isOn],
  );
  return rows.length > 0;
}

/** Data that were switched off 30 days ago, of which what was read is to be deleted. */
export interface DuePurge {
  readonly connectionId: number;
  readonly organisationId: number;
  readonly data: ReadData;
}

export const loadDuePurges = (sql: Sql): Promise<readonly DuePurge[]> =>
  sql.query<DuePurge & Record<string, unknown>>(
    `select
       connection_data.connection_id as "connectionId",
       connection.organisation_id as "organisationId",
       connection_data.data
     from connection_data
     join connection on connection.connection_id = connection_data.connection_id
     where connection_data.purged_at is null
       and connection_data.switched_off_at <= app_now() - $1::integer * interval '1 day'
     order by connection_data.switched_off_at, connection_data.connection_id, connection_data.data`,
    [purgeAfterDays],
  );

/** Whether data are off still: somebody may have switched them on while they were being deleted. Holds the row. */
export async function isStillDue(tx: Sql, { connectionId, data }: DuePurge): Promise<boolean> {
  const rows = await tx.query(
    `select from connection_data
     where connection_id = $1::bigint
       and data = $2::text
       and switched_off_at <= app_now() - $3::integer * interval '1 day'
     for update`,
    [connectionId, data, purgeAfterDays],
  );
  return rows.length > 0;
}

/** Remembers that what was read of switched-off data is gone. */
export async function markPurged(tx: Sql, { connectionId, data }: DuePurge): Promise<void> {
  await tx.query(
    `update connection_data
     set purged_at = app_now()
     where connection_id = $1::bigint
       and data = $2::text
       and switched_off_at is not null`,
    [connectionId, data],
  );
}
