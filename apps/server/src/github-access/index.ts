export { type ClientPool, type ConnectedClient, createClientPool } from './client-pool.client.ts';
export {
  type Attention,
  clearAttention,
  findConnection,
  loadConnections,
  markNeedsAttention,
  setPaused,
} from './connections.sql.ts';
export { createDemoProcess, type DemoProcess } from './demo-process.client.ts';
export type { AccessDependencies } from './dependencies.ts';
export { forgetOldAccess } from './forget-access.sql.ts';
export { githubAccessRoutes } from './github-access.routes.ts';
export { asking, needsAttention, toAppError, toErrorCode } from './github-error.ts';
export { type Host, loadConnectedHosts } from './hosts.sql.ts';
export { type BucketUse, loadBucketUse } from './quota-use.sql.ts';
export type { ReadCredential } from './read-credential.sql.ts';
