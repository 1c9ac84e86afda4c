export { accessRoutes } from './access.routes.ts';
export { recordAudit } from './audit.sql.ts';
export { createAuthenticator } from './authenticator.sql.ts';
export { beginAttempt, loadAttempt, takeAttempt } from './authorisation-attempts.sql.ts';
export { accessQueues, startAccessJobs } from './clear-ended.jobs.ts';
export {
  type Entering,
  enterByIdentity,
  identityTaken,
  joinByIdentity,
} from './enter.sql.ts';
export {
  handle,
  handleAnyone,
  handleFile,
  handlePage,
  handleStream,
  type RouteHandler,
} from './handle.ts';
export { hasOtherWayIn, removeIdentity, storeIdentity } from './identities.sql.ts';
export { findOpenInvitation, invitationInvalid } from './invitations.sql.ts';
export { signInRoutes } from './oidc/sign-in-settings.routes.ts';
export { accessSealedColumns } from './sealed-columns.data.ts';
export { sessionDays } from './sessions.sql.ts';
export { createSetupPath } from './setup-links.sql.ts';
export { loadUsers } from './users.sql.ts';
export type { Viewer } from './viewer.ts';
export { loadWorkspace, type Workspace } from './workspace.sql.ts';
