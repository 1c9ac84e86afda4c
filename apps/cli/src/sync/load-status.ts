import {
  type Call,
  type ConnectionSync,
  getSync,
  listRepositorySync,
  listSyncLog,
  type RepositorySync,
  type RouteAnswer,
  type SyncOverview,
} from '@throughline/contract';
import { chooseConnections } from './choose-connections.ts';

export type LogEntry = RouteAnswer<typeof listSyncLog>['entries'][number];

/** A connection with what it did lately and, where asked for, its repositories. */
export interface ConnectionStatus {
  readonly sync: ConnectionSync;
  /** Newest first. */
  readonly log: readonly LogEntry[];
  /** Those that need you first. */
  readonly repositories: readonly RepositorySync[];
}

export interface Status {
  /** As the server answered, with the chosen connections. */
  readonly overview: SyncOverview;
  readonly connections: readonly ConnectionStatus[];
}

/** Asks for the state of the chosen connections. */
export async function loadStatus(call: Call, name: string | undefined): Promise<Status> {
  const whole = await call(getSync);
  const chosen = chooseConnections(whole.connections, name);
  const connections = await Promise.all(chosen.map((sync) => loadConnection(call, sync)));
  return { overview: { ...whole, connections: [...chosen] }, connections };
}

async function loadConnection(call: Call, sync: ConnectionSync): Promise<ConnectionStatus> {
  const params = { connectionId: sync.connection.connectionId };
  const [{ entries }, { repositories }] = await Promise.all([
    call(listSyncLog, { params }),
    call(listRepositorySync, { params }),
  ]);
  return { sync, log: entries, repositories };
}
