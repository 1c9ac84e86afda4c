export { actingChecks } from './checks/acting.checks.ts';
export { appChecks } from './checks/app.checks.ts';
export { askRepository } from './checks/ask-repository.client.ts';
export type { ConnectionSubject } from './checks/connection-subject.ts';
export { credentialChecks } from './checks/credential.checks.ts';
export type { Heard } from './checks/examination.ts';
export {
  type ExaminingDependencies,
  openConnectionSubject,
} from './checks/examine-connection.client.ts';
export { hostChecks } from './checks/host.checks.ts';
export type { RepositoryHeard } from './checks/judge-repository.ts';
export { organisationChecks } from './checks/organisation.checks.ts';
export { repositoryAccessChecks } from './checks/repository.checks.ts';
export { type ClientPool, createClientPool } from './client-pool.client.ts';
export { clearAttention, markNeedsAttention } from './connection/attention.sql.ts';
export { holdConnection, saveRepositoryRules, setPaused } from './connection/change-connection.sql.ts';
export {
  type DuePurge,
  isStillDue,
  loadDuePurges,
  markPurged,
} from './connection/data-switches.sql.ts';
export {
  advanceDisconnection,
  beginDisconnecting,
  type Disconnection,
  endKeepingData,
  endRemovingData,
  findDisconnection,
  noteDisconnectProblem,
  wipeCredentials,
} from './connection/disconnection.sql.ts';
export { findConnection, loadConnections } from './connection/load-connections.sql.ts';
export { membersOff } from './connection/members-off.ts';
export { callForNewCredentials } from './credentials/lost-keys.sql.ts';
export type { ReadCredential } from './credentials/read-credential.sql.ts';
export { revokeCredentialsOf } from './credentials/revoke-credential.client.ts';
export { githubAccessSealedColumns } from './credentials/sealed-columns.data.ts';
export { createDemoProcess } from './demo/demo-process.client.ts';
export { forgetOldAccess } from './forget-access.sql.ts';
export { githubAccessRoutes } from './github-access.routes.ts';
export { asking, needsAttention, toAppError, toErrorCode } from './github-error.ts';
export { type Host, loadConnectedHosts } from './hosts/hosts.sql.ts';
export { ownAccountQueues, startOwnAccountJobs } from './own-account/end-own-accounts.jobs.ts';
export { ownAccountRoutes } from './own-account/own-account.routes.ts';
export { toFloor } from './quota/lane-share.ts';
export { loadQuotaHours } from './quota/quota-hours.sql.ts';
export { type BucketUse, loadBucketUse } from './quota/quota-use.sql.ts';
