import {
  type Call,
  type ConnectionSync,
  getSync,
  listRepositorySync,
  listRepositorySyncRows,
  listSyncLog,
  type RepositorySync,
  type RouteAnswer,
  repositoryRowsAtMost,
  type SyncOverview,
} from '@throughline/contract';
import { chooseConnections } from './choose-connections.ts';

export type LogEntry = RouteAnswer<typeof listSyncLog>['entries'][number];

/** A connection with what it did lately and, where asked for, its repositories. */
export interface ConnectionStatus {
  readonly sync: ConnectionSync;
  /** Newest first. */
  readonly log: readonly LogEntry[];
  /** The first of those that can't be read until somebody does something about it, and how many there are. */
  readonly needsYou: readonly RepositorySync[];
  readonly needsYouCount: number;
  /** Those that need you first; undefined where nobody asked for them. */
  readonly repositories: readonly RepositorySync[] | undefined;
}

export interface Status {
  /** As the server answered, with the chosen connections. */
  readonly overview: SyncOverview;
  readonly connections: readonly ConnectionStatus[];
}

export interface StatusWanted {
  /** Of a connection; undefined: of all. */
  readonly connection?: string | undefined;
  /** With every repository. */
  readonly repositories?: boolean | undefined;
}

/** Asks for the state of the chosen connections. */
export async function loadStatus(call: Call, wanted: StatusWanted): Promise<Status> {
  const whole = await call(getSync);
  const chosen = chooseConnections(whole.connections, wanted.connection);
  const load = wanted.repositories === true ? loadAll : loadNeedsYou;
  const connections = await Promise.all(
    chosen.map(async (sync): Promise<ConnectionStatus> => {
      const params = { connectionId: sync.connection.connectionId };
      const [{ entries }, repositories] = await Promise.all([
        call(listSyncLog, { params }),
        load(call, params),
      ]);
      return { sync, log: entries, ...repositories };
    }),
  );
  return { overview: { ...whole, connections: [...chosen] }, connections };
}

type Repositories = Pick<ConnectionStatus, 'needsYou' | 'needsYouCount' | 'repositories'>;
type Params = Readonly<{ connectionId: number }>;

async function loadNeedsYou(call: Call, params: Params): Promise<Repositories> {
  const { repositories, groups } = await call(listRepositorySync, { params, query: { group: 'needs-you' } });
  return { needsYou: repositories, needsYouCount: groups['needs-you'], repositories: undefined };
}

/** Their ids come at once, they themselves a hundred at a time. */
async function loadAll(call: Call, params: Params): Promise<Repositories> {
  const { repositoryIds, repositories, groups } = await call(listRepositorySync, { params, query: {} });
  const all = [...repositories];
  for (let at = repositories.length; at < repositoryIds.length; at += repositoryRowsAtMost) {
    const ids = repositoryIds.slice(at, at + repositoryRowsAtMost);
    const rows = await call(listRepositorySyncRows, { params, query: { ids: ids.join(',') } });
    const byId = new Map(rows.repositories.map((row) => [row.repositoryId, row]));
    all.push(...ids.flatMap((id) => byId.get(id) ?? []));
  }
  const needsYouCount = groups['needs-you'];
  return {
    needsYou: all.slice(0, Math.min(needsYouCount, repositoryRowsAtMost)),
    needsYouCount,
    repositories: all,
  };
}
