import type { ReadData } from '@throughline/contract';
import type { Clock } from '../platform/clock/index.ts';
import type { SecretMask } from '../platform/logging/index.ts';
import type { SecretBox } from '../platform/secrets/index.ts';
import type { Database, Sql } from '../platform/sql/index.ts';
import type { ClientPool } from './client-pool.client.ts';

/** What this slice's routes need. */
export interface AccessDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly secretBox: SecretBox;
  readonly secretMask: SecretMask;
  readonly clients: ClientPool;
  /** Loopback origins the operator opened, accepted as a host's address. */
  readonly loopbackOrigins: readonly string[];
  /** Begins to read a new connection, in the transaction that makes it. `chosen` are GitHub ids, for the choice `some`. */
  readonly onConnected: (tx: Sql, connectionId: number, chosen: readonly number[]) => Promise<void>;
  /** Goes on reading after a connection was repaired, in the transaction that repairs it. */
  readonly onRepaired: (tx: Sql, connectionId: number) => Promise<void>;
  /** What a switch of a connection's data asks of higher floors, in the transaction that switches it. */
  readonly onDataSwitched: (
    tx: Sql,
    connectionId: number,
    switched: { readonly data: ReadData; readonly isOn: boolean },
  ) => Promise<void>;
  /** How many repositories GitHub counted for a connection when it listed them last; undefined: it never did. */
  readonly loadListedTotal: (sql: Sql, connectionId: number) => Promise<number | undefined>;
  /** Adds the demo's people once the demo is connected. */
  readonly onDemoConnected: (connectionId: number, hostId: number) => Promise<void>;
}
