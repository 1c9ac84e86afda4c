export { accessRoutes } from './access.routes.ts';
export type { UserPerson } from './access-dependencies.ts';
export { type AuditEvent, recordAudit } from './audit.sql.ts';
export { createAuthenticator } from './authenticator.sql.ts';
export { handle, handleAnyone, handleStream, type RouteHandler } from './handle.ts';
export { sessionDays } from './sessions.sql.ts';
export { createSetupPath } from './setup-links.sql.ts';
export { loadUsers, type UserRecord } from './users.sql.ts';
export { allows, type Viewer } from './viewer.ts';
