import type { SyncPlan } from '@throughline/contract';
import { findConnection, loadBucketUse } from '../../github-access/index.ts';
import type { Sql } from '../../platform/sql/index.ts';
import type { PlanScope } from './choose-unread.ts';
import { loadEvidence } from './load-evidence.sql.ts';
import { loadPlannedRepositories } from './load-repositories.sql.ts';
import { toSyncPlan } from './to-sync-plan.ts';

/** What reading a connection would cost; undefined when it isn't there. GitHub is not asked. */
export async function findPlan(
  sql: Sql,
  connectionId: number,
  scope: PlanScope,
): Promise<SyncPlan | undefined> {
  const connection = await findConnection(sql, connectionId);
  if (connection === undefined) return undefined;
  const isRead = connection.data.includes('pull-requests');
  const repositories = isRead ? await loadPlannedRepositories(sql, connectionId) : [];
  const evidence = await loadEvidence(sql, connectionId);
  const buckets = (await loadBucketUse(sql)).filter((bucket) => bucket.connectionId === connectionId);
  const { organisation, host, data } = connection;
  const about = { organisation, hostKind: host.kind, hasFiles: data.includes('files') };
  return toSyncPlan({ ...about, scope, repositories, evidence, buckets });
}
