export { type ClientPool, createClientPool } from './client-pool.client.ts';
export {
  clearAttention,
  findConnection,
  loadConnections,
  markNeedsAttention,
  setPaused,
} from './connections.sql.ts';
export { createDemoProcess } from './demo-process.client.ts';
export { forgetOldAccess } from './forget-access.sql.ts';
export { githubAccessRoutes } from './github-access.routes.ts';
export { asking, needsAttention, toAppError, toErrorCode } from './github-error.ts';
export { type Host, loadConnectedHosts } from './hosts.sql.ts';
export { toFloor } from './lane-share.ts';
export { loadQuotaHours } from './quota-hours.sql.ts';
export { type BucketUse, loadBucketUse } from './quota-use.sql.ts';
export type { ReadCredential } from './read-credential.sql.ts';
