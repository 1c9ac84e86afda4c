export { type AuditEvent, recordAudit } from './audit.sql.ts';
export { handle, handleAnyone, handleStream, type RouteHandler } from './handle.ts';
export { loadUsers, type UserRecord } from './users.sql.ts';
export { allows, type Viewer } from './viewer.ts';
