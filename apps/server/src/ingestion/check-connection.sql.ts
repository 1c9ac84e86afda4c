import { findConnection } from '../github-access/index.ts';
import { notFound } from '../platform/errors/index.ts';
import type { Sql } from '../platform/sql/index.ts';

/** An empty list would say "nothing is read" of a connection that isn't there: not found instead. */
export async function checkConnection(sql: Sql, connectionId: number): Promise<void> {
  if ((await findConnection(sql, connectionId)) === undefined) throw notFound();
}
