import type { ConnectionSummary, DataHeld, SyncOverview } from '@throughline/contract';
import { loadBucketUse, loadConnections } from '../../github-access/index.ts';
import type { Clock } from '../../platform/clock/index.ts';
import type { Database, Sql } from '../../platform/sql/index.ts';
import { loadConnectionData } from '../completeness/data-held.sql.ts';
import { withoutFiles } from '../completeness/to-data-held.ts';
import { toEmptyRow } from './connection-row.ts';
import { loadConnectionRows } from './connection-rows.sql.ts';
import { toSyncWords } from './sync-words.ts';
import { type ReadConnection, toConnectionSync, toStanding } from './to-connection-sync.ts';

export interface OverviewDependencies {
  readonly database: Database;
  readonly clock: Clock;
}

/** How far everything has been read, what it costs and what waits. */
export async function loadOverview({ database, clock }: OverviewDependencies): Promise<SyncOverview> {
  const [connections, rows, buckets, data, zone] = await Promise.all([
    loadConnections(database),
    loadConnectionRows(database),
    loadBucketUse(database),
    loadConnectionData(database),
    loadZone(database),
  ]);
  const now = clock.now();
  const readings = connections.filter(isRead).map((connection) => ({
    connection,
    row:
      rows.find(({ connectionId }) => connectionId === connection.connectionId) ??
      toEmptyRow(connection.connectionId),
    buckets: buckets.filter(({ connectionId }) => connectionId === connection.connectionId),
    data: toShown(connection, data.get(connection.connectionId) ?? []),
    now,
    zone,
  }));
  return {
    ...toSyncWords(readings.map(toStanding), now, zone),
    connections: readings.map(toConnectionSync),
    hasDemo: connections.some(({ host }) => host.kind === 'demo'),
  };
}

const toShown = (connection: ConnectionSummary, data: readonly DataHeld[]): readonly DataHeld[] =>
  connection.data.includes('files') ? data : withoutFiles(data);

/** One that is ending is read no more. */
const isRead = (connection: ConnectionSummary): connection is ReadConnection =>
  connection.state !== 'disconnecting';

/** The workspace's time zone, in which moments are told here. */
export async function loadZone(sql: Sql): Promise<string> {
  const [row] = await sql.query<{ zone: string }>('select zone from v_workspace');
  return row?.zone ?? 'UTC';
}
