import type { ConnectionSummary } from '@throughline/contract';
import { AppError, notFound } from '../../platform/errors/index.ts';
import type { Sql } from '../../platform/sql/index.ts';
import { findConnection } from './load-connections.sql.ts';

/** A connection that may be changed. Throws `not-found`, or `conflict` while it is being disconnected. */
export async function getChangeable(sql: Sql, connectionId: number): Promise<ConnectionSummary> {
  const connection = await findConnection(sql, connectionId);
  if (connection === undefined) throw notFound();
  if (connection.state === 'disconnecting') {
    throw new AppError('conflict', `${connection.name} is being disconnected. Nothing of it can be changed.`);
  }
  return connection;
}
